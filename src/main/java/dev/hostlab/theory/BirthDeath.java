package dev.hostlab.theory;

import java.util.Arrays;

/// Poisson arrivals of batches, exponential service, one queue, room for all or for some: `M^[b]/M/c` and `M/M/c/K`.
///
/// The stationary distribution follows from the balance of what crosses each level: up, by batches; down, one by one.
/// A request then waits for as many service completions as there are requests before it that exceed the servers.
/// (Gross et al., "Fundamentals of Queueing Theory", 2008, sections 2.5 and 3.1.)
final class BirthDeath {

    private static final double NEGLIGIBLE = 1e-13;
    private static final int FIRST_LEVELS = 1_024;

    private final QueueModel.Load.Open load;
    private final double service;
    private final int servers;
    private final int capacity;
    private final double[] probability;

    /// @param service  rate of one server, 1/s
    /// @param capacity most requests inside; batches must be of one where it is limited
    BirthDeath(QueueModel.Load.Open load, double service, int servers, int capacity) {
        this.load = load;
        this.service = service;
        this.servers = servers;
        this.capacity = capacity;
        probability = stationary();
    }

    private double[] stationary() {
        var batches = load.perSecond() / load.batch();
        var levels = new double[FIRST_LEVELS];
        levels[0] = 1;
        var total = 1.0;
        var recent = 1.0;
        var level = 0;
        var largest = 1.0;
        while (level < capacity && (level <= servers + load.batch() || levels[level] > NEGLIGIBLE * largest)) {
            level++;
            if (level == levels.length) {
                levels = Arrays.copyOf(levels, 2 * level);
            }
            levels[level] = batches * recent / (Math.min(level, servers) * service);
            total += levels[level];
            largest = Math.max(largest, levels[level]);
            recent += levels[level] - (level >= load.batch() ? levels[level - load.batch()] : 0);
        }
        var chances = Arrays.copyOf(levels, level + 1);
        for (var index = 0; index <= level; index++) {
            chances[index] /= total;
        }
        return chances;
    }

    Answers answers(String source) {
        var blocked = capacity == QueueModel.UNLIMITED ? 0 : probability[capacity];
        var accepted = load.perSecond() * (1 - blocked);
        var inside = 0.0;
        var waiting = 0.0;
        for (var level = 0; level < probability.length; level++) {
            inside += level * probability[level];
            waiting += Math.max(0, level - servers) * probability[level];
        }
        var ahead = new StageWait(completionsToWaitFor(blocked), servers * service);
        var wait = waiting / accepted;
        return new Answers(source)
                .with(Figure.P_WAIT, 1 - ahead.none())
                .with(Figure.LQ, waiting)
                .with(Figure.L, inside)
                .with(Figure.WQ, wait)
                .with(Figure.W, inside / accepted)
                .with(WaitingTimes.percentiles(
                        ahead::tail, WaitingTimes.plusExponential(ahead::tail, service), wait + 1 / service))
                .with(Figure.P_BLOCK, blocked)
                .with(Figure.P_ABANDON, 0)
                .with(Figure.E_BUSY, accepted / service);
    }

    /// Chances that an accepted request has to wait for 0, 1, 2, … completions.
    private double[] completionsToWaitFor(double blocked) {
        var chances = new double[probability.length + load.batch()];
        for (var level = 0; level < probability.length && level < capacity; level++) {
            for (var position = 0; position < load.batch(); position++) {
                var stages = Math.max(0, level + position + 1 - servers);
                chances[stages] += probability[level] / load.batch() / (1 - blocked);
            }
        }
        return chances;
    }
}
