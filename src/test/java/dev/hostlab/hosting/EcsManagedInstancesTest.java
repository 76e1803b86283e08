package dev.hostlab.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hostlab.cost.Charge;
import dev.hostlab.effort.Coefficient;
import dev.hostlab.pricebook.Architecture;
import dev.hostlab.pricebook.InstanceType;
import dev.hostlab.scaling.DirectScaling;
import dev.hostlab.settings.EffortPresets;
import dev.hostlab.settings.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EcsManagedInstancesTest {

    private static final InstanceType LARGE =
            new InstanceType("m7g.large", 2, 8_192, Architecture.ARM64, 937, false, 0);

    private static HostingOption option(Map<String, String> choices) {
        var settings = Settings.standard().with(choices).settings();
        return HostingOption.of(OptionId.MANAGED_INSTANCES, settings, type -> LARGE);
    }

    private static Rented.OnInstances rented(HostingOption option) {
        return (Rented.OnInstances) option.fleetPlan(4).rented();
    }

    @Test
    void itIsOffUnlessAskedFor() {
        assertThat(OptionId.chosen(Settings.standard()))
                .containsExactly(OptionId.BEANSTALK, OptionId.ECS_EC2, OptionId.FARGATE);
        var asked = Settings.standard().with("options", "fargate, managed-instances");
        assertThat(asked.issues()).isEmpty();
        assertThat(OptionId.chosen(asked.settings())).containsExactly(OptionId.FARGATE, OptionId.MANAGED_INSTANCES);
        assertThat(Settings.standard().with("options", "eks").issues()).isNotEmpty();
    }

    @Test
    void instancesComeForTasksThatWaitAndGoWhenIdle() {
        var scaling = rented(option(Map.of("managed-instances.scaleInAfterSeconds", "600")))
                .scaling()
                .orElseThrow();
        assertThat(scaling).isInstanceOf(DirectScaling.class);
        assertThat(((DirectScaling) scaling).idleSeconds()).isEqualTo(600);
        assertThat(scaling.wanted(0, 1)).isEqualTo(1);
    }

    @Test
    void noGroupStandsBetweenTaskAndInstance() {
        assertThat(rented(option(Map.of())).start().stages())
                .extracting(StartUp.Stage::name)
                .containsExactly("instance pending", "operating system boots", "agent registers");
    }

    @Test
    void severalTasksShareAnInstanceAndItsImage() {
        // 8,192 MiB × 0.96 hold 3.8 tasks of 2 GiB, 2 vCPUs hold two of one
        var rented = rented(option(Map.of("task.vcpu", "1", "task.memoryGiB", "2")));
        assertThat(rented.tasksPerInstance()).isEqualTo(2);
        assertThat(rented.placement()).isEqualTo(Rented.Placement.BINPACK);
        assertThat(rented.cachedTaskStart().stages().getFirst().name()).isEqualTo("image from cache");
    }

    @Test
    void itPaysTheFeeAndTwoAlarmsAPolicyButNoneForAGroup() {
        var charges = option(Map.of()).charges();
        assertThat(charges).contains(new Charge.ManagementFee(), new Charge.RootVolumes(), new Charge.Alarms(2, 0, 0));
        assertThat(HostingOption.of(OptionId.ECS_EC2, Settings.standard(), type -> LARGE)
                        .charges())
                .contains(new Charge.Alarms(4, 0, 0));
    }

    @Test
    void fastMetricsMakeItsAlarmsHighResolution() {
        var charges = option(Map.of("managed-instances.scaling.metricPeriodSeconds", "20"))
                .charges();
        assertThat(charges).contains(new Charge.Alarms(0, 2, 0), new Charge.CustomMetrics(1, 0));
    }

    @Test
    void peopleHaveLessToDoThanOnTheirOwnInstances() {
        var effort = option(Map.of()).effort();
        assertThat(effort.value(Coefficient.HOURS_PER_HOST)).isCloseTo(0.25, within(0.0));
        assertThat(effort.value(Coefficient.AGENT_UPGRADE_MINUTES)).isZero();
        var published = EffortPresets.imply(EffortPresets.PUBLISHED, Settings.standard());
        var flat = HostingOption.of(OptionId.MANAGED_INSTANCES, published, type -> LARGE)
                .effort();
        assertThat(flat.value(Coefficient.HOURS_PER_HOST)).isEqualTo(0.5);
        assertThat(flat.value(Coefficient.DEPLOY_MINUTES)).isZero();
    }
}
