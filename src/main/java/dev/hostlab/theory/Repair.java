package dev.hostlab.theory;

/// M/M/c//N: a fixed number of users who think, ask and wait for the answer: the machine repair model.
///
/// Source: Gross et al., "Fundamentals of Queueing Theory", 2008, section 2.8; the mean values hold for any
/// distribution of the time to think (Bunday and Scraton, 1980). An arriving user sees what a system with one user
/// less shows on average (arrival theorem, Lavenberg and Reiser, 1980).
final class Repair {

    private Repair() {}

    /// @param service rate of one server, 1/s
    static Answers answers(QueueModel.Load.Closed closed, double service, int servers) {
        var think = closed.think().meanSeconds();
        var chances = stationary(closed.users(), think, service, servers);
        var inside = 0.0;
        var busy = 0.0;
        for (var level = 0; level < chances.length; level++) {
            inside += level * chances[level];
            busy += Math.min(level, servers) * chances[level];
        }
        var throughput = busy * service;
        var seen = stationary(closed.users() - 1, think, service, servers);
        var free = 0.0;
        for (var level = 0; level < Math.min(servers, seen.length); level++) {
            free += seen[level];
        }
        return new Answers("M/M/c//N, machine repair")
                .with(Figure.P_WAIT, 1 - free)
                .with(Figure.LQ, inside - busy)
                .with(Figure.L, inside)
                .with(Figure.WQ, (inside - busy) / throughput)
                .with(Figure.W, inside / throughput)
                .with(Figure.P_BLOCK, 0)
                .with(Figure.P_ABANDON, 0)
                .with(Figure.E_BUSY, busy);
    }

    /// Answers a second.
    static double throughput(QueueModel.Load.Closed closed, double service, int servers) {
        return answers(closed, service, servers).value(Figure.E_BUSY).orElseThrow() * service;
    }

    /// Chances of 0, 1, … users inside, built from the likeliest levels' ratios; scaled to stay in range.
    private static double[] stationary(int users, double think, double service, int servers) {
        var chances = new double[users + 1];
        chances[0] = 1;
        var total = 1.0;
        for (var level = 1; level <= users; level++) {
            chances[level] = chances[level - 1] * (users - level + 1) / think / (Math.min(level, servers) * service);
            total += chances[level];
            if (total > 1e200) {
                for (var lower = 0; lower <= level; lower++) {
                    chances[lower] /= total;
                }
                total = 1;
            }
        }
        for (var level = 0; level <= users; level++) {
            chances[level] /= total;
        }
        return chances;
    }
}
