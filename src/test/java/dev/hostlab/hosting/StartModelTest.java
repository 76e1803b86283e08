package dev.hostlab.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hostlab.cost.Charge;
import dev.hostlab.pricebook.Architecture;
import dev.hostlab.pricebook.InstanceType;
import dev.hostlab.pricebook.SampleInstanceTypes;
import dev.hostlab.settings.BeanstalkLifeParameters;
import dev.hostlab.settings.Ec2Parameters;
import dev.hostlab.settings.FargateParameters;
import dev.hostlab.settings.ServiceParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.settings.TaskParameters;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How long each option takes to start, by the medians of its stages and as sums worked by hand.
class StartModelTest {

    private static final Settings BARE =
            Settings.standard().with(ServiceParameters.KIND, "queue-worker").with(ServiceParameters.START_SECONDS, 0.0);

    @ParameterizedTest
    // 20 s for placement, network and micro-VM, and the image at 15 MB/s: 20 + 30 ÷ 15 = 22 s
    @CsvSource({"30, 22", "413, 47.5", "900, 80"})
    void fargateTakesItsBaseAndThePull(double imageMb, double seconds) {
        assertThat(fargate(BARE.with(ServiceParameters.IMAGE_MB, imageMb))).isCloseTo(seconds, within(0.1));
    }

    @Test
    void aFargateTaskBehindALoadBalancerServesAfterTheSumOfItsStages() {
        // 413 MB with a start of 10 s: 20 + 27.53 + 10, registered in 2, first check after 15 in the middle = 74.5
        var web =
                Settings.standard().with(ServiceParameters.IMAGE_MB, 413.0).with(ServiceParameters.START_SECONDS, 10.0);
        assertThat(fargate(web)).isCloseTo(74.5, within(0.1));
    }

    @ParameterizedTest
    // 600 MB: 40 s at one vCPU; √4 = 2 times as fast; a quarter of a vCPU is held at 0.6; lazy loading leaves 0.45,
    // zstd 0.73
    @CsvSource({
        "1, false, false, 40",
        "4, false, false, 20",
        "16, false, false, 20",
        "0.25, false, false, 66.67", //
        "1, true, false, 18",
        "1, false, true, 29.2",
        "1, true, true, 13.14"
    })
    void largeTasksLazyLoadingAndZstdPullFaster(double vcpus, boolean soci, boolean zstd, double pull) {
        var settings = BARE.with(ServiceParameters.IMAGE_MB, 600.0)
                .with(TaskParameters.VCPU, vcpus)
                .with(FargateParameters.SOCI, soci)
                .with(FargateParameters.ZSTD, zstd);
        assertThat(fargate(settings) - 20).isCloseTo(pull, within(0.01));
    }

    @Test
    void lazyLoadingDoesNothingForASmallImage() {
        var small = BARE.with(ServiceParameters.IMAGE_MB, 250.0);
        assertThat(fargate(small.with(FargateParameters.SOCI, true))).isEqualTo(fargate(small));
    }

    @Test
    void aPullSlowsDownInACrowdOnlyIfToldTo() {
        var start = new EcsOnFargate(BARE.with(FargateParameters.PULL_CONCURRENCY_PENALTY, 1.5))
                .fleetPlan(2)
                .start();
        assertThat(start.stages().get(1).crowding()).isEqualTo(1.5);
        assertThat(new EcsOnFargate(BARE).fleetPlan(2).start().stages())
                .allSatisfy(stage -> assertThat(stage.crowding()).isZero());
    }

    @Test
    void aSmallApplicationOnBeanstalkTakesAboutTwoMinutes() {
        // 10 react + 26 boot + 60 hooks + 100 ÷ 40 pull + 5 start + 2 registration + 7.5 until the first check = 113;
        // timestamps of public eb logs give 110 to 130 s
        var small =
                Settings.standard().with(ServiceParameters.IMAGE_MB, 100.0).with(ServiceParameters.START_SECONDS, 5.0);
        assertThat(median(beanstalk(small).fleetPlan(2).start())).isCloseTo(113, within(1.0));
        // 1 GB and a start of 40 s: 10 + 26 + 60 + 25 + 40 + 9.5 = 170.5
        var large = small.with(ServiceParameters.IMAGE_MB, 1_000.0).with(ServiceParameters.START_SECONDS, 40.0);
        assertThat(median(beanstalk(large).fleetPlan(2).start())).isCloseTo(170.5, within(1.0));
    }

    @Test
    void aLifecycleHookHoldsTheInstanceAndTheActivityWithIt() {
        var hooked = Settings.standard().with(Ec2Parameters.LAUNCH_HOOK_SECONDS, 120.0);
        var plain = beanstalk(Settings.standard()).fleetPlan(2);
        var plan = beanstalk(hooked).fleetPlan(2);
        assertThat(median(plan.start()) - median(plain.start())).isCloseTo(120, within(1e-9));
        assertThat(((ScalingPlan.Trigger) plan.scaling()).activityStages())
                .isEqualTo(((ScalingPlan.Trigger) plain.scaling()).activityStages() + 1);
    }

    @Test
    void anInstanceJoinsItsClusterAfterBootAndAgent() {
        // 10 react + 26 boot + 20 agent
        var on = (Rented.OnInstances) new EcsOnEc2(Settings.standard(), type("m7i.large"))
                .fleetPlan(2)
                .rented();
        assertThat(median(on.start())).isCloseTo(56, within(1.0));
        assertThat(median(on.cachedTaskStart()) - median(plainTask()))
                .isCloseTo(2 - Settings.standard().get(ServiceParameters.IMAGE_MB) / 40, within(1e-6));
    }

    @Test
    void singleInstanceHasNeitherLoadBalancerNorAlarmsNorScaling() {
        var single = beanstalk(Settings.standard().with(BeanstalkLifeParameters.ENVIRONMENT_TYPE, "single-instance"));
        var plan = single.fleetPlan(5);
        assertThat(plan.range().maximum()).isEqualTo(1);
        assertThat(plan.initialUnits()).isEqualTo(1);
        assertThat(plan.scaling()).isInstanceOf(ScalingPlan.Fixed.class);
        assertThat(plan.front().loadBalanced()).isFalse();
        assertThat(single.charges()).noneMatch(Charge.LoadBalancer.class::isInstance);
        assertThat(single.charges()).contains(new Charge.PublicAddresses(0, true));
        assertThat(single.setup()).isEqualTo("one m7i.large without load balancer");
    }

    @Test
    void theQuotaCountsWholeTasks() {
        var settings = Settings.standard().with(TaskParameters.VCPU, 4.0).with(FargateParameters.VCPU_QUOTA, 6.0);
        var rented = (Rented.PerUnit) new EcsOnFargate(settings).fleetPlan(2).rented();
        assertThat(rented.quota()).isEqualTo(1);
        var quarter = settings.with(TaskParameters.VCPU, 0.25);
        assertThat(((Rented.PerUnit) new EcsOnFargate(quarter).fleetPlan(2).rented()).quota())
                .isEqualTo(24);
    }

    @ParameterizedTest
    // ECS developer guide, supported instance types for increased container network interfaces: tasks without and with
    // trunking
    @CsvSource({
        "m5.large, 2, 2, 10",
        "m5.xlarge, 4, 3, 20",
        "m5.2xlarge, 8, 3, 40",
        "m5.4xlarge, 16, 7, 60",
        "m5.16xlarge, 64, 14, 120",
        "a1.large, 2, 2, 10",
        "c5.large, 2, 2, 10",
        "t3.medium, 2, 2, 2",
        "t3.micro, 2, 1, 1"
    })
    void networkInterfacesBoundTasks(String name, int vcpus, int plain, int trunked) {
        var type = new InstanceType(name, vcpus, 8_192, Architecture.X86_64, null, name.startsWith("t"), 0);
        assertThat(TaskNetworking.AWSVPC.mostTasks(type)).isEqualTo(plain);
        assertThat(TaskNetworking.AWSVPC_TRUNKING.mostTasks(type)).isEqualTo(trunked);
        assertThat(TaskNetworking.BRIDGE.mostTasks(type)).isGreaterThan(1_000);
    }

    @Test
    void smallTasksOnASmallInstanceAreBoundByItsInterfaces() {
        // m7i.large has room for 8 tasks of a quarter of a vCPU, and interfaces for 2
        var settings = Settings.standard().with(TaskParameters.VCPU, 0.25).with(TaskParameters.MEMORY_GIB, 0.5);
        var plain = settings.with("ecs-ec2.networkMode", "awsvpc").settings();
        var trunked = settings.with("ecs-ec2.networkMode", "awsvpc-trunking").settings();
        assertThat(new EcsOnEc2(plain, type("m7i.large")).tasksPerInstance()).isEqualTo(2);
        assertThat(new EcsOnEc2(trunked, type("m7i.large")).tasksPerInstance()).isEqualTo(8);
    }

    @Test
    void theElbHealthTypeReplacesAndTheEc2OneDoesNot() {
        // five checks of 15 s: seen after 60 to 75 s
        var ec2 = beanstalk(Settings.standard()).fleetPlan(2).health();
        assertThat(ec2.isReplaced()).isFalse();
        assertThat(List.of(ec2.noticeFromSeconds(), ec2.noticeToSeconds())).containsExactly(60.0, 75.0);
        var elb = Settings.standard().with(BeanstalkLifeParameters.HEALTH_TYPE, "elb");
        assertThat(beanstalk(elb).fleetPlan(2).health().isReplaced()).isTrue();
        assertThat(new EcsOnFargate(elb).fleetPlan(2).health().isReplaced()).isTrue();
    }

    private static StartUp plainTask() {
        return new EcsOnEc2(Settings.standard(), type("m7i.large")).fleetPlan(2).start();
    }

    private static double fargate(Settings settings) {
        return median(new EcsOnFargate(settings).fleetPlan(2).start());
    }

    private static double median(StartUp start) {
        return start.stages().stream()
                .mapToDouble(stage -> stage.latency().at(0.5))
                .sum();
    }

    private static ElasticBeanstalk beanstalk(Settings settings) {
        return new ElasticBeanstalk(settings, type("m7i.large"));
    }

    private static InstanceType type(String name) {
        return SampleInstanceTypes.ALL.stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
