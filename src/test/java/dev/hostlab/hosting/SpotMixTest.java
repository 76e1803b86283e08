package dev.hostlab.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.hostlab.pricebook.Architecture;
import dev.hostlab.pricebook.InstanceType;
import dev.hostlab.settings.Settings;
import dev.hostlab.usage.Capacity;
import dev.hostlab.usage.ComputeUsage;
import dev.hostlab.usage.FleetHistory;
import dev.hostlab.usage.LoadBalancerUsage;
import dev.hostlab.usage.Traffic;
import dev.hostlab.usage.Usage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// On-demand base and share above it, against the examples of the Elastic Beanstalk developer guide.
class SpotMixTest {

    private static final double HOUR = 3_600;
    private static final InstanceType LARGE =
            new InstanceType("m7g.large", 2, 8_192, Architecture.ARM64, 937, false, 0);

    private static Usage of(Capacity capacity, double units) {
        return new Usage(
                HOUR,
                List.of(new ComputeUsage(capacity, units * HOUR, units, HOUR, 0, 0)),
                LoadBalancerUsage.NONE,
                new Traffic(0, 0, 0),
                new FleetHistory(units, 0, 0, 0, 0, 0, 0));
    }

    private static HostingOption option(OptionId id, Map<String, String> choices) {
        return HostingOption.of(id, Settings.standard().with(choices).settings(), type -> LARGE);
    }

    @Test
    void tenInstancesWithABaseOfFourAndHalfAboveAreSevenAndThree() {
        var mix = new SpotMix(4, 0.5);
        assertThat(mix.onDemand(10)).isEqualTo(7);
        assertThat(mix.onDemand(24)).isEqualTo(14);
        assertThat(mix.onDemand(3)).isEqualTo(3);
        assertThat(mix.onDemand(5)).as("half an instance is a whole one").isEqualTo(5);
        assertThatIllegalArgumentException().isThrownBy(() -> new SpotMix(-1, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new SpotMix(0, 1.5));
    }

    @Test
    void billedHoursFollowTheSameMix() {
        var mix = new SpotMix(4, 0.5);
        assertThat(mix.spotShare(10 * HOUR, HOUR)).isCloseTo(0.3, within(1e-12));
        assertThat(mix.spotShare(24 * HOUR, HOUR)).isCloseTo(10.0 / 24, within(1e-12));
        assertThat(mix.spotShare(2 * HOUR, HOUR)).isZero();
        assertThat(mix.spotShare(0, HOUR)).isZero();
    }

    @Test
    void beanstalkBuysThirtyPercentAsSpotOnceItIsOn() {
        var bought = option(OptionId.BEANSTALK, Map.of("beanstalk.spot.enabled", "true"))
                .bought(of(new Capacity.Instances("m7g.large", 30, false), 10));
        assertThat(bought.compute()).hasSize(2);
        assertThat(bought.compute().getLast().capacity())
                .isEqualTo(new Capacity.Instances("m7g.large", 30, false, true));
        assertThat(bought.compute().getLast().billedSeconds()).isCloseTo(3 * HOUR, within(1e-6));
        assertThat(bought.compute().stream()
                        .mapToDouble(ComputeUsage::billedSeconds)
                        .sum())
                .isCloseTo(10 * HOUR, within(1e-6));
    }

    @Test
    void withoutItEverythingIsOnDemand() {
        var usage = of(new Capacity.Instances("m7g.large", 30, false), 10);
        for (var id : List.of(OptionId.BEANSTALK, OptionId.ECS_EC2)) {
            assertThat(option(id, Map.of()).bought(usage)).isEqualTo(usage);
        }
    }

    @Test
    void volumesOfAWarmPoolAreNotSpot() {
        var usage = of(new Capacity.Stopped("m7g.large", 30), 2);
        assertThat(option(OptionId.BEANSTALK, Map.of("beanstalk.spot.enabled", "true"))
                        .bought(usage)
                        .compute())
                .isEqualTo(usage.compute());
    }

    @Test
    void fargateKeepsItsBaseOnDemandAndWeighsTheRest() {
        // strategy FARGATE base 2 weight 1, FARGATE_SPOT weight 3: of 6 tasks 2 and a quarter of 4, so 3 Spot
        var tasks = (Capacity.Tasks) ((Rented.PerUnit)
                        option(OptionId.FARGATE, Map.of()).fleetPlan(2).rented())
                .capacity();
        var bought = option(OptionId.FARGATE, Map.of("fargate.spotShare", "0.75", "fargate.onDemandBase", "2"))
                .bought(of(tasks, 6));
        assertThat(bought.compute().getLast().capacity()).isEqualTo(tasks.asSpot());
        assertThat(bought.compute().getLast().billedSeconds()).isCloseTo(3 * HOUR, within(1e-6));
    }
}
