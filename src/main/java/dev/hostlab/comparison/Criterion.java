package dev.hostlab.comparison;

/// What options are compared by; less is better in each.
public enum Criterion {
    /// The bill, USD a month.
    BILL(0.01, 0),
    /// Bill and people, USD a month.
    TOTAL(0.01, 0),
    /// Hours of work a month.
    HOURS(0.01, 0),
    /// 95th percentile of response time in seconds.
    P95(0.0001, 0.01),
    /// Share of arrivals that were not served, 0 to 1.
    UNSERVED(0.0001, 0);

    private final double smallest;
    private final double smallestShare;

    Criterion(double smallest, double smallestShare) {
        this.smallest = smallest;
        this.smallestShare = smallestShare;
    }

    /// Differences below this mean nothing to anybody, and are ties however surely they were measured: nobody
    /// notices a hundredth of a response time.
    ///
    /// @param value the better of the two values
    double smallest(double value) {
        return Math.max(smallest, smallestShare * Math.abs(value));
    }
}
