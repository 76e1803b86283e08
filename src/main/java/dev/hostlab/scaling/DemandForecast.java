package dev.hostlab.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Forecasts the demand of an hour: the mean of the same hour on past days, of working days for a working day and of
/// weekend days for a weekend day where there have been any.
///
/// AWS forecasts with a model of its own; this stands in for it and is assumed.
public final class DemandForecast {

    private static final int HOURS_PER_DAY = 24;
    private static final int DAYS_PER_WEEK = 7;
    private static final int WORKING_DAYS = 5;

    private final int historyDays;
    private final List<Double> demand = new ArrayList<>();
    private final long firstHour;
    private double area;
    private double seconds;

    /// @param historyDays days that it looks back
    /// @param firstHour   the hour in which the history starts, counted from a Monday 00:00
    public DemandForecast(int historyDays, long firstHour) {
        this.historyDays = historyDays;
        this.firstHour = firstHour;
    }

    /// One period of the hour that runs.
    ///
    /// @param units  units that would have been on target
    /// @param period its length in seconds
    public void add(double units, double period) {
        area += units * period;
        seconds += period;
    }

    /// The hour that runs is over.
    public void closeHour() {
        demand.add(seconds > 0 ? area / seconds : Double.NaN);
        area = 0;
        seconds = 0;
    }

    /// Units that an hour will need; empty with less than a day of history.
    ///
    /// @param hour counted from the same Monday
    public OptionalDouble units(long hour) {
        var alike = mean(hour, true);
        return alike.isPresent() ? alike : mean(hour, false);
    }

    private OptionalDouble mean(long hour, boolean sameKindOfDay) {
        var sum = 0.0;
        var count = 0;
        for (var back = 1; back <= historyDays; back++) {
            var past = hour - (long) back * HOURS_PER_DAY;
            var index = past - firstHour;
            var known = index >= 0 && index < demand.size() && !Double.isNaN(demand.get((int) index));
            if (known && (!sameKindOfDay || isWorkingDay(past) == isWorkingDay(hour))) {
                sum += demand.get((int) index);
                count++;
            }
        }
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
    }

    private static boolean isWorkingDay(long hour) {
        return hour / HOURS_PER_DAY % DAYS_PER_WEEK < WORKING_DAYS;
    }
}
