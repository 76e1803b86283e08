package dev.hostlab.report;

import dev.hostlab.comparison.Delivery;
import dev.hostlab.units.Figures;
import java.util.Optional;
import java.util.function.Function;

/// What is said about an option's evaluations and rotations in words and figures.
///
/// @param delivery empty where there are none
public record DeliveryFacts(Optional<Delivery> delivery) {

    private static final double SECONDS_PER_MINUTE = 60;
    private static final double HALF_A_CENT = 0.005;

    DeliveryFacts(OptionFacts facts) {
        this(facts.outcome().delivery());
    }

    /// From a version that is built until it has all traffic.
    public String lead() {
        return shown(found -> Figures.seconds(found.leadMinutes() * SECONDS_PER_MINUTE));
    }

    /// Of it, until new units serve and old ones are gone.
    public String rollout() {
        return shown(found -> Figures.seconds(found.rolloutMinutes() * SECONDS_PER_MINUTE));
    }

    /// In a month.
    public String evaluations() {
        return shown(found ->
                Figures.number(found.evaluations()) + ", " + Figures.number(found.failed()) + " of them failed");
    }

    /// Their dollars stand beside the bill, not in it.
    public String tokens() {
        return shown(found -> Figures.count(Math.round(found.tokens()))
                + (found.tokensUsd() < HALF_A_CENT ? "" : ", " + Figures.usd(found.tokensUsd()) + " beside the bill"));
    }

    /// Work of a month on both.
    public String hours() {
        return shown(found -> Figures.hours(found.hours()));
    }

    private String shown(Function<Delivery, String> words) {
        return delivery.map(words).orElse(Figures.NONE);
    }
}
