package dev.hostlab.files;

import dev.hostlab.scaling.replay.MetricSeries;
import dev.hostlab.validation.Issue;
import java.util.List;

/// What a series file said.
///
/// @param unitSeconds 60 for a file of minutes, 1 for a file of seconds
/// @param points      in order; those of rows that are fine
/// @param issues      all that is wrong
public record SeriesReading(int unitSeconds, List<MetricSeries.Point> points, List<Issue> issues) {

    public SeriesReading {
        points = List.copyOf(points);
        issues = List.copyOf(issues);
    }

    /// The shortest distance of two rows, `otherwise` where there are no two.
    public int spacingSeconds(int otherwise) {
        var shortest = Long.MAX_VALUE;
        for (var row = 1; row < points.size(); row++) {
            shortest = Math.min(
                    shortest, points.get(row).at() - points.get(row - 1).at());
        }
        return shortest == Long.MAX_VALUE ? otherwise : Math.toIntExact(shortest);
    }
}
