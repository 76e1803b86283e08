package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.routing.Routing;
import dev.hostlab.workload.ServiceModel;
import dev.hostlab.workload.Variation;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;

/// The kernel that hosts the options against results that are known exactly.
///
/// A check passes where the exact answer lies within five standard errors of the mean over replications (about
/// one false alarm in 10,000 checks with 19 degrees of freedom), and the 95 % half-width is small enough to
/// mean something.
class QueueingTheoryTest {

    private static final int REPLICATIONS = 20;
    private static final int REQUESTS = 400_000;
    private static final UnitShape ONE_SLOT = new UnitShape(1, 1);

    @Test
    void oneServerAt80PercentAgreesWithErlangC() {
        // M/M/1, λ 0.8, μ 1: Wq = ρ ÷ (μ − λ) = 4 s, W = 5 s
        var waits = new QueueRun(Routing.CENTRAL, 1, ONE_SLOT, waiting(1));
        assertMeanWait(waits, 0.8, 4, 0.05);
    }

    @Test
    void fourServersInOneUnitAgreeWithErlangC() {
        // M/M/4, λ 2, μ 1: Wq = 0.08695652174 s (Erlang C)
        assertMeanWait(new QueueRun(Routing.CENTRAL, 1, new UnitShape(4, 1), waiting(1)), 2, 0.08695652174, 0.03);
    }

    @Test
    void fourServersOnACentralQueueAgreeWithErlangC() {
        assertMeanWait(new QueueRun(Routing.CENTRAL, 4, ONE_SLOT, waiting(1)), 2, 0.08695652174, 0.03);
    }

    @Test
    void processorSharingAgreesWithTheClosedForm() {
        // M/M/1-PS, λ 0.8, μ 1: W = 1 ÷ (μ − λ) = 5 s whatever the service distribution; slots never bind
        var shared =
                new QueueRun(Routing.CENTRAL, 1, new UnitShape(4_096, 1), computing(1, new Variation.Exponential()));
        assertMeanResponse(shared, 0.8, 5, 0.05);
    }

    @Test
    void processorSharingIsInsensitiveToTheServiceDistribution() {
        var shared =
                new QueueRun(Routing.CENTRAL, 1, new UnitShape(4_096, 1), computing(1, new Variation.LogNormal(1.5)));
        assertMeanResponse(shared, 0.8, 5, 0.05);
    }

    @Test
    void roundRobinOverTwoAgreesWithErlangArrivals() {
        // every second arrival of a Poisson process of 1.6/s: E2/M/1 at 80 %, Wq = 2.843979767 s (exact root of the
        // G/M/1
        // equation, row RR2-80 of the table of known answers)
        assertMeanWait(new QueueRun(Routing.ROUND_ROBIN, 2, ONE_SLOT, waiting(1)), 1.6, 2.843979767, 0.05);
    }

    @Test
    void processorSharingOfFixedDemandsHasTheSameMean() {
        // M/D/1-PS at 80 %: W = 5 s again (row PS1-det-80)
        var shared = new QueueRun(Routing.CENTRAL, 1, new UnitShape(4_096, 1), computing(1, new Variation.Constant()));
        assertMeanResponse(shared, 0.8, 5, 0.05);
    }

    @Test
    void leastOutstandingLiesBetweenTheCentralQueueAndRoundRobin() {
        var load = 3.2;
        var central = meanWait(new QueueRun(Routing.CENTRAL, 4, ONE_SLOT, waiting(1)), load);
        var least = meanWait(new QueueRun(Routing.LEAST_OUTSTANDING, 4, ONE_SLOT, waiting(1)), load);
        var two = meanWait(new QueueRun(Routing.POWER_OF_TWO, 4, ONE_SLOT, waiting(1)), load);
        var robin = meanWait(new QueueRun(Routing.ROUND_ROBIN, 4, ONE_SLOT, waiting(1)), load);
        var random = meanWait(new QueueRun(Routing.RANDOM, 4, ONE_SLOT, waiting(1)), load);
        assertThat(central).isLessThan(least);
        assertThat(least).isLessThan(two);
        assertThat(two).isLessThan(random);
        assertThat(least).isLessThan(robin);
        assertThat(robin).isLessThan(random);
    }

    private static double meanWait(QueueRun queue, double perSecond) {
        return queue.play(perSecond, REQUESTS, 0).latencies().meanWaitNanos() / 1e9;
    }

    @Test
    void randomRoutingMakesEveryUnitAnMm1() {
        // splitting a Poisson process at random: ten M/M/1 at 70 %, W = 1 ÷ (1 − 0.7)
        assertMeanResponse(new QueueRun(Routing.RANDOM, 10, ONE_SLOT, waiting(1)), 7, 1 / 0.3, 0.05);
    }

    private static void assertMeanWait(QueueRun queue, double perSecond, double exact, double relativeHalfWidth) {
        assertAgrees(
                replications(replication ->
                        queue.play(perSecond, REQUESTS, replication).latencies().meanWaitNanos() / 1e9),
                exact,
                relativeHalfWidth);
    }

    private static void assertMeanResponse(QueueRun queue, double perSecond, double exact, double relativeHalfWidth) {
        assertAgrees(
                replications(replication ->
                        queue.play(perSecond, REQUESTS, replication).latencies().meanResponseNanos() / 1e9),
                exact,
                relativeHalfWidth);
    }

    private static void assertAgrees(double[] means, double exact, double relativeHalfWidth) {
        var mean = StatUtils.mean(means);
        var standardError = Math.sqrt(StatUtils.variance(means) / means.length);
        var halfWidth = standardError * new TDistribution(means.length - 1).inverseCumulativeProbability(0.975);
        assertThat(halfWidth / mean).as("relative half-width").isLessThan(relativeHalfWidth);
        assertThat(Math.abs(mean - exact) / standardError)
                .as("%s ± %s against %s, in standard errors", mean, halfWidth, exact)
                .isLessThan(5);
    }

    private static double[] replications(java.util.function.IntToDoubleFunction run) {
        var means = new double[REPLICATIONS];
        for (var replication = 0; replication < REPLICATIONS; replication++) {
            means[replication] = run.applyAsDouble(replication);
        }
        return means;
    }

    /// Service is a wait of exponential length and holds a slot.
    static ServiceModel waiting(double meanSeconds) {
        return new ServiceModel(
                1,
                new ServiceModel.Cpu(0, 0, 0, new Variation.Constant()),
                new ServiceModel.Upstream(
                        meanSeconds * 1_000,
                        new Variation.Exponential(),
                        0,
                        ServiceModel.Decoding.NONE,
                        ServiceModel.Stalls.NONE),
                ServiceModel.Tokens.NONE,
                ServiceModel.Payload.NONE,
                ServiceModel.Memory.NONE,
                ServiceModel.Clients.PATIENT);
    }

    /// Service is CPU work on a shared processor.
    static ServiceModel computing(double meanSeconds, Variation variation) {
        return new ServiceModel(
                1,
                new ServiceModel.Cpu(meanSeconds * 1_000, 0, 0, variation),
                new ServiceModel.Upstream(
                        0, new Variation.Constant(), 0, ServiceModel.Decoding.NONE, ServiceModel.Stalls.NONE),
                ServiceModel.Tokens.NONE,
                ServiceModel.Payload.NONE,
                ServiceModel.Memory.NONE,
                ServiceModel.Clients.PATIENT);
    }
}
