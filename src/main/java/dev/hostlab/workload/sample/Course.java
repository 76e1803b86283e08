package dev.hostlab.workload.sample;

/// The regular course of a load: day, week, and sudden crowds.
final class Course {

    private static final double HOURS_PER_DAY = 24;
    private static final int DAYS_PER_WEEK = 7;
    private static final int SATURDAY = 5;

    private Course() {}

    /// A cosine over the day around 1.
    ///
    /// @param hour      hours since a Monday at midnight
    /// @param amplitude 0 (flat) to 1 (nothing at night)
    /// @param peakHour  hour of the day with the most load
    static double day(double hour, double amplitude, double peakHour) {
        return 1 + amplitude * StrictMath.cos(2 * StrictMath.PI * (hour - peakHour) / HOURS_PER_DAY);
    }

    /// 1 on working days, less or more on Saturday and Sunday.
    ///
    /// @param hour hours since a Monday at midnight
    static double week(double hour, double weekend) {
        return (int) (hour / HOURS_PER_DAY) % DAYS_PER_WEEK >= SATURDAY ? weekend : 1;
    }

    /// A crowd that comes in minutes and leaves slowly: a factor of 1 or more.
    ///
    /// @param hoursSince time since the crowd began to come, negative before
    static double crowd(double hoursSince, Crowd crowd) {
        if (hoursSince < 0) {
            return 1;
        }
        var rise = crowd.riseMinutes / 60;
        var share = hoursSince < rise
                ? hoursSince / rise
                : StrictMath.pow(0.5, (hoursSince - rise) * 60 / crowd.halfLifeMinutes);
        return 1 + (crowd.factor - 1) * share;
    }

    /// @param factor          load at the top, in multiples of the usual load
    /// @param riseMinutes     from the usual load to the top
    /// @param halfLifeMinutes in which half of the additional load goes away
    record Crowd(double factor, double riseMinutes, double halfLifeMinutes) {

        static Crowd of(SampleSettings settings) {
            return new Crowd(
                    settings.value("crowdFactor"),
                    settings.value("crowdRiseMinutes"),
                    settings.value("crowdHalfLifeMinutes"));
        }
    }
}
