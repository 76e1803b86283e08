package dev.hostlab.workload.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hostlab.validation.Issue;
import dev.hostlab.workload.Arrivals;
import dev.hostlab.workload.BinnedArrivals;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SampleWorkloadTest {

    @ParameterizedTest
    @EnumSource
    void defaultsAreAllowedAndDescribed(SampleWorkload sample) {
        assertThat(SampleWorkload.named(sample.id())).contains(sample);
        assertThat(sample.parameters())
                .extracting(SampleParameter::name)
                .doesNotHaveDuplicates()
                .contains("seed");
        assertThat(sample.parameters()).allSatisfy(parameter -> {
            assertThat(parameter.range().allows(parameter.value())).isTrue();
            assertThat(parameter.meaning()).endsWith(".");
            assertThat(parameter.origin().source()).isNotBlank();
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyParameterChangesTheSample(SampleWorkload sample) {
        var shipped = fingerprint(sample.generate().arrivals());
        for (var parameter : sample.parameters()) {
            var range = parameter.range();
            var other = parameter.value() == range.least() ? range.most() : range.least();
            var overrides = Map.of(parameter.name(), SampleParameter.plain(other));
            if (sample.issues(overrides).isEmpty()) {
                assertThat(fingerprint(sample.generate(overrides).arrivals()))
                        .as(parameter.name())
                        .isNotEqualTo(shipped);
            }
        }
    }

    private static List<Double> fingerprint(Arrivals arrivals) {
        var depth = arrivals instanceof BinnedArrivals bins ? bins.queueDepth(bins.bins() - 1) : 0;
        return List.of(arrivals.requests(), arrivals.inputTokens(), (double) arrivals.horizonNanos(), depth);
    }

    @Test
    void meanAndLengthAreWhatTheUserAsksFor() {
        var overrides = Map.of("hours", "24", "meanPerMinute", "60", "rateSigma", "0");
        var arrivals =
                (BinnedArrivals) SampleWorkload.CHAT_SERVICE.generate(overrides).arrivals();
        assertThat(arrivals.bins()).isEqualTo(24 * 60);
        assertThat(arrivals.requests()).isBetween(85_000.0, 88_000.0);
    }

    @Test
    void drainSetsTheQueue() {
        var arrivals = (BinnedArrivals) SampleWorkload.RETRIEVAL_WORKER
                .generate(Map.of("drainPerMinute", "0"))
                .arrivals();
        assertThat(arrivals.queueDepth(2)).isEqualTo(arrivals.requests(0) + arrivals.requests(1));
    }

    @Test
    void allMistakesAreReportedAtOnce() {
        var issues = SampleWorkload.CHAT_SERVICE.issues(
                Map.of("hours", "1.5", "meanPerMinute", "10d", "colour", "red", "seed", "-1"));
        assertThat(issues).extracting(Issue::path).containsExactly("colour", "hours", "meanPerMinute", "seed");
        assertThat(issues.getFirst().advice()).contains("rateSigma");
        assertThatThrownBy(() -> SampleWorkload.CHAT_SERVICE.generate(Map.of("hours", "0")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void samplesStaySamples() {
        assertThat(SampleWorkload.LEAVING_BEANSTALK.issues(Map.of("days", "366", "meanPerMinute", "1000")))
                .singleElement()
                .satisfies(issue -> assertThat(issue.path()).isEqualTo("meanPerMinute"));
    }

    @Test
    void nearlyEmptySampleIsMade() {
        var sample = SampleWorkload.CODE_ASSISTANT.generate(Map.of("meanPerMinute", "0.01"));
        assertThat(sample.arrivals().horizonNanos()).isPositive();
    }
}
