package dev.hostlab.engine;

/// The time average of a quantity that changes now and then, with its extremes.
public final class Average {

    private double value;
    private long since;
    private double area;
    private double most = Double.NEGATIVE_INFINITY;
    private double least = Double.POSITIVE_INFINITY;

    public Average(double first) {
        value = first;
        most = first;
        least = first;
    }

    /// Takes what it is now for its only value so far: the initial fleet has been put together.
    public void restart(double now) {
        value = now;
        most = now;
        least = now;
    }

    /// Watches for extremes anew, from what it is now.
    void watchAnew() {
        most = value;
        least = value;
    }

    public void set(double next, long now) {
        area += value * (now - since);
        since = now;
        value = next;
        most = Math.max(most, next);
        least = Math.min(least, next);
    }

    public double value() {
        return value;
    }

    /// The area up to `now`, in units × nanoseconds.
    public double areaNanos(long now) {
        return area + value * (now - since);
    }

    public double mean(long horizon) {
        return areaNanos(horizon) / horizon;
    }

    public double most() {
        return most;
    }

    public double least() {
        return least;
    }
}
