package dev.hostlab.theory;

import dev.hostlab.routing.Routing;
import dev.hostlab.theory.QueueModel.Discipline;
import dev.hostlab.theory.QueueModel.Load;
import dev.hostlab.workload.Variation;
import java.util.Optional;

/// What queueing theory says about a queue: exact answers only, nothing where it has none.
public final class Theory {

    private static final double HIGHEST_LOAD_OF_SERIES = 0.99;
    private static final int MOST_SERVERS_OF_CHAIN = 64;
    private static final int MANY_SERVERS = 100;

    private Theory() {}

    /// The answers for a queue in its steady state; none for one that has no steady state.
    public static Answers answers(QueueModel model) {
        if (model.isUnstable()) {
            return Answers.none();
        }
        return switch (model.load()) {
            case Load.Open open -> alwaysBilled(model, open(model, open));
            case Load.Closed closed ->
                isPlain(model) && isExponential(model) && isOneLine(model)
                        ? alwaysBilled(
                                model,
                                Repair.answers(
                                        closed,
                                        model.service().perSecond(),
                                        Math.min(model.servers().count(), closed.users())))
                        : Answers.none();
            case Load.Scheduled scheduled -> Answers.none();
        };
    }

    /// Answers a second of a closed system with one queue, were its service exponential.
    public static double throughput(Load.Closed closed, QueueModel model) {
        var servers = Math.min(model.servers().count(), closed.users());
        return Repair.throughput(closed, model.service().perSecond(), servers);
    }

    private static Answers open(QueueModel model, Load.Open open) {
        if (model.servers().count() == QueueModel.UNLIMITED && isPlain(model)) {
            return unlimited(model, open);
        }
        if (!isPoisson(open) && !(isExponential(model) && isPlain(model))) {
            return Answers.none();
        }
        return switch (model.routing()) {
            case CENTRAL -> central(model, open);
            case RANDOM -> split(model, open, open.gaps(), Routing.RANDOM);
            case ROUND_ROBIN ->
                everyNth(open, model.servers().count())
                        .map(gaps -> split(model, open, gaps, Routing.ROUND_ROBIN))
                        .orElseGet(Answers::none);
            case POWER_OF_TWO -> manyServers(model, open);
            case LEAST_OUTSTANDING -> Answers.none();
        };
    }

    private static Answers central(QueueModel model, Load.Open open) {
        if (model.service().discipline() == Discipline.PS) {
            return shared(model, open);
        }
        if (model.servers().onDemand().isPresent()) {
            return onDemand(model, open, model.servers().onDemand().get());
        }
        if (model.limits().patience().isPresent()) {
            return impatient(model, open, model.limits().patience().get());
        }
        if (isExponential(model)) {
            return exponentialService(model, open);
        }
        return generalService(model, open);
    }

    private static Answers exponentialService(QueueModel model, Load.Open open) {
        var servers = model.servers().count();
        var rate = model.service().perSecond();
        var capacity = model.limits().capacity();
        if (capacity != QueueModel.UNLIMITED || open.batch() > 1) {
            var known = isPoisson(open) || (open.batch() > 1 && open.gaps() instanceof Variation.Exponential);
            return known && (capacity == QueueModel.UNLIMITED || open.batch() == 1)
                    ? new BirthDeath(open, rate, servers, capacity).answers("M^[b]/M/c/K, chain")
                    : Answers.none();
        }
        if (!GeneralArrivals.knows(open.gaps())) {
            return Answers.none();
        }
        var wait = new GeneralArrivals(open.perSecond(), open.gaps(), rate, servers).waits();
        var name = isPoisson(open) ? "M/M/c, Erlang C" : "GI/M/c, Takács";
        return means(new Answers(name), open.perSecond(), wait.mean(), model)
                .with(Figure.P_WAIT, wait.share())
                .with(wait.percentiles());
    }

    private static Answers generalService(QueueModel model, Load.Open open) {
        var servers = model.servers().count();
        var load = open.perSecond() / model.service().perSecond();
        if (model.limits().capacity() == servers && open.batch() == 1) {
            return lossOnly(model, open, load);
        }
        if (!isPoisson(open) || !isPlain(model)) {
            return Answers.none();
        }
        if (servers == 1) {
            return new GeneralService(open.perSecond(), model.service()).answers();
        }
        var isFixed = model.service().variation() instanceof Variation.Constant;
        if (isFixed && load <= HIGHEST_LOAD_OF_SERIES * servers) {
            var wait = FixedService.meanWait(servers, load) * model.service().meanSeconds();
            return means(new Answers("M/D/c, Crommelin"), open.perSecond(), wait, model);
        }
        return Answers.none();
    }

    private static Answers lossOnly(QueueModel model, Load.Open open, double load) {
        var blocked = ErlangC.blocking(model.servers().count(), load);
        return means(new Answers("M/G/c/c, Erlang B"), open.perSecond() * (1 - blocked), 0, model)
                .with(Figure.P_WAIT, 0)
                .with(Figure.P_BLOCK, blocked);
    }

    private static Answers impatient(QueueModel model, Load.Open open, QueueModel.Span patience) {
        var known = isPoisson(open)
                && isExponential(model)
                && model.limits().capacity() == QueueModel.UNLIMITED
                && Impatience.knows(patience);
        return known
                ? new Impatience(
                                open.perSecond(),
                                model.service().perSecond(),
                                model.servers().count(),
                                patience)
                        .answers()
                : Answers.none();
    }

    private static Answers onDemand(QueueModel model, Load.Open open, QueueModel.OnDemand onDemand) {
        var unlimitedRoom = model.limits().equals(QueueModel.Limits.NONE);
        if (!isPoisson(open) || !unlimitedRoom) {
            return Answers.none();
        }
        var servers = model.servers().count();
        if (servers == 1 && onDemand.delayOff().isEmpty()) {
            return new GeneralService(open.perSecond(), model.service()).answersWithSetup(onDemand.setup());
        }
        var exponential = isExponential(model)
                && onDemand.cancels()
                && onDemand.setup().isExponential()
                && onDemand.delayOff().map(QueueModel.Span::isExponential).orElse(true);
        return exponential && servers <= MOST_SERVERS_OF_CHAIN
                ? new OnDemandChain(open.perSecond(), model.service().perSecond(), servers, onDemand).answers()
                : Answers.none();
    }

    private static Answers shared(QueueModel model, Load.Open open) {
        if (!isPoisson(open) || !isPlain(model)) {
            return Answers.none();
        }
        var servers = model.servers().count();
        var mean = model.service().meanSeconds();
        var response = mean + ErlangC.meanWait(servers, open.perSecond() * mean) * mean;
        return new Answers("M/G/c-PS, insensitive")
                .with(Figure.L, open.perSecond() * response)
                .with(Figure.W, response)
                .with(Figure.P_BLOCK, 0)
                .with(Figure.P_ABANDON, 0)
                .with(Figure.E_BUSY, open.perSecond() * mean);
    }

    private static Answers unlimited(QueueModel model, Load.Open open) {
        var answers = means(new Answers("GI/G/∞"), open.perSecond(), 0, model)
                .with(Figure.P_WAIT, 0)
                .with(Figure.WQ_P50, 0)
                .with(Figure.WQ_P95, 0)
                .with(Figure.WQ_P99, 0);
        return answers.with(Figure.E_SETUP, 0)
                .with(Figure.E_ON, open.perSecond() * model.service().meanSeconds());
    }

    /// Queues of their own, each of which gets its part of the requests.
    private static Answers split(QueueModel model, Load.Open open, Variation gaps, Routing routing) {
        if ((routing == Routing.RANDOM && !isPoisson(open))
                || open.batch() > 1
                || model.servers().onDemand().isPresent()) {
            return Answers.none();
        }
        var queues = model.servers().count();
        var part = new QueueModel(
                new Load.Open(open.perSecond() / queues, gaps, 1),
                model.service(),
                QueueModel.Servers.alwaysOn(1),
                model.limits(),
                Routing.CENTRAL);
        var one = open(part, (Load.Open) part.load());
        var all = new Answers(routing == Routing.RANDOM ? "c independent queues" : "c queues of every c-th arrival");
        for (var figure : Figure.values()) {
            var times = figure.unit() == Figure.Unit.NUMBER ? queues : 1;
            one.value(figure).ifPresent(value -> all.with(figure, times * value));
        }
        return all;
    }

    /// The gaps between every n-th arrival: n of them in a row, where their sum has a name.
    private static Optional<Variation> everyNth(Load.Open open, int n) {
        return switch (open.gaps()) {
            case Variation.Exponential() -> Optional.of(new Variation.Erlang(n));
            case Variation.Erlang(int stages) -> Optional.of(new Variation.Erlang(n * stages));
            case Variation.Constant constant -> Optional.of(constant);
            case Variation.Hyperexponential phases -> Optional.empty();
            case Variation.LogNormal other -> Optional.empty();
        };
    }

    /// The limit of many servers under the power of two choices; said only for many.
    ///
    /// Source: Vvedenskaya, Dobrushin and Karpelevich, 1996; Mitzenmacher, "The power of two choices in randomized
    /// load balancing", IEEE Transactions on Parallel and Distributed Systems 12, 2001.
    private static Answers manyServers(QueueModel model, Load.Open open) {
        var servers = model.servers().count();
        if (servers < MANY_SERVERS || !isPoisson(open) || !isExponential(model) || !isPlain(model)) {
            return Answers.none();
        }
        var load = open.perSecond() / model.service().perSecond() / servers;
        var response = 0.0;
        for (var exponent = 0.0; ; exponent = 2 * exponent + 2) {
            var term = StrictMath.pow(load, exponent);
            response += term;
            if (term < 1e-15) {
                break;
            }
        }
        var wait = (response - 1) * model.service().meanSeconds();
        return means(new Answers("power of two, limit of many servers"), open.perSecond(), wait, model)
                .with(Figure.P_WAIT, load * load);
    }

    private static Answers means(Answers answers, double accepted, double wait, QueueModel model) {
        var mean = model.service().meanSeconds();
        return answers.with(Figure.LQ, accepted * wait)
                .with(Figure.L, accepted * (wait + mean))
                .with(Figure.WQ, wait)
                .with(Figure.W, wait + mean)
                .with(Figure.P_BLOCK, 0)
                .with(Figure.P_ABANDON, 0)
                .with(Figure.E_BUSY, accepted * mean);
    }

    /// Servers that are always on are all paid for.
    private static Answers alwaysBilled(QueueModel model, Answers answers) {
        var count = model.servers().count();
        return answers.isEmpty()
                        || count == QueueModel.UNLIMITED
                        || model.servers().onDemand().isPresent()
                ? answers
                : answers.with(Figure.E_SETUP, 0).with(Figure.E_ON, count);
    }

    private static boolean isOneLine(QueueModel model) {
        return model.routing() == Routing.CENTRAL && model.service().discipline() == Discipline.FCFS;
    }

    private static boolean isPlain(QueueModel model) {
        return model.limits().equals(QueueModel.Limits.NONE)
                && model.servers().onDemand().isEmpty();
    }

    private static boolean isExponential(QueueModel model) {
        return model.service().variation() instanceof Variation.Exponential;
    }

    private static boolean isPoisson(Load.Open open) {
        return open.gaps() instanceof Variation.Exponential && open.batch() == 1;
    }
}
