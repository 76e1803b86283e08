package dev.hostlab.comparison;

/// What options are compared by; less is better in each.
public enum Criterion {
    /// The bill, USD a month.
    BILL(0.01),
    /// Bill and people, USD a month.
    TOTAL(0.01),
    /// Hours of work a month.
    HOURS(0.01),
    /// 95th percentile of response time in seconds.
    P95(0.0001);

    private final double smallest;

    Criterion(double smallest) {
        this.smallest = smallest;
    }

    /// Differences below this mean nothing to anybody and are ties even where nothing is random.
    double smallest() {
        return smallest;
    }
}
