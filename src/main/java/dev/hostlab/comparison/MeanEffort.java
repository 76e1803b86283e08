package dev.hostlab.comparison;

import dev.hostlab.effort.ChoreHours;
import dev.hostlab.effort.EffortReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The mean of the effort that replications of one option took, chore by chore. A chore that only some replications
/// had counts in part.
final class MeanEffort {

    private static final double MINUTES_PER_HOUR = 60;

    private final List<EffortReport> reports;
    private final Map<String, Sums> chores = new LinkedHashMap<>();

    /// What one chore adds up to over all replications.
    private static final class Sums {
        private final String source;
        private double count;
        private double hours;
        private double minutes;

        private Sums(String source) {
            this.source = source;
        }
    }

    private MeanEffort(List<EffortReport> reports) {
        this.reports = reports;
    }

    static EffortReport of(List<EffortReport> reports) {
        var mean = new MeanEffort(reports);
        reports.forEach(report -> report.chores().forEach(mean::add));
        var hours = mean.chores();
        return new EffortReport(
                hours,
                hours.stream().mapToDouble(ChoreHours::hours).sum(),
                reports.stream().mapToDouble(EffortReport::lowHours).sum() / reports.size(),
                reports.stream().mapToDouble(EffortReport::highHours).sum() / reports.size(),
                reports.getFirst().hourlyRateUsd());
    }

    private void add(ChoreHours chore) {
        var sums = chores.computeIfAbsent(chore.chore(), name -> new Sums(chore.source()));
        sums.count += chore.count();
        sums.hours += chore.hours();
        sums.minutes = chore.minutes();
    }

    private List<ChoreHours> chores() {
        return chores.entrySet().stream()
                .map(entry -> mean(entry.getKey(), entry.getValue()))
                .toList();
    }

    private ChoreHours mean(String name, Sums sums) {
        var count = sums.count / reports.size();
        var hours = sums.hours / reports.size();
        var minutes = count > 0 ? hours * MINUTES_PER_HOUR / count : sums.minutes;
        return new ChoreHours(name, count, minutes, hours, sums.source);
    }
}
