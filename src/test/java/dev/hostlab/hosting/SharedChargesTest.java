package dev.hostlab.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.cost.Charge;
import dev.hostlab.pricebook.Architecture;
import dev.hostlab.pricebook.InstanceType;
import dev.hostlab.settings.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What each option is charged for, line by line.
class SharedChargesTest {

    private static final InstanceType LARGE =
            new InstanceType("m7i.large", 2, 8_192, Architecture.X86_64, 781, false, 0);

    private static List<Charge> charges(OptionId id, Map<String, String> choices) {
        var settings = Settings.standard().with(choices);
        assertThat(settings.issues()).isEmpty();
        return HostingOption.of(id, settings.settings(), type -> LARGE).charges();
    }

    @ParameterizedTest
    @EnumSource(OptionId.class)
    void everyOptionPaysForWhatStandsAroundIt(OptionId id) {
        assertThat(charges(id, Map.of()))
                .contains(new Charge.LoadBalancer(), new Charge.PublicAddresses(2, true), new Charge.TransferOut(0, 0))
                .hasAtLeastOneElementOfType(Charge.Compute.class)
                .hasAtLeastOneElementOfType(Charge.Alarms.class)
                .hasAtLeastOneElementOfType(Charge.ImageStorage.class);
    }

    @ParameterizedTest
    @EnumSource(OptionId.class)
    void upstreamAndZonesCostWhatTheUserSays(OptionId id) {
        var charges = charges(
                id,
                Map.of(
                        "billing.natGateways", "3",
                        "billing.upstreamSentBytes", "8000",
                        "billing.upstreamReceivedBytes", "2000",
                        "billing.interZoneBytes", "500",
                        "service.imageMb", "400"));
        assertThat(charges)
                .contains(
                        new Charge.NatGateways(3, 10_000, 400e6),
                        new Charge.TransferOut(0, 8_000),
                        new Charge.InterZoneTransfer(500));
    }

    @Test
    void beanstalkMakesTwoAlarmsAndKeepsItsLogsUnlessTheyAreStreamed() {
        assertThat(charges(OptionId.BEANSTALK, Map.of("beanstalk.streamLogs", "false")))
                .contains(new Charge.Alarms(2, 0, 0))
                .noneMatch(charge -> charge instanceof Charge.Logs);
        assertThat(charges(OptionId.BEANSTALK, Map.of("beanstalk.streamLogs", "true")))
                .contains(new Charge.Logs(500, 0, 0.2));
    }

    @Test
    void aSingleInstanceHasAnAddressAndNoAlarms() {
        assertThat(charges(OptionId.BEANSTALK, Map.of("beanstalk.environmentType", "single-instance")))
                .contains(new Charge.PublicAddresses(0, true), new Charge.Alarms(0, 0, 0))
                .doesNotContain(new Charge.LoadBalancer());
    }

    @Test
    void eachPolicyMakesTwoAlarmsAndTheCapacityProviderTwoMore() {
        var second = Map.of("ecs-ec2.scaling.second.metric", "memory", "fargate.scaling.second.metric", "memory");
        assertThat(charges(OptionId.ECS_EC2, second)).contains(new Charge.Alarms(6, 0, 0));
        assertThat(charges(OptionId.FARGATE, second)).contains(new Charge.Alarms(4, 0, 0));
        assertThat(charges(OptionId.ECS_EC2, Map.of("ecs-ec2.scaling.enabled", "false")))
                .contains(new Charge.Alarms(0, 0, 0));
    }

    @Test
    void fastMetricsCostMoreAlarmsAndAMetric() {
        assertThat(charges(OptionId.FARGATE, Map.of("fargate.scaling.metricPeriodSeconds", "20")))
                .contains(new Charge.Alarms(0, 2, 0), new Charge.CustomMetrics(1, 0));
        assertThat(charges(OptionId.FARGATE, Map.of("fargate.scaling.metric", "in-flight")))
                .contains(new Charge.Alarms(2, 0, 0), new Charge.CustomMetrics(1, 0));
    }

    @Test
    void containerInsightsAreMetricsOfTheOptionsOnEcs() {
        var on = Map.of("billing.containerInsights", "true");
        Arrays.stream(OptionId.values())
                .filter(id -> id != OptionId.BEANSTALK)
                .forEach(id -> assertThat(charges(id, on)).contains(new Charge.CustomMetrics(20, 0)));
        assertThat(charges(OptionId.BEANSTALK, on)).noneMatch(charge -> charge instanceof Charge.CustomMetrics);
    }
}
