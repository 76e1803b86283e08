package dev.hostlab.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Load balancer capacity units, against the worked example of the behaviour notes.
class LoadBalancerMeterTest {

    /// 20 new connections a second, 1,400 active a minute, 0.36 GB an hour.
    private static final LcuDimensions PLAIN = new LcuDimensions(20, 1_400, 0.36e9, 0);

    /// The same as a stream of 150 tokens of 250 bytes a request: 20 × 150 × 250 × 3,600 = 2.7 GB an hour.
    private static final LcuDimensions STREAMED = new LcuDimensions(20, 1_400, 20.0 * 150 * 250 * 3_600, 0);

    @Test
    void newConnectionsDecideForPlainAnswers() {
        assertThat(PLAIN.lcus()).isCloseTo(0.80, within(1e-12)); // max(20 ÷ 25, 1,400 ÷ 3,000, 0.36)
        assertThat(PLAIN.activeConnectionLcus()).isCloseTo(0.4667, within(1e-4));
    }

    @Test
    void bytesDecideForStreams() {
        assertThat(STREAMED.lcus()).isCloseTo(2.70, within(1e-12));
    }

    @Test
    void theLargestDimensionIsTakenHourByHour() {
        var usage = LoadBalancerMeter.ofHours(List.of(PLAIN, STREAMED));
        assertThat(usage.hours()).isEqualTo(2);
        assertThat(usage.lcuHours()).isCloseTo(3.50, within(1e-12)); // 0.80 + 2.70
        assertThat(usage.newConnectionLcuHours()).isCloseTo(1.60, within(1e-12));
        assertThat(usage.processedBytesLcuHours()).isCloseTo(3.06, within(1e-12)); // 0.36 + 2.70
    }

    @Test
    void aPartOfAnHourPaysTheHourButOnlyItsOwnUnits() {
        var meter = new LoadBalancerMeter();
        meter.add(PLAIN, 0.5);
        assertThat(meter.usage().hours()).isEqualTo(1);
        assertThat(meter.usage().lcuHours()).isCloseTo(0.40, within(1e-12));
    }

    @Test
    void theLeadingDimensionIsNamed() {
        assertThat(LoadBalancerMeter.ofHours(List.of(PLAIN)).leading()).isEqualTo("new connections");
        assertThat(LoadBalancerMeter.ofHours(List.of(PLAIN, STREAMED)).leading())
                .isEqualTo("bytes");
        assertThat(LoadBalancerMeter.ofHours(List.of(new LcuDimensions(1, 9_000, 0, 100)))
                        .leading())
                .isEqualTo("active connections");
        assertThat(LoadBalancerMeter.ofHours(List.of(new LcuDimensions(1, 0, 0, 5_000)))
                        .leading())
                .isEqualTo("rule evaluations");
    }
}
