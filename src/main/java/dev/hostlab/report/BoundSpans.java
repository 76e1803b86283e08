package dev.hostlab.report;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.comparison.Timeline;
import dev.hostlab.report.chart.TimeAxis;
import java.util.ArrayList;
import java.util.List;

/// The time in which the model provider refused calls of any option (replication 0).
final class BoundSpans {

    static final String WORDS = "provider-bound: more tasks would not have helped";

    private static final String REFUSED = "refusedCalls";
    /// More stretches than this cannot be told apart.
    private static final int MOST = 400;

    private BoundSpans() {}

    /// In order of time; stretches too near to each other to be told apart are one.
    static List<TimeAxis.Span> of(Comparison comparison) {
        var refused = comparison.outcomes().stream()
                .map(outcome -> outcome.timeline())
                .filter(timeline -> timeline.has(REFUSED))
                .toList();
        return refused.isEmpty() ? List.of() : spans(refused);
    }

    private static List<TimeAxis.Span> spans(List<Timeline> refused) {
        var seconds = refused.getFirst().binSeconds();
        var bins = refused.getFirst().bins();
        var values = refused.stream().map(timeline -> timeline.values(REFUSED)).toList();
        var group = Math.ceilDiv(Math.max(1, bins), MOST);
        var spans = new ArrayList<TimeAxis.Span>();
        var start = -1;
        for (var bin = 0; bin <= bins; bin++) {
            var at = bin;
            if (bin < bins && values.stream().anyMatch(value -> value[at] > 0)) {
                start = start < 0 ? bin : start;
            } else if (start >= 0 && (bin == bins || !any(values, bin, Math.min(bins, bin + group)))) {
                spans.add(new TimeAxis.Span(start * seconds, bin * seconds, WORDS));
                start = -1;
            }
        }
        return spans;
    }

    private static boolean any(List<double[]> values, int from, int to) {
        for (var bin = from; bin < to; bin++) {
            for (var value : values) {
                if (value[bin] > 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
