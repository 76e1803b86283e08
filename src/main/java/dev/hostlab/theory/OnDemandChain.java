package dev.hostlab.theory;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/// M/M/k with exponential cold starts and, if wanted, exponential delays before an idle server goes off; unneeded
/// starts are cancelled. A Markov chain over servers on and requests inside, solved level by level.
///
/// Source: Gandhi, Doroudi, Harchol-Balter and Scheller-Wolf, "Exact analysis of the M/M/k/setup class of Markov chains
/// via recursive renewal reward", SIGMETRICS 2013; solved here by the matrix-geometric method (Neuts, "Matrix-Geometric
/// Solutions in Stochastic Models", 1981).
final class OnDemandChain {

    private static final double CONVERGED = 1e-14;
    private static final int MOST_ITERATIONS = 200_000;

    private final double perSecond;
    private final double service;
    private final int servers;
    private final double setup;
    private final double off;

    /// @param service  rate of one server, 1/s
    /// @param onDemand exponential spans
    OnDemandChain(double perSecond, double service, int servers, QueueModel.OnDemand onDemand) {
        this.perSecond = perSecond;
        this.service = service;
        this.servers = servers;
        setup = 1 / onDemand.setup().meanSeconds();
        off = onDemand.delayOff().map(delay -> 1 / delay.meanSeconds()).orElse(Double.POSITIVE_INFINITY);
    }

    Answers answers() {
        var ratio = ratioFromTop();
        var ratios = new RealMatrix[servers + 1];
        ratios[servers] = ratio;
        for (var level = servers; level >= 1; level--) {
            ratios[level - 1] = ratio(level, ratios[level]);
        }
        return weighed(levels(ratios), ratio);
    }

    /// Each level's chances are those of the level below times a matrix; above the number of
    /// servers it is the same.
    private RealMatrix ratioFromTop() {
        RealMatrix ratio = new Array2DRowRealMatrix(servers + 1, servers + 1);
        for (var iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            var next = ratio(servers + 1, ratio);
            var change = next.subtract(ratio).getNorm();
            ratio = next;
            if (change < CONVERGED) {
                break;
            }
        }
        return ratio;
    }

    private RealMatrix ratio(int level, RealMatrix above) {
        var here = local(level).add(above.multiply(down(level + 1)));
        return new LUDecomposition(here).getSolver().getInverse().scalarMultiply(-perSecond);
    }

    /// The chances of levels 0 to the number of servers, not yet adding up to 1.
    private RealMatrix[] levels(RealMatrix[] ratios) {
        var empty = local(0).add(ratios[0].multiply(down(1)));
        var balance = empty.transpose();
        var right = new double[servers + 1];
        for (var on = 0; on <= servers; on++) {
            balance.setEntry(0, on, 1);
        }
        right[0] = 1;
        var solved = new LUDecomposition(balance)
                .getSolver()
                .solve(MatrixUtils.createRealVector(right))
                .toArray();
        var levels = new RealMatrix[servers + 1];
        levels[0] = MatrixUtils.createRowRealMatrix(solved);
        for (var level = 1; level <= servers; level++) {
            levels[level] = levels[level - 1].multiply(ratios[level - 1]);
        }
        return levels;
    }

    private Answers weighed(RealMatrix[] levels, RealMatrix ratio) {
        var identity = MatrixUtils.createRealIdentityMatrix(servers + 1);
        var sum = new LUDecomposition(identity.subtract(ratio)).getSolver().getInverse();
        var top = levels[servers].multiply(sum);
        var deeper = top.multiply(ratio).multiply(sum);
        var means = new Means();
        for (var level = 0; level < servers; level++) {
            means.add(level, levels[level]);
        }
        means.add(servers, top);
        means.waiting += total(deeper);
        means.inside += total(deeper);
        return means.answers();
    }

    /// Sums over the states, weighed by their chances.
    private final class Means {

        private double total;
        private double inside;
        private double waiting;
        private double busy;
        private double starting;
        private double idle;
        private double welcomed;

        void add(int level, RealMatrix chances) {
            for (var on = 0; on <= servers; on++) {
                var chance = chances.getEntry(0, on);
                total += chance;
                inside += level * chance;
                waiting += Math.max(0, level - on) * chance;
                busy += Math.min(on, level) * chance;
                starting += starting(on, level) * chance;
                idle += Math.max(0, on - level) * chance;
                welcomed += on > level ? chance : 0;
            }
        }

        Answers answers() {
            var queue = waiting / total;
            return new Answers("M/M/k with setup, matrix-geometric solution")
                    .with(Figure.P_WAIT, 1 - welcomed / total)
                    .with(Figure.LQ, queue)
                    .with(Figure.L, inside / total)
                    .with(Figure.WQ, queue / perSecond)
                    .with(Figure.W, inside / total / perSecond)
                    .with(Figure.P_BLOCK, 0)
                    .with(Figure.P_ABANDON, 0)
                    .with(Figure.E_BUSY, busy / total)
                    .with(Figure.E_SETUP, starting / total)
                    .with(Figure.E_ON, (busy + idle + starting) / total);
        }
    }

    private int starting(int on, int level) {
        return Math.min(Math.max(0, level - on), servers - on);
    }

    private static double total(RealMatrix row) {
        var sum = 0.0;
        for (var column = 0; column < row.getColumnDimension(); column++) {
            sum += row.getEntry(0, column);
        }
        return sum;
    }

    private RealMatrix local(int level) {
        var rates = new Array2DRowRealMatrix(servers + 1, servers + 1);
        for (var on = 0; on <= servers; on++) {
            var out = perSecond + Math.min(on, level) * service;
            var started = starting(on, level) * setup;
            if (started > 0) {
                rates.setEntry(on, on + 1, started);
                out += started;
            }
            if (on > level && Double.isFinite(off)) {
                rates.setEntry(on, on - 1, (on - level) * off);
                out += (on - level) * off;
            }
            rates.setEntry(on, on, -out);
        }
        return rates;
    }

    private RealMatrix down(int level) {
        var rates = new Array2DRowRealMatrix(servers + 1, servers + 1);
        for (var on = 1; on <= servers; on++) {
            var goesOff = Double.isInfinite(off) && level <= on;
            rates.setEntry(on, goesOff ? on - 1 : on, Math.min(on, level) * service);
        }
        return rates;
    }
}
