package dev.hostlab.engine;

import dev.hostlab.routing.Routing;
import dev.hostlab.workload.Variation;
import java.util.List;
import java.util.Locale;

/// Prints the factors of the estimate's `RoutingCorrection`: extra time with a routing over that of single units with
/// random arrivals, from short exact runs. Service times are exponential.
public final class EstimateCalibration {

    private static final long REQUESTS = 150_000;
    private static final int[] UNITS = {1, 2, 4, 8, 16, 32};
    private static final double[] LOADS = {0.5, 0.7, 0.8, 0.9, 0.95};
    private static final int[] SLOTS = {1, 4, 16};
    private static final int MANY_SLOTS = 2_048;
    /// Below this share of a service time, a wait in a run of this length is mostly chance.
    private static final double MEASURABLE = 1e-3;

    private EstimateCalibration() {}

    public static void main(String... none) {
        for (var routing : List.of(Routing.ROUND_ROBIN, Routing.POWER_OF_TWO)) {
            System.out.println(routing + ", stretch of a shared CPU");
            print((units, load) -> stretch(routing, units, load) / (load / (1 - load)));
            for (var slots : SLOTS) {
                System.out.println(routing + ", wait for one of " + slots + " slots");
                print((units, load) -> wait(routing, units, slots, load));
            }
        }
    }

    private interface Cell {
        double at(int units, double load);
    }

    private static void print(Cell cell) {
        for (var units : UNITS) {
            var row = new StringBuilder("{");
            for (var load : LOADS) {
                row.append(row.length() > 1 ? ", " : "")
                        .append(units == 1 ? "1" : String.format(Locale.ROOT, "%.3f", cell.at(units, load)));
            }
            System.out.println(row.append("},"));
        }
    }

    private static double stretch(Routing routing, int units, double load) {
        var work = QueueingTheoryTest.computing(1, new Variation.Exponential());
        var run = new QueueRun(routing, units, new UnitShape(MANY_SLOTS, 1), work);
        return run.play(load * units, REQUESTS, 0).latencies().meanResponseNanos() / 1e9 - 1;
    }

    private static double wait(Routing routing, int units, int slots, double load) {
        var alone = erlangWait(slots, load);
        if (alone < MEASURABLE) {
            return Double.NaN;
        }
        var run = new QueueRun(routing, units, new UnitShape(slots, 1), QueueingTheoryTest.waiting(1));
        return run.play(load * units * slots, REQUESTS, 0).latencies().meanWaitNanos() / 1e9 / alone;
    }

    /// M/M/c by Erlang's C formula (Cooper, "Introduction to queueing theory", 1981, ch. 3).
    private static double erlangWait(int servers, double load) {
        var erlangs = load * servers;
        var b = 1.0;
        for (var n = 1; n <= servers; n++) {
            b = erlangs * b / (n + erlangs * b);
        }
        return servers * b / (servers - erlangs * (1 - b)) / (servers - erlangs);
    }
}
