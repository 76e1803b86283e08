package dev.hostlab.engine;

import org.jspecify.annotations.Nullable;

/// What a rollout is to bring out.
///
/// @param version          the new one
/// @param evaluationOrNull what it has to pass; null for nothing
/// @param backNumber       the number of the version that goes out where it is taken back by another deployment
record Order(Version version, @Nullable Evaluation evaluationOrNull, int backNumber) {

    Order withoutEvaluation() {
        return new Order(version, null, backNumber);
    }
}
