package dev.hostlab.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Nothing that AWS does not document is hidden in code: each such number is a setting with a range and a source,
/// each setting is used, and each constant that is left says what it is.
class AssumptionsTest {

    private static final Path SOURCES = Path.of("src/main/java/dev/hostlab");

    /// What is left as a constant in the packages that model AWS, and why it is no setting.
    private static final List<String> CONSTANTS = List.of(
            "hosting/ServiceRollouts MOST_FAILURES: ECS developer guide, circuit breaker",
            "hosting/BeanstalkRollouts THIRD: Elastic Beanstalk developer guide, MaxBatchSize",
            "hosting/Rollout OF_DESIRED: ECS developer guide, circuit breaker",
            "hosting/SharedCharges FREE_EPHEMERAL_GIB: Fargate pricing",
            "hosting/SharedCharges FREE_ALARMS: CloudWatch free tier",
            "hosting/SharedCharges FREE_METRICS: CloudWatch free tier",
            "hosting/SharedCharges FREE_TRANSFER_GB: EC2 free tier",
            "hosting/SharedCharges FREE_LOGS_GB: CloudWatch free tier",
            "hosting/SharedCharges FREE_QUEUE_MILLIONS: SQS free tier",
            "hosting/QueueCalls CHUNK_BYTES: SQS pricing, 64 KiB of payload a request",
            "hosting/StartUp CROWD: where fargate.pullConcurrencyPenalty is measured",
            "hosting/TaskNetworking SMALLEST_INTERFACES: EC2 user guide",
            "engine/BreachCounter GOOD_SHARE: the meaning of a p95",
            "engine/FleetContext SECONDS_PER_POINT: ECS publishes its reservation each minute",
            "engine/Simulation LONGEST_TICK: metering, not AWS",
            "engine/StartUpDraws STAGES_PER_START: numbering of draws",
            "engine/UnitStarts STAGES_UNTIL_RESUMED: stages of a warm start, as Stages makes them",
            "scaling/AlarmRule FURTHER_BACK: CloudWatch user guide, missing data",
            "scaling/Alarm REPEAT_SECONDS: CloudWatch user guide, actions repeat each minute");

    /// The part of the engine that models AWS; the rest plays requests.
    private static final List<String> CONTROL_SIDE = List.of(
            "BreachCounter",
            "Cluster",
            "ClusterInstance",
            "ClusterUse",
            "Crashes",
            "Fleet",
            "HoldBack",
            "LaunchPacer",
            "LoadBalancerHours",
            "MetricSampler",
            "QueueSleep",
            "RoomFinder",
            "Roster",
            "Rotation",
            "RunRecorder",
            "ScalingControl",
            "ScalingLoop",
            "Simulation",
            "SlowStart",
            "StartUpDraws",
            "TimedScaling",
            "UnitStarts",
            "WarmStarts");

    private static final Pattern CONSTANT =
            Pattern.compile("static final (?:int|long|double|float) ([A-Z][A-Z0-9_]*) = ([^;]+);");

    /// Units of measure, tolerances, sizes of arrays.
    private static final Pattern HARMLESS = Pattern.compile(".*(NANOS|_PER_|SLACK|BUCKET|CELLS|FRACTION_|KEPT_|WEYL|"
            + "NEVER|NONE|Z_95|FIRST_CAPACITY|FIRST_WAITING|MINUTE|HOUR|TWO_POW|NAMES|SIZE|LN_2|DAYS).*");

    @ParameterizedTest
    @CsvFileSource(resources = "numbers-not-documented.csv", numLinesToSkip = 1)
    void eachNumberIsASettingWithItsRangeAndSource(
            String path, String standard, String low, String high, String certainty) {
        var parameter = Catalogue.find(path).orElseThrow(() -> new AssertionError("No setting " + path));
        var settings = Settings.standard();
        assertThat(settings.text(parameter)).isEqualTo(standard);
        assertThat(settings.with(path, low).issues()).as("low").isEmpty();
        assertThat(settings.with(path, high).issues()).as("high").isEmpty();
        assertThat(settings.ledger())
                .filteredOn(entry -> entry.path().equals(path))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.value()).isEqualTo(standard);
                    assertThat(entry.certainty().name().toLowerCase(Locale.ROOT))
                            .isEqualTo(certainty);
                    assertThat(entry.range()).isNotBlank();
                    assertThat(entry.source()).isNotBlank();
                });
    }

    @Test
    void theLedgerHoldsEverySettingAsCodeHasIt() {
        var ledger = Settings.standard().ledger();
        assertThat(ledger).hasSameSizeAs(Catalogue.ALL);
        for (var index = 0; index < ledger.size(); index++) {
            var parameter = Catalogue.ALL.get(index);
            assertThat(ledger.get(index).path()).isEqualTo(parameter.path());
            assertThat(ledger.get(index).value()).isEqualTo(Settings.standard().text(parameter));
            assertThat(ledger.get(index).source()).isEqualTo(parameter.source());
            assertThat(ledger.get(index).certainty()).isEqualTo(parameter.certainty());
        }
    }

    @Test
    void noSettingIsWithoutEffect() throws IOException {
        var code = Files.readString(SOURCES.resolve("settings/Catalogue.java"));
        var users = everythingOutside("settings");
        var classes = Pattern.compile("(\\w+Parameters)\\.ALL").matcher(code).results();
        var unused = classes.map(found -> parameterClass(found.group(1)))
                .flatMap(owner -> Stream.of(owner.getDeclaredFields()))
                .filter(AssumptionsTest::isParameter)
                .map(field -> field.getDeclaringClass().getSimpleName() + "." + field.getName())
                .filter(name -> !users.contains(name))
                .toList();
        assertThat(unused).isEmpty();
        assertThat(Stream.of(EcsParameters.class.getDeclaredFields()))
                .filteredOn(field -> field.getType() == Parameter.class)
                .isNotEmpty()
                .allSatisfy(field -> assertThat(users).containsPattern("ecs(\\(\\))?\\." + field.getName() + "\\b"));
    }

    @Test
    void constantsThatAreLeftSayWhatTheyAre() throws IOException {
        for (var folder : List.of("hosting", "engine", "scaling", "effort", "usage")) {
            for (var file : files(SOURCES.resolve(folder))) {
                var name = folder + "/" + file.getFileName().toString().replace(".java", "");
                if (folder.equals("engine") && !CONTROL_SIDE.contains(name.substring("engine/".length()))) {
                    continue;
                }
                CONSTANT.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .filter(constant -> !HARMLESS.matcher(constant).matches())
                        .forEach(constant -> assertThat(CONSTANTS)
                                .as("%s %s may be an assumption; make it a setting, or say what it is", name, constant)
                                .anyMatch(known -> known.startsWith(name + " " + constant + ":")));
            }
        }
    }

    private static Class<?> parameterClass(String name) {
        try {
            return Class.forName("dev.hostlab.settings." + name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isParameter(Field field) {
        return Modifier.isStatic(field.getModifiers()) && field.getType() == Parameter.class;
    }

    private static String everythingOutside(String folder) throws IOException {
        return files(SOURCES).stream()
                .filter(file -> !file.startsWith(SOURCES.resolve(folder)))
                .map(AssumptionsTest::text)
                .collect(Collectors.joining("\n"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.walk(folder, 1 + (folder.equals(SOURCES) ? 5 : 0))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
