package dev.hostlab.engine;

import dev.hostlab.engine.reference.Change;
import dev.hostlab.engine.reference.Rules;
import dev.hostlab.routing.Routing;
import dev.hostlab.workload.Arrivals;
import dev.hostlab.workload.RequestArrivals;
import dev.hostlab.workload.ServiceModel;
import dev.hostlab.workload.Variation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/// A random fleet with a random load: everything that the request side knows, at odd values.
///
/// @param number  makes the same case again
/// @param run     load, service and rules
/// @param changes capacity over time
record RandomCase(int number, WatchedRun run, List<Change> changes) {

    private static final long MILLISECOND = 1_000_000;
    private static final int MOST_REQUESTS = 500;
    private static final int[] NONE = {};

    static RandomCase of(Routing routing, int number) {
        var random = new Random(31L * number + routing.id().length());
        var units = 1 + random.nextInt(5);
        var slots = 1 + random.nextInt(4);
        var vcpus = List.of(0.25, 0.5, 1.0, 2.0, 3.0).get(random.nextInt(5));
        var service = service(random);
        var capacity = Math.min(units * slots / seconds(service), units * vcpus * 1_000 / cpuMs(service));
        var load = load(random, capacity * (0.3 + 1.2 * random.nextDouble()));
        var rules = new Rules(
                routing,
                slots,
                vcpus,
                List.of(0, 1, 3, 20, 1_024).get(random.nextInt(5)),
                random.nextBoolean() ? Long.MAX_VALUE : (20 + random.nextInt(600)) * MILLISECOND + random.nextInt(999),
                random.nextBoolean());
        return new RandomCase(
                number,
                new WatchedRun(rules, load, service, new RunId(number, 0, random.nextInt(4) == 0)),
                changes(random, units, load.horizonNanos()));
    }

    /// Whether times depend on shares of a CPU.
    boolean sharesCpu() {
        return run.service().cpu().msPerRequest() > 0;
    }

    private static double cpuMs(ServiceModel service) {
        return Math.max(1e-3, service.cpu().meanMs(0, 0));
    }

    private static double seconds(ServiceModel service) {
        return (service.cpu().meanMs(0, 0) + service.upstream().ms()) / 1_000;
    }

    private static ServiceModel service(Random random) {
        var kind = random.nextInt(3);
        var cpu = kind == 0 ? 0 : 5 + random.nextInt(40);
        var wait = kind == 1 ? 0 : 5 + random.nextInt(150);
        return new ServiceModel(
                1,
                new ServiceModel.Cpu(cpu, 0, 0, variation(random)),
                new ServiceModel.Upstream(
                        wait, variation(random), 0, ServiceModel.Decoding.NONE, new ServiceModel.Stalls(0.01, 1, 2)),
                ServiceModel.Tokens.NONE,
                ServiceModel.Payload.NONE,
                ServiceModel.Memory.NONE,
                ServiceModel.Clients.PATIENT);
    }

    private static Variation variation(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> new Variation.Constant();
            case 1 -> new Variation.Exponential();
            default -> new Variation.LogNormal(0.3 + 2 * random.nextDouble());
        };
    }

    /// Counts a minute, or single requests of which some come at the very same moment, on whole milliseconds.
    private static Arrivals load(Random random, double perSecond) {
        var count = 50 + random.nextInt(MOST_REQUESTS - 50);
        if (random.nextBoolean()) {
            var minutes = Math.max(1, (int) (count / perSecond / 60));
            var counts = new double[minutes];
            for (var minute = 0; minute < minutes; minute++) {
                counts[minute] = Math.min(MOST_REQUESTS, 2 * random.nextDouble() * perSecond * 60);
            }
            return Plans.minutes(counts);
        }
        var gap = (long) (2 / perSecond * 1_000);
        var at = new long[count];
        for (var request = 1; request < count; request++) {
            var pause = random.nextInt(8) == 0 ? 0 : random.nextLong(gap + 1);
            at[request] = at[request - 1] + pause * MILLISECOND;
        }
        return new RequestArrivals(at[count - 1] + random.nextInt(500) * MILLISECOND + 1, at, NONE, NONE);
    }

    /// Units that are there from the start and others that come; some drain, for a time that may be too short, and
    /// make their number free.
    private static List<Change> changes(Random random, int units, long horizon) {
        var changes = new ArrayList<Change>();
        var lives = units + random.nextInt(4);
        var freeFrom = new ArrayList<Long>();
        for (var life = 0; life < lives; life++) {
            var from = life < units ? 0 : random.nextLong(horizon);
            var number = firstFree(freeFrom, from);
            changes.add(new Change(from, Change.Kind.ADMIT, number));
            var until = Long.MAX_VALUE;
            if (random.nextInt(3) == 0) {
                var withdrawn = from + 1 + random.nextLong(horizon);
                until = withdrawn + random.nextLong(400) * MILLISECOND;
                changes.add(new Change(withdrawn, Change.Kind.WITHDRAW, number));
                changes.add(new Change(until, Change.Kind.END, number));
            }
            freeFrom.set(number, until);
        }
        return changes.stream()
                .filter(change -> change.at() < horizon)
                .sorted(Comparator.comparingLong(Change::at))
                .toList();
    }

    private static int firstFree(List<Long> freeFrom, long at) {
        for (var number = 0; number < freeFrom.size(); number++) {
            if (freeFrom.get(number) < at) {
                return number;
            }
        }
        freeFrom.add(0L);
        return freeFrom.size() - 1;
    }

    @Override
    public String toString() {
        return "case " + number + ": " + run.rules() + ", " + run.load().requests() + " requests of "
                + run.service().cpu() + " and " + run.service().upstream() + " over "
                + run.load().horizonNanos() + " ns, " + changes;
    }
}
