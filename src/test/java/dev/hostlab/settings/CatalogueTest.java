package dev.hostlab.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {

    /// The paths that files and checks outside rely on.
    private static final List<String> PROMISED = List.of(
            "region",
            "preset",
            "seed",
            "replications",
            "service.preset",
            "service.kind",
            "service.concurrency",
            "service.cpuMsPerRequest",
            "service.upstreamMs",
            "service.imageMb",
            "service.startSeconds",
            "service.clientTimeoutSeconds",
            "task.vcpu",
            "task.memoryGiB",
            "task.architecture",
            "capacity.min",
            "capacity.max",
            "slo.p95Ms",
            "effort.hourlyRateUsd",
            "beanstalk.scaling.metric",
            "beanstalk.scaling.target",
            "beanstalk.routing",
            "ecs-ec2.scaling.metric",
            "ecs-ec2.scaling.target",
            "ecs-ec2.routing",
            "fargate.scaling.metric",
            "fargate.scaling.target",
            "fargate.routing",
            "beanstalk.instanceType",
            "beanstalk.trigger.measure",
            "beanstalk.trigger.upper",
            "beanstalk.trigger.lower",
            "ecs-ec2.instanceType",
            "fargate.spotShare",
            "fargate.highResolutionMetrics");

    @Test
    void promisedPathsExist() {
        assertThat(Catalogue.ALL).extracting(Parameter::path).containsAll(PROMISED);
    }

    @Test
    void pathsAreUniqueAndWellFormed() {
        assertThat(Catalogue.ALL)
                .extracting(Parameter::path)
                .doesNotHaveDuplicates()
                .allMatch(path -> path.matches("[a-z][A-Za-z0-9-]*(\\.[a-z][A-Za-z0-9-]*)*"), "dotted words")
                .noneMatch(path -> path.startsWith(StandIns.PREFIX));
    }

    @Test
    void everyParameterExplainsItself() {
        assertThat(Catalogue.ALL).allSatisfy(parameter -> {
            assertThat(parameter.meaning()).endsWith(".");
            assertThat(parameter.source()).as(parameter.path()).isNotBlank().doesNotContainPattern("\\[[A-Z][0-9]+]");
            assertThat(parameter.domain().range()).isNotBlank();
        });
    }

    @Test
    void standardValuesAreAllowedAndReadBack() {
        assertThat(Catalogue.ALL).allSatisfy(CatalogueTest::readsBack);
    }

    private static <T> void readsBack(Parameter<T> parameter) {
        var text = parameter.domain().print(parameter.standard());
        assertThat(parameter.domain().parse(text))
                .as(parameter.path())
                .isEqualTo(new Parsed.Value<>(parameter.standard()));
    }

    @ParameterizedTest
    @CsvSource({
        "task.vcpus, task.vcpu",
        "task.memorygib, task.memoryGiB",
        "fargate.scaling.metrics, fargate.scaling.metric",
        "beanstalk.triger.upper, beanstalk.trigger.upper",
        "sead, seed"
    })
    void unknownPathNamesTheNearest(String typed, String meant) {
        assertThat(Catalogue.unknown(typed).advice()).isEqualTo("Did you mean '" + meant + "'?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "utterly.different.from.everything.else.that.there.is"})
    void farAwayPathNamesTheList(String typed) {
        assertThat(Catalogue.unknown(typed).advice()).contains("hostlab scenario schema");
    }

    @Test
    void effortGivesTheCheckedHours() {
        // 10 hosts, 20 deployments, one page with one hunt through logs, no failures, and 10^0.7 = 5.011872:
        // Beanstalk 1 + 0.4 × 5.011872 + (20 × 10 + 20 + 45 + 15 + 30) ÷ 60 = 8.171
        // ECS on EC2 2 + 1.2 × 5.011872 + (20 × 6 + 2 × (60 + 3 × 10) + 30 + 45 + 10 + 60) ÷ 60 = 15.431
        // Fargate 0.5 + (20 × 6 + 30 + 5 + 20) ÷ 60 = 3.417
        assertThat(hours(OptionEffort.BEANSTALK)).isCloseTo(8.171, offset(0.001));
        assertThat(hours(OptionEffort.ECS_EC2)).isCloseTo(15.431, offset(0.001));
        assertThat(hours(OptionEffort.FARGATE)).isCloseTo(3.417, offset(0.001));
    }

    private static double hours(OptionEffort effort) {
        var hosts = StrictMath.pow(10, value(effort, "hostExponent"));
        var patches = value(effort, "patchesPerMonth")
                * (value(effort, "patchMinutes") + 10 * value(effort, "patchMinutesPerHost"));
        var minutes = 20 * value(effort, "deployMinutes")
                + patches
                + value(effort, "agentUpgradesPerMonth") * value(effort, "agentUpgradeMinutes")
                + value(effort, "pageMinutes")
                + value(effort, "logHuntMinutes")
                + value(effort, "rightSizingMinutes");
        return value(effort, "fixedHours") + value(effort, "hoursPerHost") * hosts + minutes / 60;
    }

    private static double value(OptionEffort effort, String id) {
        return effort.parameter(id).standard();
    }
}
