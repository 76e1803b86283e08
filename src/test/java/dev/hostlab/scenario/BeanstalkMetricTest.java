package dev.hostlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.hosting.BeanstalkMetric;
import dev.hostlab.hosting.HostingOption;
import dev.hostlab.hosting.OptionId;
import dev.hostlab.settings.BeanstalkParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.validation.Issue;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeanstalkMetricTest {

    private static Resolution resolve(Map<String, String> choices) {
        var user = Settings.standard().with(choices);
        assertThat(user.issues()).isEmpty();
        return ScenarioDefaults.resolve(user.settings(), Loads.perMinute(600), Loads.TYPES);
    }

    private static Map<String, String> wanting(String preset, String metric) {
        var choices = new HashMap<String, String>();
        choices.put("service.preset", preset);
        choices.put("beanstalk.scaling.metric", metric);
        return choices;
    }

    @ParameterizedTest
    @CsvSource({
        "llm-proxy-python, in-flight, network-out, NetworkOut",
        "llm-proxy-python, tokens-per-minute, network-out, NetworkOut",
        "llm-proxy-python, memory, cpu, CPUUtilization",
        "queue-worker, queue-backlog, cpu, CPUUtilization",
        "queue-worker, in-flight, cpu, CPUUtilization"
    })
    void whatATriggerCannotWatchIsReplacedAndSaid(String preset, String wanted, String watched, String measure) {
        var resolution = resolve(wanting(preset, wanted));
        assertThat(resolution.issues()).isEmpty();
        assertThat(BeanstalkMetric.of(resolution.settings()).watched().id()).isEqualTo(watched);
        assertThat(resolution.settings().get(BeanstalkParameters.TRIGGER_MEASURE))
                .isEqualTo(measure);
        assertThat(resolution.notes())
                .filteredOn(note -> note.path().equals("beanstalk.scaling.metric"))
                .hasSize(1);
        assertThat(resolution.notes().toString()).contains("cannot watch " + wanted + "; it watches " + watched);
    }

    @Test
    void allowedMetricIsWatchedWithoutAWord() {
        var resolution = resolve(wanting("json-api", "response-time"));
        assertThat(BeanstalkMetric.of(resolution.settings()).reason()).isEmpty();
        assertThat(resolution.notes()).extracting(Issue::path).doesNotContain("beanstalk.scaling.metric");
    }

    /// A json-api task of half a vCPU and 20 ms a request handles 25 a second: 900 a minute at 60
    /// %, of 10,000 bytes.
    @Test
    void bytesAreThoseOfAnInstanceThatIsSixtyPercentBusy() {
        var settings = resolve(wanting("json-api", "in-flight")).settings();
        var type = Loads.TYPES.stream()
                .filter(known -> known.name().equals(settings.get(BeanstalkParameters.INSTANCE_TYPE)))
                .findFirst()
                .orElseThrow();
        var option = HostingOption.of(OptionId.BEANSTALK, settings, name -> type);
        var copies = option.fleetPlan(2).unit().tasks();
        assertThat(settings.get(BeanstalkParameters.TRIGGER_UPPER)).isEqualTo(9_000_000.0 * copies);
        assertThat(option.setup()).contains("network out").endsWith("for want of in-flight");
    }

    @Test
    void targetInUnitsOfTheMetricThatIsNotWatchedIsRefused() {
        var choices = wanting("json-api", "in-flight");
        choices.put("beanstalk.scaling.target", "70");
        assertThat(resolve(choices).issues()).extracting(Issue::path).containsExactly("beanstalk.scaling.target");
    }
}
