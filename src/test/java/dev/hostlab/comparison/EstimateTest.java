package dev.hostlab.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hostlab.estimate.Estimator;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Estimates against exact runs of the same request, on the quick samples; all of them are in
/// `src/docs/estimate.md`.
class EstimateTest {

    private static Comparison estimate(ComparisonRequest request) {
        return Estimates.of(request).compare(request, Estimator.Care.QUICK, Watcher.NONE);
    }

    /// Surplus credits on the bill, in vCPU-hours a month.
    private static double credits(Outcome outcome) {
        return outcome.cost().monthly().lines().stream()
                .filter(line -> line.item().contains("credits"))
                .mapToDouble(line -> line.quantity().doubleValue())
                .sum();
    }

    @ParameterizedTest
    @CsvSource({"chat-service", "retrieval-worker"})
    void costAndWaitAreCloseToThoseOfExactRuns(String sample) throws IOException {
        var request = EstimateCases.sample(sample, Map.of("replications", "12"));
        var errors = EstimateError.of(sample, request, Estimator.Care.THOROUGH);
        assertThat(errors).hasSize(4).allMatch(EstimateError::scales).allMatch(EstimateError::isWithinInterval);
        // An interval that allows everything would prove nothing.
        assertThat(errors)
                .allMatch(
                        error -> error.compute().off() < 0.05 * error.compute().exact());
        assertThat(errors).anyMatch(EstimateError::isClose);
    }

    /// Whether capacity is added, and how much, hangs on single requests here.
    @Test
    void burstsOnTheEdgeOfAThresholdAreMetAsOftenAsInExactRuns() throws IOException {
        var request = EstimateCases.sample("code-assistant", Map.of("replications", "120", "options", "fargate"));
        var error = EstimateError.of("code-assistant", request, Estimator.Care.THOROUGH)
                .getFirst();
        assertThat(error.isWithinInterval()).isTrue();
        assertThat(error.compute().off()).isLessThan(0.04 * error.compute().exact());
        assertThat(error.waitSeconds().off())
                .isLessThan(0.04 * error.waitSeconds().exact());
    }

    @Test
    void aFleetThatNeverScalesCostsExactlyWhatItCosts() throws IOException {
        var request = EstimateCases.sample(
                "chat-service", Map.of("replications", "1", "preset", "aws-defaults", "capacity.min", "8"));
        for (var error :
                EstimateError.of("chat-service", request, Estimator.Care.QUICK).subList(1, 3)) {
            assertThat(error.compute().off()).isLessThan(1e-6 * error.compute().exact());
        }
    }

    /// Two-vCPU instances of the T family that run hot: hundreds of vCPU-hours beyond what they earn.
    @Test
    void burstableInstancesPayForTheCreditsThatExactRunsCharge() throws IOException {
        var request = EstimateCases.sample("retrieval-worker", Map.of("replications", "2", "preset", "aws-defaults"));
        var exact = new Comparer(request).compare(2, Watcher.NONE);
        var figures = estimate(request);
        for (var option : List.of(0, 1)) {
            var charged = credits(exact.outcomes().get(option));
            assertThat(charged).isGreaterThan(100);
            assertThat(credits(figures.outcomes().get(option))).isCloseTo(charged, Percentage.withPercentage(1));
        }
        assertThat(figures.notices()).noneMatch(notice -> notice.contains("credits"));
    }

    @Test
    void everyFigureSaysThatItIsAnEstimate() throws IOException {
        var comparison = estimate(EstimateCases.sample("chat-service", Map.of()));
        assertThat(comparison.isEstimate()).isTrue();
        assertThat(comparison.verdict().text()).startsWith("Estimate, not simulated: ");
        assertThat(comparison.notices().getFirst()).contains("no request was simulated");
        assertThat(comparison.differences())
                .allMatch(difference -> difference.totalMonthly().isEstimate());
        for (var outcome : comparison.outcomes()) {
            assertThat(outcome.monthlyBill().withoutInterval()).isEqualTo("estimate");
            assertThat(outcome.totalMonthly().isEstimate()).isTrue();
            assertThat(outcome.effortHours().isEstimate()).isTrue();
            assertThat(outcome.slo().attainment().isEstimate()).isTrue();
            assertThat(outcome.response().orElseThrow().p95().isEstimate()).isTrue();
        }
    }

    @Test
    void requestsAreConservedAndNothingIsNotANumber() throws IOException {
        for (var sample : new String[] {"code-assistant", "chat-service", "retrieval-worker"}) {
            for (var preset : new String[] {"tuned", "aws-defaults"}) {
                var comparison = estimate(EstimateCases.sample(sample, Map.of("preset", preset)));
                for (var outcome : comparison.outcomes()) {
                    assertThat(outcome.requests().arrived())
                            .isEqualTo(Math.round(comparison.workload().requests()));
                    assertThat(outcome.requests().served()).isPositive();
                    assertThat(Arrays.stream(outcome.timeline().values("inService")))
                            .allMatch(Double::isFinite);
                    assertThat(outcome.timeline().bins()).isPositive();
                }
            }
        }
    }

    @Test
    void seedAndReplicationsDoNotMatter() throws IOException {
        var one = estimate(EstimateCases.sample("chat-service", Map.of("seed", "1")));
        var other = estimate(EstimateCases.sample("chat-service", Map.of("seed", "2", "replications", "3")));
        for (var index = 0; index < one.outcomes().size(); index++) {
            var a = one.outcomes().get(index);
            var b = other.outcomes().get(index);
            assertThat(a.monthlyBill()).isEqualTo(b.monthlyBill());
            assertThat(a.response()).isEqualTo(b.response());
            assertThat(a.decisions()).isEqualTo(b.decisions());
            assertThat(Arrays.equals(a.timeline().values("queued"), b.timeline().values("queued")))
                    .isTrue();
        }
    }

    @Test
    void moreCapacityNeverLengthensTheWait() throws IOException {
        var waits = new double[3];
        for (var step = 0; step < waits.length; step++) {
            var least = Integer.toString(2 << step);
            var request = EstimateCases.sample(
                    "code-assistant", Map.of("preset", "aws-defaults", "capacity.min", least, "capacity.max", "40"));
            waits[step] = estimate(request)
                    .outcomes()
                    .get(2)
                    .waiting()
                    .orElseThrow()
                    .mean()
                    .mean();
        }
        assertThat(waits[0]).isGreaterThan(waits[1]);
        assertThat(waits[1]).isGreaterThan(waits[2]);
    }

    @Test
    void estimatesBelongToOneWorkload() throws IOException {
        var chat = EstimateCases.sample("chat-service", Map.of());
        var code = EstimateCases.sample("code-assistant", Map.of());
        assertThatThrownBy(() -> Estimates.of(chat).compare(code, Estimator.Care.QUICK, Watcher.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("code-assistant");
    }
}
