package dev.hostlab.hosting;

import dev.hostlab.settings.EvaluationParameters;
import dev.hostlab.settings.Settings;

/// The evaluation that a version has to pass, as a run plays it.
///
/// @param seconds      that it takes at least
/// @param inputTokens  that its calls read
/// @param outputTokens that they write
/// @param failShare    of drawn changes, those that fail it, 0 up to 1
/// @param ofRotations  whether prompts and secrets pass it too
public record EvaluationStage(
        double seconds, double inputTokens, double outputTokens, double failShare, boolean ofRotations) {

    /// Nothing is evaluated.
    public static final EvaluationStage NONE = new EvaluationStage(0, 0, 0, 0, false);

    private static final double SECONDS_PER_MINUTE = 60;

    static EvaluationStage of(Settings settings) {
        return new EvaluationStage(
                SECONDS_PER_MINUTE * settings.get(EvaluationParameters.MINUTES),
                settings.get(EvaluationParameters.INPUT_TOKENS),
                settings.get(EvaluationParameters.OUTPUT_TOKENS),
                1 - settings.get(EvaluationParameters.PASS_SHARE),
                settings.get(EvaluationParameters.ROTATIONS_EVALUATED));
    }

    /// Whether a change of that kind is evaluated.
    public boolean evaluates(EventKind kind) {
        var isThere = seconds > 0 || inputTokens + outputTokens > 0;
        return isThere && (kind == EventKind.DEPLOYMENT || (kind == EventKind.ROTATION && ofRotations));
    }
}
