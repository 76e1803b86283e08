package dev.hostlab.comparison;

import static java.util.Objects.requireNonNull;

import dev.hostlab.estimate.Omissions;
import dev.hostlab.hosting.HostingOption;
import dev.hostlab.hosting.OptionId;
import dev.hostlab.settings.LedgerEntry;
import dev.hostlab.settings.RunParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.workload.ServiceModels;
import dev.hostlab.workload.Workload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Everything that was simulated for a comparison. The engine meters and never prices, so the same runs can be weighed
/// again with another hourly rate, other chores or the prices of another region.
public final class SimulatedRuns {

    private static final double NANOS_PER_HOUR = 3.6e12;
    private static final String REGION = "region";
    private static final String NOTHING_SIMULATED =
            "Estimate: no request was simulated, so there are no intervals, and replications and seed are not used.";
    private static final List<String> PRICED = List.of("effort.", "billing.", "prices.");

    private final ComparisonRequest request;
    private final List<List<Replica>> replicas;
    private final EngineSpeed speed;
    private final boolean estimated;
    private final Optional<WindowSummary> windows;

    /// @param replicas of each option, in the order of the request
    SimulatedRuns(ComparisonRequest request, List<List<Replica>> replicas, EngineSpeed speed) {
        this(request, replicas, speed, Optional.empty(), false);
    }

    private SimulatedRuns(
            ComparisonRequest request,
            List<List<Replica>> replicas,
            EngineSpeed speed,
            Optional<WindowSummary> windows,
            boolean estimated) {
        this.request = requireNonNull(request, "request");
        this.replicas = List.copyOf(replicas);
        this.speed = requireNonNull(speed, "speed");
        this.windows = windows;
        this.estimated = estimated;
    }

    /// What was estimated instead of simulated; the comparison says so.
    ///
    /// @param passes of each option, in the order of the request
    static SimulatedRuns ofEstimates(ComparisonRequest request, List<List<Replica>> passes, EngineSpeed speed) {
        return new SimulatedRuns(request, passes, speed, Optional.empty(), true);
    }

    /// What was simulated in part; the comparison says so.
    ///
    /// @param replicas of each option, in the order of the request: all groups of windows
    /// together, then without each
    static SimulatedRuns ofWindows(
            ComparisonRequest request, List<List<Replica>> replicas, EngineSpeed speed, WindowSummary windows) {
        return new SimulatedRuns(request, replicas, speed, Optional.of(windows), false);
    }

    /// The options that were simulated.
    public List<OptionId> options() {
        return request.options();
    }

    /// Whether simulating another request would give these very runs: it differs in nothing but prices and effort.
    public boolean answer(ComparisonRequest other) {
        return request.workload().sha256().equals(other.workload().sha256())
                && request.options().equals(other.options())
                && simulated(request.settings()).equals(simulated(other.settings()));
    }

    /// What the runs depend on. Where they go on until the total is sure enough, prices count too.
    private static Map<String, String> simulated(Settings settings) {
        var texts = new TreeMap<>(settings.toMap());
        if (Precision.of(settings).isWanted()) {
            return texts;
        }
        Predicate<String> isPriced = path -> PRICED.stream().anyMatch(path::startsWith);
        texts.keySet().removeIf(isPriced.or(REGION::equals));
        return texts;
    }

    /// Whether this was estimated and nothing simulated.
    public boolean isEstimate() {
        return estimated;
    }

    /// The comparison that was asked for.
    public Comparison comparison() {
        return weighed(request);
    }

    /// The comparison at other prices or with other effort, without simulating again.
    ///
    /// @throws IllegalArgumentException if these runs do not [#answer] the request
    public Comparison weighed(ComparisonRequest other) {
        if (!answer(other)) {
            throw new IllegalArgumentException(
                    "Other runs are needed for " + other.workload().name());
        }
        var samples = estimated ? Samples.ofEstimates() : new Samples();
        var outcomes = new ArrayList<Outcome>();
        var hosts = other.hostingOptions();
        for (var index = 0; index < replicas.size(); index++) {
            var runs = new OptionRuns(hosts.get(index), other, replicas.get(index), method());
            runs.judgeBy(samples);
            outcomes.add(runs.outcome());
        }
        return new Weighing(other, outcomes, samples, windows).comparison(replications(), speed);
    }

    private Method method() {
        if (windows.isPresent()) {
            return Method.WINDOWS;
        }
        return estimated ? Method.ESTIMATE : Method.EXACT;
    }

    /// Whole runs, or groups of windows; none of an estimate.
    private int replications() {
        var replicasEach = replicas.getFirst().size();
        return switch (method()) {
            case EXACT -> replicasEach;
            case WINDOWS -> Math.max(1, replicasEach - 1);
            case ESTIMATE -> 0;
        };
    }

    /// Outcomes and what they are judged by, on their way to a comparison.
    private record Weighing(
            ComparisonRequest request, List<Outcome> outcomes, Samples samples, Optional<WindowSummary> windows) {

        Comparison comparison(int replications, EngineSpeed speed) {
            var estimated = replications == 0;
            var settings = request.settings();
            return new Comparison(
                    summary(request.playedWorkload()),
                    prices(),
                    settings.get(RunParameters.PRESET),
                    settings.get(RunParameters.SEED),
                    replications,
                    outcomes,
                    samples.totalDifferences(request.options()),
                    verdict(estimated),
                    ledger(),
                    notices(replications),
                    speed,
                    windows.orElse(null),
                    List.of());
        }

        /// Without what belongs to options that are off by default and were not asked for.
        private List<LedgerEntry> ledger() {
            var off = Arrays.stream(OptionId.values())
                    .filter(option -> !option.isUsual() && !request.options().contains(option))
                    .toList();
            return request.settings().ledger().stream()
                    .filter(entry -> off.stream().noneMatch(option -> option.owns(entry.path())))
                    .toList();
        }

        private List<String> notices(int replications) {
            var notices = new ArrayList<String>();
            if (replications == 0) {
                notices.add(NOTHING_SIMULATED);
                request.hostingOptions().forEach(option -> omission(option).ifPresent(notices::add));
            }
            windows.ifPresent(played -> notices.add(played.notice(replications)));
            notices.addAll(request.notices());
            if (replications > 0 && windows.isEmpty()) {
                notices.addAll(Precision.of(request.settings()).notices(outcomes, replications));
                notices.addAll(events().notices());
                notices.addAll(new SwingNotices(request.settings(), outcomes).notices());
            }
            return new PriceNotices(request.settings(), outcomes).after(notices);
        }

        private EventNotices events() {
            var calendar =
                    request.hostingOptions().getFirst().fleetPlan(1).events().calendar();
            var horizon = request.playedWorkload().arrivals().horizonNanos();
            return new EventNotices(calendar, horizon / NANOS_PER_HOUR, outcomes);
        }

        private Optional<String> omission(HostingOption option) {
            var service = ServiceModels.of(request.settings());
            return Omissions.of(option.fleetPlan(1), service)
                    .map(left -> "The estimate of " + option.id().label() + " leaves out " + left
                            + "; an exact run plays them.");
        }

        private Verdict verdict(boolean estimated) {
            var verdict = Judge.verdict(outcomes, samples);
            return estimated ? verdict.asEstimate() : verdict;
        }

        private static WorkloadSummary summary(Workload workload) {
            var arrivals = workload.arrivals();
            return new WorkloadSummary(
                    workload.name(),
                    workload.sha256(),
                    workload.rows(),
                    workload.from(),
                    workload.to(),
                    arrivals.requests(),
                    arrivals.inputTokens(),
                    arrivals.outputTokens());
        }

        private PriceSummary prices() {
            var missing = new TreeSet<String>();
            for (var outcome : outcomes) {
                missing.addAll(outcome.cost().monthly().missing());
            }
            var book = request.prices();
            return new PriceSummary(book.region(), book.asOf().toString(), book.sha256(), List.copyOf(missing));
        }
    }
}
