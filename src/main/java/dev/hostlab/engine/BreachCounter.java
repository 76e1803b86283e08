package dev.hostlab.engine;

/// Counts stretches of time in which the objective was missed long enough to call somebody.
///
/// A minute misses it when fewer than 95 % of the requests decided in it were good; a minute without requests ends
/// a stretch, and one in which requests are inside but none gets its answer misses it too.
final class BreachCounter {

    private static final double GOOD_SHARE = 0.95;
    private static final double SECONDS_PER_DAY = 86_400;

    private final double startSeconds;
    private final double pageAfterSeconds;
    private double breachedSeconds;
    private boolean paged;
    private int episodes;
    private int days;
    private long lastDay = -1;

    /// @param startSeconds where the run starts, from some midnight UTC
    /// @param pageAfterSeconds  a stretch longer than this calls somebody
    BreachCounter(double startSeconds, double pageAfterSeconds) {
        this.startSeconds = startSeconds;
        this.pageAfterSeconds = pageAfterSeconds;
    }

    void add(Tick tick) {
        if (isQuiet(tick) || isGood(tick)) {
            breachedSeconds = 0;
            paged = false;
            return;
        }
        breachedSeconds += tick.seconds();
        if (breachedSeconds > pageAfterSeconds) {
            episodes += paged ? 0 : 1;
            paged = true;
            countDay((long) ((startSeconds + tick.start() / 1e9) / SECONDS_PER_DAY));
        }
    }

    private static boolean isQuiet(Tick tick) {
        return tick.counts().decided() == 0
                && tick.counts().arrived == 0
                && tick.load().meanInside() == 0;
    }

    private static boolean isGood(Tick tick) {
        var decided = tick.counts().decided();
        return decided > 0 && tick.counts().good >= GOOD_SHARE * decided;
    }

    private void countDay(long day) {
        days += day > lastDay ? 1 : 0;
        lastDay = day;
    }

    int episodes() {
        return episodes;
    }

    int days() {
        return days;
    }
}
