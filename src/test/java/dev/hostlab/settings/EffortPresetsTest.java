package dev.hostlab.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EffortPresetsTest {

    @Test
    void presetsAreTheChoices() {
        assertThat(EffortParameters.PRESET.domain())
                .isEqualTo(new Domain.Choice(
                        java.util.List.of(EffortPresets.TODAY, EffortPresets.POST_OF_2023, EffortPresets.PUBLISHED)));
    }

    @Test
    void todayIsTheCatalogue() {
        assertThat(EffortPresets.imply(EffortPresets.TODAY, Settings.standard()).toMap())
                .isEqualTo(Settings.standard().toMap());
    }

    @Test
    void thePostOf2023ChangesThreeNumbersOfBeanstalkOnly() {
        var settings = EffortPresets.imply(EffortPresets.POST_OF_2023, Settings.standard());
        assertThat(settings.get(OptionEffort.BEANSTALK.parameter("deployMinutes")))
                .isEqualTo(20);
        assertThat(settings.get(OptionEffort.BEANSTALK.parameter("logHuntMinutes")))
                .isEqualTo(30);
        assertThat(settings.get(OptionEffort.BEANSTALK.parameter("updateFailureShare")))
                .isEqualTo(0.05);
        for (var option : java.util.List.of(OptionEffort.ECS_EC2, OptionEffort.FARGATE)) {
            for (var parameter : option.all()) {
                assertThat(settings.get(parameter)).isEqualTo(parameter.standard());
            }
        }
        assertThat(settings.evidence(OptionEffort.BEANSTALK.parameter("deployMinutes")))
                .satisfies(why -> assertThat(why.certainty()).isEqualTo(Certainty.ASSUMED))
                .satisfies(why -> assertThat(why.source()).contains("2023"));
    }

    @Test
    void thePublishedRuleCountsHostsAndNothingElse() {
        var settings = EffortPresets.imply(EffortPresets.PUBLISHED, Settings.standard());
        for (var option : java.util.List.of(OptionEffort.BEANSTALK, OptionEffort.ECS_EC2)) {
            assertThat(settings.get(option.parameter("hoursPerHost"))).isEqualTo(2.0);
            assertThat(settings.get(option.parameter("hostExponent"))).isEqualTo(1.0);
            assertThat(option.all().stream().filter(parameter -> settings.get(parameter) != 0))
                    .hasSize(2);
        }
        assertThat(settings.get(OptionEffort.FARGATE.parameter("hoursPerHost"))).isZero();
    }

    @Test
    void whatTheUserSaidStays() {
        var minutes = OptionEffort.BEANSTALK.parameter("deployMinutes");
        var user = Settings.standard().with(minutes.path(), "7").settings();
        assertThat(EffortPresets.imply(EffortPresets.POST_OF_2023, user).get(minutes))
                .isEqualTo(7);
    }
}
