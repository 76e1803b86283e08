package dev.hostlab.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.scenario.FileRef;
import dev.hostlab.scenario.Scenario;
import dev.hostlab.scenario.ScenarioDefaults;
import dev.hostlab.settings.Catalogue;
import dev.hostlab.settings.Domain;
import dev.hostlab.settings.Parameter;
import dev.hostlab.settings.Settings;
import dev.hostlab.settings.TaskParameters;
import dev.hostlab.validation.Issue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioFileTest {

    private static final String BROKEN = """
            {
              "schema": "hostlab/scenario/2",
              "setings": {},
              "workload": {"name": "w.csv", "sha": "1"},
              "prices": 3,
              "settings": {
                "task.vcpu": "2",
                "task.vcpu": 2,
                "capacity.mni": 3,
                "capacity.max": 1e99,
                "service.streaming": null,
                "service": {"kind": "web"},
                "prices.alb.hour": "0.02",
                "slo.p95Ms": 400
              }
            }
            """;

    private static ScenarioReading parse(String json) {
        return ScenarioFile.parse(json.getBytes(UTF_8));
    }

    private static ScenarioReading settings(String fields) {
        return parse("{\"schema\": \"hostlab/scenario/1\", \"settings\": {" + fields + "}}");
    }

    @Test
    void scenarioSurvivesTheFile(@TempDir Path directory) throws IOException {
        var choices = Map.of("task.vcpu", "0.25", "service.streaming", "true", "prices.alb.hour", "0.0252");
        var scenario = Scenario.of(Settings.standard().with(choices).settings())
                .withWorkload(new FileRef("trafic d'été \"1\".csv", "a".repeat(64)))
                .withPrices(new FileRef("eu-west-1-2026-09-29.json", "0".repeat(64)));
        var file = directory.resolve("scenario.json");
        ScenarioFile.write(scenario, file);
        var reading = ScenarioFile.read(file);
        assertThat(reading.issues()).isEmpty();
        assertThat(reading.scenario()).isEqualTo(scenario);
        assertThat(ScenarioFile.text(reading.scenario())).isEqualTo(ScenarioFile.text(scenario));
    }

    @RepeatedTest(50)
    void anyChoicesSurviveTheFile(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var settings = Settings.standard();
        for (var parameter : Catalogue.ALL) {
            settings = random.nextInt(4) == 0 ? withRandom(settings, parameter, random) : settings;
        }
        var text = ScenarioFile.text(Scenario.of(settings));
        var reading = parse(text);
        assertThat(reading.issues()).isEmpty();
        assertThat(reading.scenario().settings()).isEqualTo(settings);
        assertThat(ScenarioFile.text(reading.scenario())).isEqualTo(text);
        assertThat(reading.assumed())
                .hasSize(Catalogue.ALL.size() - settings.changed().size());
    }

    private static <T> Settings withRandom(Settings settings, Parameter<T> parameter, Random random) {
        var text = switch (parameter.domain()) {
            case Domain.Real real -> real.print(real.min() + random.nextDouble() * (real.max() - real.min()));
            case Domain.Whole(var min, var max) -> Integer.toString(random.nextInt(min, max));
            case Domain.WideWhole(var min, var max) -> Long.toString(random.nextLong(min, max));
            case Domain.Choice(var words) -> words.get(random.nextInt(words.size()));
            case Domain.Flag _ -> Boolean.toString(random.nextBoolean());
            case Domain.Text _ -> parameter.domain().print(parameter.standard());
        };
        return settings.with(parameter.path(), text).settings();
    }

    @Test
    void theRecordIsComparedAndNeverUsed() {
        var resolved = ScenarioDefaults.resolve(Settings.standard(), List.of()).settings();
        var text = ScenarioFile.text(Scenario.of(resolved)).replace("\"slo.p95Ms\": 250", "\"slo.p95Ms\": 300");
        var reading = parse(text);
        assertThat(reading.isFine()).isTrue();
        assertThat(reading.scenario().settings()).isEqualTo(Settings.standard());
        assertThat(reading.drift(resolved))
                .containsExactly(new Issue(
                        "$.assumed['slo.p95Ms']",
                        "The file records 300, but 250 follows from its settings now.",
                        "To keep 300, move it to 'settings'."));
    }

    @Test
    void allProblemsAreToldAtOnce() {
        var reading = parse(BROKEN);
        assertThat(reading.issues())
                .extracting(Issue::path)
                .containsExactlyInAnyOrder(
                        "$.settings['task.vcpu']",
                        "$.setings",
                        "$.schema",
                        "$.workload.sha",
                        "$.workload.sha256",
                        "$.prices",
                        "$.settings['task.vcpu']",
                        "$.settings['capacity.mni']",
                        "$.settings['capacity.max']",
                        "$.settings['service.streaming']",
                        "$.settings.service",
                        "$.settings['prices.alb.hour']");
        assertThat(reading.issues())
                .extracting(Issue::advice)
                .contains("Did you mean 'settings'?", "Did you mean 'sha256'?", "Did you mean 'capacity.min'?");
        assertThat(reading.scenario().settings().get(TaskParameters.P95_MS)).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1]", "nonsense", "{} {}", "\"text\"", "{\"schema\": 1e}", "{'a': 1}", "\u0000"})
    void whatIsNoScenarioIsRefused(String text) {
        assertThat(parse(text).issues()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10, 10", "10.0, 10", "1e1, 10", "1.0E+1, 10", "100e-1, 10"})
    void wholeNumbersMayBeWrittenAnyWay(String written, String read) {
        var reading = settings("\"replications\": " + written);
        assertThat(reading.issues()).isEmpty();
        assertThat(reading.scenario().settings().choicesAsText()).containsEntry("replications", read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"replications\": 1.5",
                "\"replications\": 1e999999999",
                "\"replications\": 1e-999999999",
                "\"seed\": 9007199254740993",
                "\"seed\": 123456789012345678901234567890123456789",
                "\"seed\": -1",
                "\"task.vcpu\": 1e400",
                "\"task.vcpu\": true",
                "\"task.vcpu\": NaN",
                "\"task.vcpu\": [1]",
                "\"service.streaming\": \"true\"",
                "\"service.kind\": \"Web\"",
                "\"region\": \"us-east-1\\n\"",
                "\"prices.alb.hour\": -1"
            })
    void oddValuesAreRefused(String field) {
        assertThat(settings(field).issues()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-EG-u-nu-arab"})
    void bytesAreTheSameInEveryLocale(String tag) {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ROOT);
            var expected = ScenarioFile.text(Scenario.of(Settings.standard())) + ScenarioSchema.text();
            Locale.setDefault(Locale.forLanguageTag(tag));
            assertThat(ScenarioFile.text(Scenario.of(Settings.standard())) + ScenarioSchema.text())
                    .isEqualTo(expected);
            assertThat(parse(ScenarioFile.text(Scenario.of(Settings.standard())))
                            .issues())
                    .isEmpty();
        } finally {
            Locale.setDefault(before);
        }
    }
}
