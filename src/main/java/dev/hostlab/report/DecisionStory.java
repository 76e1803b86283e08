package dev.hostlab.report;

import dev.hostlab.scaling.Clocks;
import dev.hostlab.scaling.Fulfilment;
import dev.hostlab.scaling.ScalingDecision;
import dev.hostlab.units.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A scaling decision told from the load to the last unit, in words alike in every report and in the window.
public final class DecisionStory {

    private DecisionStory() {}

    /// How long it took until the change was decided: "metric 3 min, published 60 s, alarm 12 s, action 10 s".
    public static String before(ScalingDecision decision) {
        var clocks = decision.clocks();
        return parts(List.of(
                new Fulfilment.Step("metric", clocks.metricPeriod()),
                new Fulfilment.Step("published", clocks.publish()),
                new Fulfilment.Step("alarm", clocks.evaluation()),
                new Fulfilment.Step("action", clocks.decision())));
    }

    /// What its first unit went through afterwards, and when the last one was there: "place 20 s, pull 30 s; 3
    /// units, the last after 62 s; 40 s paid before serving".
    public static String after(ScalingDecision decision) {
        var how = decision.fulfilment();
        if (how.units() == 0) {
            return decision.to() > decision.from() ? "no unit has come of it" : "";
        }
        var out = decision.to() > decision.from();
        var words = new ArrayList<String>();
        words.add(parts(how.steps()));
        words.add(units(how, out));
        if (how.billedSeconds() > 0) {
            words.add(Figures.seconds(how.billedSeconds()) + (out ? " paid before serving" : " paid after leaving"));
        }
        return words.stream().filter(word -> !word.isEmpty()).collect(Collectors.joining("; "));
    }

    /// The seven clocks that run one after another until the first unit serves; 0 for a scale-in.
    public static double seconds(ScalingDecision decision) {
        return decision.to() > decision.from() ? decision.clocks().totalSeconds() : 0;
    }

    /// The clocks with their names, in order, for a bar of them.
    public static List<Fulfilment.Step> clocks(Clocks clocks) {
        return List.of(
                new Fulfilment.Step("metric period", clocks.metricPeriod()),
                new Fulfilment.Step("publishing", clocks.publish()),
                new Fulfilment.Step("alarm", clocks.evaluation()),
                new Fulfilment.Step("action", clocks.decision()),
                new Fulfilment.Step("waiting for launch", clocks.request()),
                new Fulfilment.Step("start", clocks.start()),
                new Fulfilment.Step("registration", clocks.registration()));
    }

    private static String units(Fulfilment how, boolean out) {
        var one = how.units() == 1;
        if (one) {
            return "";
        }
        return Figures.count(how.units())
                + (out ? " units, the last after " : " units, the last gone after ")
                + Figures.seconds(how.lastSeconds());
    }

    private static String parts(List<Fulfilment.Step> steps) {
        return steps.stream()
                .filter(step -> step.seconds() > 0)
                .map(step -> step.what() + " " + Figures.seconds(step.seconds()))
                .collect(Collectors.joining(", "));
    }
}
