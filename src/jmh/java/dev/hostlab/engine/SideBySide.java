package dev.hostlab.engine;

import dev.hostlab.routing.Routing;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToLongFunction;

/// Plays the same jobs through Hostlab and through SSJ in turn on one thread, and prints CPU nanoseconds a
/// request and the ratios round by round (median of the rounds), so that a machine that others use as well tells
/// the truth about the ratio at least.
///
/// Arguments: rounds (7), then words that contenders' names must contain one of.
public final class SideBySide {

    private static final int STEADY_MINUTES = 1_480;

    private static final String TWO_THREADS = "two threads, round robin, day";
    private static final List<Routing> FLAT = List.of(Routing.ROUND_ROBIN, Routing.CENTRAL, Routing.LEAST_OUTSTANDING);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final List<Contender> contenders = new ArrayList<>();

    /// One job of one engine, and what its rounds took.
    private static final class Contender {

        private final String name;
        private final Optional<Contender> peer;
        private final IntToLongFunction job;
        private final List<Double> nanos = new ArrayList<>();

        Contender(String name, Optional<Contender> peer, IntToLongFunction job) {
            this.name = name;
            this.peer = peer;
            this.job = job;
        }

        void play(int round) {
            var began = THREADS.getCurrentThreadCpuTime();
            var requests = job.applyAsLong(Math.max(0, round));
            if (round >= 0) {
                nanos.add((double) (THREADS.getCurrentThreadCpuTime() - began) / requests);
            }
        }

        void print() {
            var own = median(nanos);
            System.out.printf(Locale.ROOT, "%-46s %7.1f ns a request %7.2f M/s", name, own, 1_000 / own);
            peer.filter(other -> other.nanos.size() == nanos.size()).ifPresent(other -> {
                var ratios = new ArrayList<Double>();
                for (var round = 0; round < nanos.size(); round++) {
                    ratios.add(other.nanos.get(round) / nanos.get(round));
                }
                System.out.printf(Locale.ROOT, " %6.2f × SSJ", median(ratios));
                System.out.printf(Locale.ROOT, " (%.2f to %.2f)", Collections.min(ratios), Collections.max(ratios));
            });
            System.out.println();
        }
    }

    private SideBySide() {
        var steady = PeerJobs.steady(STEADY_MINUTES);
        var day = PeerJobs.day();
        var ssjFifty = add(
                "SSJ, M/M/50 at 90 %",
                Optional.empty(), round -> SsjPool.exponential(steady, 50).play());
        add("central, M/M/50 at 90 %", Optional.of(ssjFifty), round -> PeerJobs.fifty(Routing.CENTRAL, steady, round));
        var ssjDay = Optional.of(add(
                "SSJ, day with target tracking, central pool",
                Optional.empty(),
                round -> SsjPool.tracking(day, PeerJobs.daySlots(), PeerJobs.SERVICE_SECONDS, PeerJobs.CV)
                        .play()));
        for (var routing : Routing.values()) {
            add(name(routing) + ", day", ssjDay, round -> PeerJobs.tracking(routing, day, round));
        }
        add(
                "processor sharing, M/M/1-PS × 64",
                Optional.of(ssjFifty),
                round -> PeerJobs.sharing(Routing.ROUND_ROBIN, steady, round));
        for (var units : new int[] {8, 64, 500, 2_000}) {
            var counts = PeerJobs.minutesFor(units, 4_000_000);
            for (var routing : FLAT) {
                add(
                        name(routing) + ", flat, units: " + units,
                        ssjDay,
                        round -> PeerJobs.flat(routing, units, counts, round));
            }
        }
    }

    /// Plays each group of contenders in a process of its own, since what one has taught the compiler would slow
    /// the next.
    public static void main(String[] args) throws IOException, InterruptedException {
        var rounds = args.length > 0 ? Integer.parseInt(args[0]) : 7;
        if (args.length > 1) {
            new SideBySide().play(rounds, Arrays.asList(args).subList(1, args.length));
            return;
        }
        fork(rounds, "M/M/50 at");
        fork(rounds, "SSJ, M/M", "sharing");
        for (var routing : Routing.values()) {
            fork(rounds, "SSJ, day", name(routing) + ", day");
        }
        for (var routing : FLAT) {
            fork(rounds, name(routing) + ", flat");
        }
        fork(rounds, TWO_THREADS);
    }

    private static void fork(int rounds, String... words) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-Xmx512m", "-cp", System.getProperty("java.class.path")));
        command.add(SideBySide.class.getName());
        command.add(Integer.toString(rounds));
        command.addAll(List.of(words));
        new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    /// How much more two threads do than one: twice what one does, by the CPU time that a request takes when both
    /// run, so that it holds on a machine that others use as well.
    private static void playTwoThreads(int rounds) throws InterruptedException {
        var day = PeerJobs.day();
        var job = new Contender("", Optional.empty(), round -> PeerJobs.tracking(Routing.ROUND_ROBIN, day, round));
        var one = new Contender("", Optional.empty(), job.job);
        var other = new Contender("", Optional.empty(), job.job);
        for (var round = -2; round < rounds; round++) {
            job.play(round);
            var number = round;
            var second = Thread.ofPlatform().start(() -> other.play(number));
            one.play(round);
            second.join();
        }
        var both = (median(one.nanos) + median(other.nanos)) / 2;
        System.out.printf(Locale.ROOT, "%-46s %6.2f × one%n", TWO_THREADS, 2 * median(job.nanos) / both);
    }

    private static String name(Routing routing) {
        return routing.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private Contender add(String name, Optional<Contender> peer, IntToLongFunction job) {
        var contender = new Contender(name, peer, job);
        contenders.add(contender);
        return contender;
    }

    private void play(int rounds, List<String> words) throws InterruptedException {
        if (words.contains(TWO_THREADS)) {
            playTwoThreads(rounds);
            return;
        }
        contenders.removeIf(contender -> !words.isEmpty() && words.stream().noneMatch(contender.name::contains));
        for (var round = -2; round < rounds; round++) {
            for (var contender : contenders) {
                contender.play(round);
            }
        }
        contenders.forEach(Contender::print);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
