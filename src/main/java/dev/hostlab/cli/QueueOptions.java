package dev.hostlab.cli;

import dev.hostlab.routing.Routing;
import dev.hostlab.theory.QueueModel;
import dev.hostlab.theory.QueueModel.Discipline;
import dev.hostlab.theory.QueueModel.Limits;
import dev.hostlab.theory.QueueModel.Load;
import dev.hostlab.theory.QueueModel.OnDemand;
import dev.hostlab.theory.QueueModel.Servers;
import dev.hostlab.theory.QueueModel.Service;
import dev.hostlab.validation.Issue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The arguments that describe a queue.
final class QueueOptions {

    @Option(
            names = "--interarrival",
            paramLabel = "LAW",
            description = "Times between arrivals: exp, det, erlK, h2-SCV, exp-batch:B (exp).")
    private String interarrival = "exp";

    @Option(names = "--lambda", paramLabel = "X", description = "Requests a second.")
    private @Nullable String lambda;

    @Option(
            names = "--service",
            paramLabel = "LAW",
            description = "Service times: exp, det, erlK, h2-SCV, logn-SCV (exp).")
    private String service = "exp";

    @Option(names = "--mu", paramLabel = "X", description = "Requests a second that one server serves.")
    private @Nullable String mu;

    @Option(names = "--c", paramLabel = "N|inf", description = "Servers (1).")
    private String servers = "1";

    @Option(
            names = "--K",
            paramLabel = "N",
            description = "Most requests inside, served or waiting; in each queue where every server has its own.")
    private String capacity = "inf";

    @Option(names = "--population", paramLabel = "N", description = "A closed system of so many users.")
    private @Nullable String population;

    @Option(
            names = "--think",
            paramLabel = "S",
            description = "Mean seconds for which a user thinks, exponential; det:S for fixed.")
    private @Nullable String think;

    @Option(names = "--discipline", paramLabel = "fcfs|ps", description = "First come, first served, or shared (fcfs).")
    private String discipline = "fcfs";

    @Option(
            names = "--routing",
            paramLabel = "NAME",
            description = "One queue for all: central; one each: random, round-robin, jsq, power-of-2 (central).")
    private String routing = "central";

    @Option(names = "--patience", paramLabel = "exp:RATE|det:S", description = "How long clients wait for service.")
    private @Nullable String patience;

    @Option(
            names = "--setup",
            paramLabel = "exp:MEAN|det:S",
            description = "Servers start on demand, and a cold start takes so long.")
    private @Nullable String setup;

    @Option(
            names = "--delayoff",
            paramLabel = "exp:MEAN|det:S",
            description = "How long an idle server stays on (not at all).")
    private @Nullable String delayOff;

    @Option(names = "--cancel-setups", description = "Cancel starts that are not needed any more, the youngest first.")
    private boolean cancelSetups;

    @Option(
            names = "--schedule",
            paramLabel = "FILE",
            description = "CSV of end_seconds,lambda,c: rates and servers that change; starts empty.")
    private @Nullable Path schedule;

    boolean isScheduled() {
        return schedule != null;
    }

    /// The queue; not to be used if an issue was added.
    QueueModel model(List<Issue> issues) throws IOException {
        var words = new QueueWords(issues);
        var load = load(words);
        var count = load instanceof Load.Scheduled scheduled
                ? scheduled.rows().getFirst().servers()
                : words.countOrInf("--c", servers);
        var limits = new Limits(
                words.countOrInf("--K", capacity), words.patience("--patience", Optional.ofNullable(patience)));
        var serviceLaw = new Service(
                words.rate("--mu", Optional.ofNullable(mu)), words.service("--service", service), discipline(issues));
        var model = new QueueModel(load, serviceLaw, servers(count, words), limits, routing(issues));
        new QueueChecks(model, issues).check();
        return model;
    }

    private Load load(QueueWords words) throws IOException {
        var gaps = words.gaps("--interarrival", interarrival);
        if (schedule != null) {
            return new Load.Scheduled(gaps.variation(), ScheduleFile.read(schedule, words.issues()));
        }
        if (population != null) {
            var thinking = words.think("--think", Optional.ofNullable(think));
            if (think == null) {
                words.issues().add(new Issue("--think", "It is missing.", "Give the mean seconds to think."));
            }
            return new Load.Closed(
                    words.count("--population", population), thinking.orElse(new QueueModel.Span(1, gaps.variation())));
        }
        return new Load.Open(words.rate("--lambda", Optional.ofNullable(lambda)), gaps.variation(), gaps.batch());
    }

    private Servers servers(int count, QueueWords words) {
        var starts = words.span("--setup", Optional.ofNullable(setup));
        var idles = words.span("--delayoff", Optional.ofNullable(delayOff));
        if (setup == null && (delayOff != null || cancelSetups)) {
            words.issues().add(new Issue("--setup", "It is missing.", "Say how long a cold start takes."));
        }
        return new Servers(count, starts.map(start -> new OnDemand(start, idles, cancelSetups)));
    }

    private Discipline discipline(List<Issue> issues) {
        return switch (discipline) {
            case "fcfs" -> Discipline.FCFS;
            case "ps" -> Discipline.PS;
            default -> {
                issues.add(new Issue("--discipline", "There is no '" + discipline + "'.", "Give fcfs or ps."));
                yield Discipline.FCFS;
            }
        };
    }

    private Routing routing(List<Issue> issues) {
        return switch (routing) {
            case "central" -> Routing.CENTRAL;
            case "random" -> Routing.RANDOM;
            case "round-robin" -> Routing.ROUND_ROBIN;
            case "jsq", "least-outstanding" -> Routing.LEAST_OUTSTANDING;
            case "power-of-2" -> Routing.POWER_OF_TWO;
            default -> {
                issues.add(new Issue(
                        "--routing",
                        "There is no '" + routing + "'.",
                        "Give central, random, round-robin, jsq or power-of-2."));
                yield Routing.CENTRAL;
            }
        };
    }
}
