package dev.hostlab.scaling.replay;

import dev.hostlab.scaling.Resize;
import dev.hostlab.scaling.Scaler;
import dev.hostlab.scaling.SimpleScaler;
import java.util.ArrayList;
import java.util.List;

/// Plays a given metric to one policy: points become visible after their delay, the alarms look at them on whole
/// minutes, or every ten seconds where periods are shorter than a minute.
///
/// What the policy decides has no effect on the series. The same classes decide here as in a simulation.
public final class ScalerReplay {

    private static final int MINUTE = 60;
    private static final int SHORT_EVALUATION = 10;

    private final Scaler scaler;
    private final MetricSeries series;
    private final Timing timing;
    private final List<Replayed.Row> rows = new ArrayList<>();
    private final List<Replayed.Decision> decisions = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private int desired;
    private int shown;
    private long nextPoint;
    private long activityEnds = Long.MAX_VALUE;

    /// How long things take.
    ///
    /// @param publishSeconds   end of a period → point visible
    /// @param launchSeconds    a scale-out is decided → its activity has ended; simple scaling waits for it
    /// @param terminateSeconds the same for a scale-in
    public record Timing(int publishSeconds, int launchSeconds, int terminateSeconds) {}

    public ScalerReplay(Scaler scaler, MetricSeries series, int start, Timing timing) {
        this.scaler = scaler;
        this.series = series;
        this.timing = timing;
        this.desired = start;
        this.nextPoint = series.points().getFirst().at();
    }

    public Replayed run() {
        var every = series.periodSeconds() < MINUTE ? SHORT_EVALUATION : MINUTE;
        var first = (long) series.firstMinute() * MINUTE;
        var from = Math.min(first, nextPoint / every * every);
        for (var at = from; at <= (long) series.lastMinute() * MINUTE; at += every) {
            observe(at);
            decide(at);
            if (at % MINUTE == 0 && at >= first) {
                closeMinute(at);
            }
        }
        return new Replayed(rows, decisions);
    }

    /// Every point that can be seen by now; a period of which no point came is one without data.
    private void observe(long at) {
        var points = series.points();
        while (shown < points.size() && nextPoint + timing.publishSeconds() <= at) {
            var point = points.get(shown);
            if (point.at() <= nextPoint) {
                scaler.observe(point.value());
                shown++;
            } else {
                scaler.observe(Double.NaN);
            }
            nextPoint += series.periodSeconds();
        }
    }

    private void decide(long at) {
        if (scaler instanceof SimpleScaler simple && activityEnds <= at) {
            simple.activityEnded(activityEnds);
            activityEnds = Long.MAX_VALUE;
        }
        var resize = scaler.evaluate(at, desired);
        remember(resize);
        if (resize.desired() != desired) {
            decisions.add(new Replayed.Decision(at, desired, resize.desired(), scaler.metric(), resize.reason()));
            var lasts = resize.desired() > desired ? timing.launchSeconds() : timing.terminateSeconds();
            activityEnds = at + lasts;
            desired = resize.desired();
        }
    }

    /// Every change of the minute; without one, what the last action said that fired in it.
    private void remember(Resize resize) {
        if (resize.desired() != desired) {
            reasons.removeIf(reason -> !reason.contains("→"));
            reasons.add(resize.reason());
        } else if (reasons.isEmpty() || reasons.equals(List.of(Resize.NO_ALARM))) {
            reasons.clear();
            reasons.add(resize.reason());
        }
    }

    private void closeMinute(long at) {
        rows.add(new Replayed.Row(
                (int) (at / MINUTE), scaler.metric(), scaler.alarm(), desired, String.join("; ", reasons)));
        reasons.clear();
    }
}
