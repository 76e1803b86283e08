package dev.hostlab.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every column gives every row a value that the parameter allows: [Settings#implying] would refuse others.
class PresetTablesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "json-api",
                "llm-proxy-python",
                "llm-proxy-compiled",
                "retrieval-worker",
                "queue-worker",
                "llm-proxy-python-buffered",
                "llm-proxy-compiled-buffered",
                "gpu-inference"
            })
    void everyServicePresetSetsTheWholeService(String preset) {
        var settings = ServicePresets.TABLE.imply(preset, Settings.standard());
        for (var row : ServicePresets.TABLE.rows()) {
            assertThat(settings.evidence(row.parameter()).source()).startsWith(preset + ": ");
        }
        assertThat(settings.get(ServiceParameters.MEMORY_MB_BASE))
                .isLessThan(settings.get(TaskParameters.MEMORY_GIB) * 1_024);
    }

    @Test
    void servicePresetsAreTheChoices() {
        assertThat(ServiceParameters.PRESET.domain()).isEqualTo(new Domain.Choice(ServicePresets.TABLE.columns()));
    }

    @Test
    void everySituationSetsEveryOption() {
        for (var situation : OptionPresets.TABLE.columns()) {
            var settings = OptionPresets.TABLE.imply(situation, Settings.standard());
            assertThat(List.of(
                            BeanstalkParameters.METRIC,
                            BeanstalkParameters.ROUTING,
                            EcsParameters.ECS_EC2.metric,
                            EcsParameters.ECS_EC2.deregistrationSeconds,
                            EcsParameters.FARGATE.metric,
                            EcsParameters.FARGATE.outCooldownSeconds))
                    .allMatch(parameter -> settings.evidence(parameter).source().startsWith(situation));
        }
    }

    @Test
    void outOfTheBoxIsWhatTheCatalogueDocuments() {
        var settings = OptionPresets.TABLE.imply(OptionPresets.AWS_DEFAULTS, Settings.standard());
        assertThat(settings.get(BeanstalkParameters.COOLDOWN_SECONDS))
                .isEqualTo(BeanstalkParameters.COOLDOWN_SECONDS.standard());
        assertThat(settings.get(BeanstalkParameters.MIN_INSTANCES)).isEqualTo(1);
        assertThat(settings.get(BeanstalkParameters.MAX_INSTANCES)).isEqualTo(4);
        assertThat(settings.get(EcsParameters.FARGATE.scalingEnabled)).isFalse();
        assertThat(settings.get(EcsParameters.FARGATE.deregistrationSeconds)).isEqualTo(300);
    }

    @Test
    void rowWithoutAValueForEachColumnIsRefused() {
        var row = new PresetTable.Row<>(TaskParameters.VCPU, List.of(1.0), Evidence.assumed("test"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PresetTable(List.of("one", "two"), List.of(row)))
                .withMessageContaining("task.vcpu");
    }
}
