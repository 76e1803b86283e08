package dev.hostlab.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.settings.Catalogue;
import dev.hostlab.settings.Parameter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ScenarioSchemaTest {

    @Test
    void shippedSchemaIsTheGeneratedOne() throws IOException {
        var name = "/dev/hostlab/scenario.schema.json";
        try (var shipped = Objects.requireNonNull(ScenarioSchema.class.getResourceAsStream(name), name)) {
            assertThat(new String(shipped.readAllBytes(), StandardCharsets.UTF_8))
                    .as("refresh with: ./hostlab scenario schema > src/main/resources" + name)
                    .isEqualTo(ScenarioSchema.text());
        }
    }

    @Test
    void schemaHasEveryParameterAndNoOther() {
        var schema = new JsonMapper().readTree(ScenarioSchema.text());
        var properties = schema.at("/$defs/values/properties");
        assertThat(properties.propertyNames())
                .containsExactlyElementsOf(
                        Catalogue.ALL.stream().map(Parameter::path).toList());
        assertThat(properties.at("/capacity.max/maximum").asInt()).isEqualTo(10_000);
        assertThat(properties.at("/service.kind/enum").size()).isEqualTo(2);
        assertThat(schema.at("/additionalProperties").asBoolean()).isFalse();
    }
}
