package dev.hostlab.scaling;

import java.util.Optional;

/// One alarm over time. It starts OK, and stays so until it has seen as many points as it evaluates.
///
/// Its Auto Scaling action fires when the alarm goes off and then once a minute while it lasts. Source: Amazon
/// CloudWatch user guide, "Using Amazon CloudWatch alarms", alarm actions, read 2026-11-23.
final class Alarm {

    private static final long REPEAT_SECONDS = 60;

    private final AlarmRule rule;
    private final MetricPoints points;
    private AlarmState state = AlarmState.OK;
    private long firedAt = Long.MIN_VALUE;
    private int seen;
    private int streak;
    private boolean streakIsWhole;
    private Optional<String> words = Optional.empty();
    private Resize atBound = Resize.keep(-1);

    Alarm(AlarmRule rule, MetricPoints points) {
        this.rule = rule;
        this.points = points;
    }

    AlarmRule rule() {
        return rule;
    }

    /// The rule in words, put together once: alarms fire every minute while they last.
    String inWords() {
        if (words.isEmpty()) {
            words = Optional.of(rule.inWords());
        }
        return words.get();
    }

    /// The answer where nothing can change, as capacity is at the bound that this alarm drives it to.
    Resize atBound(String bound, int desired) {
        if (atBound.desired() != desired) {
            atBound = new Resize(desired, "at " + bound + " " + desired);
        }
        return atBound;
    }

    AlarmState state() {
        return state;
    }

    boolean isOn() {
        return state == AlarmState.ALARM;
    }

    /// Evaluates the alarm once.
    ///
    /// @param at seconds from the start of the run
    /// @return whether its action fires now
    boolean fires(long at) {
        var before = state;
        follow();
        state = points.suffice(rule.periods()) ? newState(before) : before;
        if (state != AlarmState.ALARM) {
            return false;
        }
        var fires = before != AlarmState.ALARM || at - firedAt >= REPEAT_SECONDS;
        firedAt = fires ? at : firedAt;
        return fires;
    }

    /// Counts the newest points that breach without a gap, so that an alarm of which all points must breach need
    /// not look at each of them every time.
    private void follow() {
        for (var back = Math.min(points.seen() - seen, rule.range()) - 1; back >= 0; back--) {
            var value = points.back(back);
            var breaches = rule.breaches(value);
            streak = breaches ? streak + 1 : 0;
            streakIsWhole = breaches ? streakIsWhole : !Double.isNaN(value);
        }
        seen = points.seen();
    }

    private AlarmState newState(AlarmState before) {
        if (!points.isPlain() || rule.points() < rule.periods() || (streak < rule.periods() && !streakIsWhole)) {
            return rule.evaluate(points, before);
        }
        return streak >= rule.periods() ? AlarmState.ALARM : AlarmState.OK;
    }

    /// One word for a pair of alarms: `HIGH`, `LOW`, `INSUFFICIENT_DATA` where either lacks points, or `OK`.
    static String word(Alarm high, Alarm low) {
        if (high.isOn()) {
            return "HIGH";
        }
        if (low.isOn()) {
            return "LOW";
        }
        var blind = high.state == AlarmState.INSUFFICIENT_DATA || low.state == AlarmState.INSUFFICIENT_DATA;
        return (blind ? AlarmState.INSUFFICIENT_DATA : AlarmState.OK).name();
    }
}
