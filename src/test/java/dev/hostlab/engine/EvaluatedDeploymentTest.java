package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hostlab.hosting.EventKind;
import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.settings.BeanstalkDeploymentParameters;
import dev.hostlab.settings.EcsDeploymentParameters;
import dev.hostlab.settings.EffortParameters;
import dev.hostlab.settings.EvaluationParameters;
import dev.hostlab.settings.EventParameters;
import dev.hostlab.settings.FargateParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.usage.FleetEvent;
import dev.hostlab.usage.FleetEvent.Outcome;
import dev.hostlab.workload.Access;
import dev.hostlab.workload.ServiceModel;
import dev.hostlab.workload.Variation;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Deployments whose version has to pass an evaluation of twenty minutes and 1.2 million tokens.
class EvaluatedDeploymentTest {

    private static final double LOAD = 600;
    private static final double MINUTES = 20;
    private static final Settings ROOM = EventRuns.FOUR.with(FargateParameters.VCPU_QUOTA, 100.0);

    private static Settings settings(String at) {
        return ROOM.with(EventParameters.DEPLOYMENTS_AT, at)
                .with(EvaluationParameters.MINUTES, MINUTES)
                .with(EvaluationParameters.INPUT_TOKENS, 1_000_000.0)
                .with(EvaluationParameters.OUTPUT_TOKENS, 200_000.0);
    }

    private static FleetPlan fargate(String strategy, String at) {
        return EventRuns.fargate(settings(at).with(EcsDeploymentParameters.FARGATE.strategy, strategy));
    }

    private static FleetPlan beanstalk(String policy, String at) {
        return EventRuns.beanstalk(settings(at).with(BeanstalkDeploymentParameters.POLICY, policy));
    }

    private static FleetEvent play(FleetPlan plan) {
        return EventRuns.only(EventRuns.run(plan, LOAD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"blue-green", "linear", "canary"})
    void whereNewTasksStandApartNobodyMeetsAVersionThatFails(String strategy) {
        assertNobodyMet(play(fargate(strategy, "0.5 fails")));
    }

    @Test
    void aSwapOfEnvironmentsKeepsItApartToo() {
        assertNobodyMet(play(beanstalk("url-swap", "0.5 fails")));
    }

    private static void assertNobodyMet(FleetEvent event) {
        var evaluated = event.evaluated().orElseThrow();
        assertThat(event.outcome()).isEqualTo(Outcome.ROLLED_BACK);
        assertThat(evaluated.failed()).isTrue();
        assertThat(evaluated.met()).isZero();
        assertThat(evaluated.seconds()).isCloseTo(60 * MINUTES, within(1.0));
        assertThat(evaluated.inputTokens()).isEqualTo(1_000_000);
        assertThat(evaluated.outputTokens()).isEqualTo(200_000);
        assertThat(event.extraUnitSeconds()).as("four more units meanwhile").isGreaterThan(4 * 60 * MINUTES);
        assertThat(event.leastUnits()).isEqualTo(4);
        assertThat(event.notServed()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"rolling", "rolling-with-additional-batch", "immutable", "all-at-once"})
    void beanstalkServesEverybodyWithItBeforeItCanTell(String policy) {
        assertEverybodyMet(play(beanstalk(policy, "0.5 fails")));
    }

    @Test
    void soDoesARollingDeploymentOfTasks() {
        assertEverybodyMet(play(fargate("rolling", "0.5 fails")));
    }

    /// 600 requests a minute for twenty minutes, and what came while versions were mixed.
    private static void assertEverybodyMet(FleetEvent event) {
        var evaluated = event.evaluated().orElseThrow();
        assertThat(event.outcome()).isEqualTo(Outcome.ROLLED_BACK);
        assertThat(event.story()).contains("the version before was deployed again");
        assertThat(evaluated.met()).isBetween((long) (LOAD * MINUTES), (long) (2.2 * LOAD * MINUTES));
    }

    @Test
    void trafficSplittingShowsItToItsShare() {
        var evaluated =
                play(beanstalk("traffic-splitting", "0.5 fails")).evaluated().orElseThrow();
        // one new instance beside four old ones: a fifth of the traffic
        assertThat(evaluated.met()).isBetween((long) (0.15 * LOAD * MINUTES), (long) (0.25 * LOAD * MINUTES));
        assertThat(evaluated.where()).contains("share");
    }

    @Test
    void aVersionThatPassesGetsAllTrafficAfterIt() {
        var with = play(fargate("blue-green", "0.5"));
        var without = play(EventRuns.fargate(ROOM.with(EventParameters.DEPLOYMENTS_AT, "0.5")
                .with(EcsDeploymentParameters.FARGATE.strategy, "blue-green")));
        assertThat(with.outcome()).isEqualTo(Outcome.DONE);
        assertThat(with.evaluated().orElseThrow().passed()).isTrue();
        assertThat(with.durationSeconds()).isCloseTo(without.durationSeconds() + 60 * MINUTES, within(2.0));
        assertThat(without.evaluated()).isEmpty();
    }

    @Test
    void aBadVersionIsNotEvaluated() {
        var event = play(fargate("blue-green", "0.5 bad"));
        assertThat(event.evaluated()).isEmpty();
        assertThat(event.outcome()).isEqualTo(Outcome.MENDED);
    }

    @Test
    void aRotationRestartsAllServersOfAnEnvironmentAndReplacesTasks() {
        var rotated = ROOM.with(EventParameters.ROTATIONS_AT, "0.5");
        var environment = play(EventRuns.beanstalk(rotated));
        assertThat(environment.kind()).isEqualTo(EventKind.ROTATION.words());
        assertThat(environment.leastUnits()).isZero();
        // all servers restart in ten seconds, in which 100 requests fail, give or take three Poisson deviations of 10
        assertThat(environment.notServed()).isBetween(70L, 130L);
        var tasks = play(EventRuns.fargate(rotated));
        assertThat(tasks.leastUnits()).isEqualTo(4);
        assertThat(tasks.notServed()).isZero();
        var replaced = play(EventRuns.beanstalk(rotated.with(BeanstalkDeploymentParameters.ROTATION, "replace")
                .with(BeanstalkDeploymentParameters.UPDATE_TYPE, "health")));
        assertThat(replaced.leastUnits()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void rotationsAreEvaluatedUnlessToldOtherwise() {
        var rotated = settings("").with(EventParameters.ROTATIONS_AT, "0.5 fails");
        assertThat(play(EventRuns.fargate(rotated)).evaluated().orElseThrow().failed())
                .isTrue();
        var plain = play(EventRuns.fargate(rotated.with(EvaluationParameters.ROTATIONS_EVALUATED, false)));
        assertThat(plain.evaluated()).isEmpty();
    }

    @Test
    void drawnVersionsFailAlikeForEveryOption() {
        var drawn = settings("")
                .with(EventParameters.PLAY, "all")
                .with(EventParameters.BAD_VERSION_SHARE, 0.0)
                .with(EventParameters.CONFIGURATION_PER_MONTH, 0.0)
                .with(EventParameters.PLATFORM_UPDATES_PER_MONTH, 0.0)
                .with(EventParameters.INSTANCE_FAILURES_PER_MONTH, 0.0)
                .with(EvaluationParameters.PASS_SHARE, 0.5)
                .with(EffortParameters.DEPLOYMENTS_PER_MONTH, 10_000.0);
        var tasks = failed(EventRuns.run(EventRuns.fargate(drawn), 60));
        var instances = failed(EventRuns.run(EventRuns.beanstalk(drawn), 60));
        var many = Math.min(tasks.size(), instances.size());
        assertThat(many).isGreaterThan(2);
        assertThat(tasks.subList(0, many)).isEqualTo(instances.subList(0, many));
        assertThat(tasks).contains(true, false);
    }

    private static List<Boolean> failed(RunResult result) {
        return result.events().stream()
                .flatMap(event -> event.evaluated().stream())
                .filter(evaluated -> evaluated.passed() || evaluated.failed())
                .map(FleetEvent.Evaluated::failed)
                .toList();
    }

    /// Live traffic alone needs 54,000 tokens of 60,000 a minute; 60,000 more a minute are asked for.
    @Test
    void evaluationAndTrafficShareTheProvidersLimit() {
        var alone = limited(EventRuns.fargate(ROOM));
        var both = limited(fargate("blue-green", "0.2"));
        var evaluated = EventRuns.only(both).evaluated().orElseThrow();
        assertThat(evaluated.passed()).isTrue();
        assertThat(evaluated.inputTokens() + evaluated.outputTokens()).isCloseTo(1_200_000, within(1.0));
        assertThat(evaluated.seconds()).isGreaterThan(1.2 * 60 * MINUTES);
        assertThat(both.limits().orElseThrow().calls().refused())
                .isGreaterThan(10 + 2 * alone.limits().orElseThrow().calls().refused());
    }

    private static RunResult limited(FleetPlan plan) {
        var service = new ServiceModel(
                10,
                new ServiceModel.Cpu(20, 0, 0, new Variation.Constant()),
                new ServiceModel.Upstream(
                        800,
                        new Variation.Constant(),
                        0,
                        new ServiceModel.Decoding(0, new Variation.Constant()),
                        ServiceModel.Stalls.NONE),
                new ServiceModel.Tokens(400, 50, new Variation.Constant()),
                ServiceModel.Payload.NONE,
                ServiceModel.Memory.NONE,
                ServiceModel.Clients.PATIENT,
                new Access(
                        new Access.Provider(0, 60_000, 0, 0, 0, 60, true, 50),
                        new Access.Retries(5, 1, 2, 20, true, true, false),
                        List.of()));
        var counts = new double[180];
        Arrays.fill(counts, 120);
        var input = new RunInput(
                Plans.minutes(counts),
                ServiceTables.of(service),
                plan,
                1,
                new RunInput.Randomness(7, 0, false),
                0,
                true);
        return new Simulation(input, RunMonitor.NONE).run();
    }
}
