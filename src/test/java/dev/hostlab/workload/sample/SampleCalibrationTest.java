package dev.hostlab.workload.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.hostlab.workload.ArrivalStatistics;
import dev.hostlab.workload.BinnedArrivals;
import dev.hostlab.workload.RequestArrivals;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The samples against the published figures of the traces that they resemble.
///
/// The same figures stand in `sample-workloads/CALIBRATION.md`, with their sources.
class SampleCalibrationTest {

    @Test
    void codeAssistantIsAsBurstyAsTheAzureCodeTrace() {
        var sample = SampleWorkload.CODE_ASSISTANT.generate();
        var arrivals = (RequestArrivals) sample.arrivals();
        var minutes = ArrivalStatistics.byMinute(arrivals, Duration.between(SampleModel.START, sample.from()));
        assertThat(minutes.mean()).isCloseTo(152, withinPercentage(5));
        assertThat(minutes.variation()).isCloseTo(1.03, withinPercentage(5));
        assertThat(minutes.dispersion()).isCloseTo(158, withinPercentage(5));
        assertThat(minutes.peakToMean()).isCloseTo(4.16, withinPercentage(5));
        assertThat(minutes.correlation()).isCloseTo(0.17, within(0.05));
        assertThat(ArrivalStatistics.gapVariation(arrivals)).isCloseTo(13.2, withinPercentage(5));
        assertThat(arrivals.inputTokens() / (arrivals.inputTokens() + arrivals.outputTokens()))
                .isCloseTo(0.987, within(0.002));
    }

    @Test
    void codeAssistantHasTheTokensOfTheAzureCodeTrace() {
        var arrivals =
                (RequestArrivals) SampleWorkload.CODE_ASSISTANT.generate().arrivals();
        var input = sorted(arrivals.count(), arrivals::inputTokens);
        assertNear(quantiles(input), 75, 578, 1_469, 2_744, 5_188, 7_303, 7_436);
        assertThat(arrivals.inputTokens() / arrivals.count()).isCloseTo(2_048, withinPercentage(3));
        var output = sorted(arrivals.count(), arrivals::outputTokens);
        assertNear(quantiles(output), 6, 9, 13, 24, 55, 90, 251);
        assertThat(arrivals.outputTokens() / arrivals.count()).isCloseTo(27.9, withinPercentage(8));
    }

    @Test
    void chatServiceIsAsSteadyAsTheAzureConversationTrace() {
        var arrivals = (BinnedArrivals) SampleWorkload.CHAT_SERVICE.generate().arrivals();
        var minutes = ArrivalStatistics.of(arrivals);
        assertThat(minutes.mean()).isCloseTo(328, withinPercentage(3));
        assertThat(minutes.variation()).isCloseTo(0.25, withinPercentage(5));
        assertThat(minutes.peakToMean()).isCloseTo(507 / 328.0, withinPercentage(5));
        assertThat(minutes.quantileToMean(0.95)).isCloseTo(466 / 328.0, withinPercentage(5));
        assertThat(arrivals.inputTokens() / arrivals.requests()).isCloseTo(1_155, withinPercentage(2));
        assertThat(arrivals.outputTokens() / arrivals.requests()).isCloseTo(211, withinPercentage(2));
    }

    @Test
    void conversationTokensHaveThePublishedQuantiles() {
        var random = new RandomStream(1, Streams.INPUT_TOKENS);
        var input = sorted(100_000, i -> TokenTable.CONVERSATION_INPUT.draw(random));
        assertNear(quantiles(input), 181, 396, 1_020, 1_189, 2_734, 4_083, 4_142);
        var output = sorted(100_000, i -> TokenTable.CONVERSATION_OUTPUT.draw(random));
        assertNear(quantiles(output), 41, 85, 129, 395, 424, 451, 601);
    }

    @Test
    void retrievalWorkerVariesLikeTheAzureQueueTrace() {
        var arrivals =
                (BinnedArrivals) SampleWorkload.RETRIEVAL_WORKER.generate().arrivals();
        var minutes = ArrivalStatistics.of(arrivals);
        var deepest = IntStream.range(0, arrivals.bins())
                .mapToDouble(arrivals::queueDepth)
                .max()
                .orElseThrow();
        assertThat(minutes.variation()).isCloseTo(0.084, withinPercentage(8));
        assertThat(minutes.peakToMean()).isCloseTo(1.69, withinPercentage(5));
        assertThat(minutes.correlation()).isCloseTo(0.48, within(0.06));
        assertThat(deepest / minutes.mean()).isCloseTo(3_434 / 1_396.0, withinPercentage(15));
    }

    @Test
    void jsonApiSwingsLikeTheNumentaSeriesButSmoother() {
        var arrivals = (BinnedArrivals) SampleWorkload.JSON_API.generate().arrivals();
        var bins = ArrivalStatistics.of(arrivals);
        assertThat(bins.mean()).isCloseTo(250, withinPercentage(2));
        assertThat(bins.peakToMean()).isBetween(4.0, 6.0);
        assertThat(bins.variation()).isBetween(0.3, 0.92);
        var weekend = days(arrivals, 5, 6, 12, 13) / days(arrivals, 0, 1, 2, 3, 4, 7, 8, 9, 10, 11);
        assertThat(weekend).isCloseTo(0.7, within(0.08));
    }

    @Test
    void flashCrowdRisesLikeTheWorldCup() {
        var arrivals = (BinnedArrivals) SampleWorkload.FLASH_CROWD.generate().arrivals();
        var minutes = ArrivalStatistics.of(arrivals);
        assertThat(arrivals.requests()).isLessThan(3_000_000);
        assertThat(minutes.peakToMean()).isCloseTo(4.70, withinPercentage(5));
        assertThat(minutes.variation()).isCloseTo(1.03, withinPercentage(5));
        assertThat(minutes.quantileToMean(0.5)).isCloseTo(0.41, withinPercentage(10));
        assertThat(minutes.quantileToMean(0.95)).isCloseTo(3.26, withinPercentage(5));
        assertThat(minutes.quantileToMean(0.99)).isCloseTo(4.25, withinPercentage(8));
        var news = 33 * 60;
        assertThat(arrivals.requests(news + 5) / arrivals.requests(news - 1)).isBetween(5.0, 10.0);
    }

    @Test
    void leavingBeanstalkTellsItsStory() {
        var arrivals =
                (BinnedArrivals) SampleWorkload.LEAVING_BEANSTALK.generate().arrivals();
        assertThat(arrivals.requests()).isBetween(2_000_000.0, 2_400_000.0);
        assertThat(days(arrivals, 28) / days(arrivals, 0))
                .as("growth in four weeks")
                .isBetween(1.6, 2.2);
        assertThat(days(arrivals, 5, 6) / days(arrivals, 3, 4)).isCloseTo(0.4, within(0.08));
        for (var launch : new int[] {8, 17, 23}) {
            var bin = launch * 288 + 14 * 12;
            assertThat(arrivals.requests(bin + 2) / arrivals.requests(bin - 1)).isBetween(4.0, 8.0);
        }
        var plainDay = new double[144];
        Arrays.setAll(plainDay, i -> arrivals.requests(576 + 2 * i) + arrivals.requests(577 + 2 * i));
        var tenMinutes = new ArrivalStatistics(plainDay);
        assertThat(tenMinutes.variation()).isCloseTo(0.51, within(0.06));
        assertThat(tenMinutes.peakToMean()).isCloseTo(2.66, within(0.6));
        assertThat(arrivals.inputTokens() / (arrivals.inputTokens() + arrivals.outputTokens()))
                .isCloseTo(0.845, within(0.005));
    }

    private static double days(BinnedArrivals arrivals, int... days) {
        return Arrays.stream(days)
                .mapToDouble(day -> IntStream.range(day * 288, day * 288 + 288)
                        .mapToDouble(arrivals::requests)
                        .sum())
                .average()
                .orElseThrow();
    }

    private static int[] sorted(int count, IntUnaryOperator value) {
        return IntStream.range(0, count).map(value).sorted().toArray();
    }

    private static double[] quantiles(int... sorted) {
        return Arrays.stream(new double[] {0.05, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99})
                .map(share -> sorted[(int) (share * sorted.length)])
                .toArray();
    }

    private static void assertNear(double[] quantiles, double... published) {
        for (var i = 0; i < published.length; i++) {
            assertThat(quantiles[i]).isCloseTo(published[i], withinPercentage(8));
        }
    }
}
