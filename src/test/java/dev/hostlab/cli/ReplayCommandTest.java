package dev.hostlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `hostlab replay` on worked traces: given metrics and, minute by minute, what the documented rules make of them.
/// They follow the rules by hand; they are not recordings of AWS.
class ReplayCommandTest {

    /// AWS's own example of a step policy, both directions in one (EC2 Auto Scaling user guide, "Step and simple
    /// scaling policies").
    private static final String STEPS = """
            {
              "AdjustmentType": "PercentChangeInCapacity",
              "MetricAggregationType": "Average",
              "StepAdjustments": [
                {"MetricIntervalLowerBound": 0, "MetricIntervalUpperBound": 10, "ScalingAdjustment": 0},
                {"MetricIntervalLowerBound": 10, "MetricIntervalUpperBound": 20, "ScalingAdjustment": 10},
                {"MetricIntervalLowerBound": 20, "ScalingAdjustment": 30},
                {"MetricIntervalLowerBound": -10, "MetricIntervalUpperBound": 0, "ScalingAdjustment": 0},
                {"MetricIntervalLowerBound": -20, "MetricIntervalUpperBound": -10, "ScalingAdjustment": -10},
                {"MetricIntervalUpperBound": -20, "ScalingAdjustment": -30}
              ]
            }
            """;

    @TempDir
    Path folder;

    @Test
    void l1TargetTrackingOfAService() throws IOException {
        var series = series("minute,value", "1-3:40 4-8:80 9-10:95 11-16:55 17-41:30");
        var ran = replay(series, "--service", "ecs", "--target", "50", "--min", "2", "--max", "20", "--start", "4");
        assertThat(ran.err()).isEmpty();
        assertThat(changes(ran)).containsExactly("6:7", "9:8", "14:9", "31:6", "36:4", "41:3");
        assertThat(ran.out().lines())
                .hasSize(42)
                .startsWith("minute,value,alarm,desired,reason", "1,40,OK,4,no alarm")
                .contains("6,80,HIGH,7,3 of 3 points above 50; 4 → 7", "32,30,LOW,6,scale-in cooldown until 0:36:00");
    }

    @Test
    void l2TargetTrackingOfAGroup() throws IOException {
        var series = series("minute,value", "1-5:40 6-9:100 10-29:50 30-44:15 45:17.14 46:20 47:24 48:30 49-60:40");
        var arguments = new String[] {
            "--service", "asg", "--target", "50", "--min", "2", "--max", "12", "--start", "4", "--warmup", "180"
        };
        assertThat(changes(replay(series, arguments))).containsExactly("8:8", "44:7", "45:6", "46:5", "47:4", "48:3");
        assertThat(changes(replay(series, with(arguments, "--scale-in-max-fraction", "1"))))
                .startsWith("8:8", "44:3");
    }

    @Test
    void l3StepScaling() throws IOException {
        var series = series("minute,value", "1:50 2-4:60 5-6:50 7-8:70 9-12:50 13:40 14:50 15:30 16:50");
        var ran = replay(
                series,
                "--service",
                "asg",
                "--policy",
                file("steps.json", STEPS),
                "--threshold",
                "50",
                "--max",
                "30",
                "--start",
                "10",
                "--warmup",
                "180");
        assertThat(changes(ran)).containsExactly("2:11", "7:14", "13:13", "15:10");
    }

    @ParameterizedTest
    @CsvSource({"1, 10:2 19:3 35:2 42:1", "5, 5:2 14:3 23:4 35:3 42:2"})
    void l5BeanstalkTrigger(int factor, String expected) throws IOException {
        var rows = new StringBuilder("minute,value\n");
        var millions = new int[] {3, 8, 8, 7, 5, 5, 1, 1, 1};
        for (var point = 0; point < millions.length; point++) {
            var scaled = millions[point] == 1 ? 1 : millions[point] * factor;
            rows.append(5 * (point + 1)).append(',').append(scaled * 1_000_000L).append('\n');
        }
        var ran = replay(
                file("bytes.csv", rows.toString()),
                "--service",
                "beanstalk",
                "--upper",
                "6000000",
                "--lower",
                "2000000",
                "--min",
                "1",
                "--max",
                "4",
                "--start",
                "1",
                "--cooldown",
                "360",
                "--launch-seconds",
                "150",
                "--terminate-seconds",
                "30");
        assertThat(changes(ran)).containsExactly(expected.split(" "));
        assertThat(ran.out().lines()).hasSize(46).contains("4,,OK,1,no alarm");
    }

    @ParameterizedTest
    @CsvSource({
        "3, 100, 1:6, 1:6",
        "3, 80, 1:6, 1:8",
        "3, 100, 1-15:2, 15:2",
        "3, 50, 1:2, 1:4",
        "0, 100, 1:1, 1:2",
        "0, 100, 1:10, 1:2",
        "26, 100, 1-18:2, 15:13 16:7 17:4 18:2",
        "3, 100, 0-1:6 2-5:11, 0:6 5:11"
    })
    void l6CapacityProvider(String start, String target, String needed, String expected) throws IOException {
        var series = series("minute,needed", needed);
        var ran = replay(series, "--service", "capacity-provider", "--target", target, "--start", start);
        assertThat(changes(ran)).containsExactly(expected.split(" "));
    }

    @Test
    void l6NothingNeededAndNothingThereStaysSo() throws IOException {
        var ran = replay(series("minute,needed", "1-20:0"), "--service", "capacity-provider", "--start", "0");
        assertThat(changes(ran)).isEmpty();
        assertThat(ran.out()).contains("1,100,OK,0,no alarm");
    }

    @Test
    void l10BacklogPerTask() throws IOException {
        var ran = replay(series("minute,value", "1-3:150"), "--service", "ecs", "--target", "100", "--start", "10");
        assertThat(changes(ran)).containsExactly("3:15");
    }

    @Test
    void highResolutionPointsActBeforeTheMinuteIsOver() throws IOException {
        var series = file("cpu.csv", "second,value\n20,80\n40,80\n60,80\n80,80\n");
        var ran = replay(series, "--service", "ecs", "--target", "50", "--start", "4", "--json", "-");
        assertThat(ran.json().get("decisions").get(0).get("second").asInt()).isEqualTo(60);
        assertThat(ran.json().get("rows")).hasSize(2);
    }

    @Test
    void publishDelayMovesTheDecision() throws IOException {
        var ran = replay(
                series("minute,value", "1-9:80"),
                "--service",
                "ecs",
                "--target",
                "50",
                "--start",
                "4",
                "--publish-delay",
                "158");
        assertThat(changes(ran)).startsWith("6:7");
    }

    @Test
    void aMinuteWithoutARowIsMissing() throws IOException {
        var series = series("minute,value", "1-2:40 3:80 5:80 7:80 8-9:40");
        var ran = replay(series, "--service", "ecs", "--target", "50", "--start", "4");
        assertThat(changes(ran)).as("three of three real points within five").containsExactly("7:7");
        assertThat(ran.out()).contains("4,,OK,4,no alarm");
        var breaching =
                replay(series, "--service", "ecs", "--target", "50", "--start", "4", "--missing-data", "ignore");
        assertThat(changes(breaching)).containsExactly("7:7");
    }

    @Test
    void wholeRequestOfAwsIsRead() throws IOException {
        var policy = file("policy.json", """
                {"PolicyName": "cpu", "ServiceNamespace": "ecs", "ResourceId": "service/a/b",
                 "ScalableDimension": "ecs:service:DesiredCount", "PolicyType": "TargetTrackingScaling",
                 "TargetTrackingScalingPolicyConfiguration": {
                   "TargetValue": 50.0, "ScaleOutCooldown": 60, "ScaleInCooldown": 120, "DisableScaleIn": true,
                   "CustomizedMetricSpecification": {"MetricName": "InFlight", "Namespace": "app",
                     "Dimensions": [{"Name": "service", "Value": "b"}], "Statistic": "Average"}}}
                """);
        var ran = replay(
                series("minute,value", "1-4:80 5-30:10"), "--service", "ecs", "--policy", policy, "--start", "4");
        assertThat(changes(ran)).containsExactly("3:7", "4:12");
        assertThat(ran.out()).contains("19,10,LOW,12,scale-in is disabled");
    }

    @Test
    void everyProblemIsToldWithFileLineAndField() throws IOException {
        var policy = file("policy.json", """
                {
                  "AdjustmentType": "ChangeInCapacities",
                  "StepAdjustments": [
                    {"MetricIntervalLowerBound": 0, "MetricIntervalUpperBound": 20, "ScalingAdjustment": "1"},
                    {"MetricIntervalLowerBound": 10, "ScalingAdjustment": 2.5}
                  ],
                  "Cooldwn": 5
                }
                """);
        var series = file("cpu.csv", "minute,value\n1,40\n1,50\n2,\n3,abc\n4,80,1\nx,3\n");
        var ran = replay(series, "--service", "ecs", "--policy", policy, "--min", "5", "--max", "two");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .contains("--max: 'two' is not a whole number.")
                .contains("policy.json: line 2: AdjustmentType: There is no type ChangeInCapacities.")
                .contains("policy.json: line 4: StepAdjustments[0].ScalingAdjustment: This should be a number.")
                .contains("policy.json: line 5: StepAdjustments[1].ScalingAdjustment: 2.5 is not a whole number")
                .contains("policy.json: line 7: Cooldwn: There is no such name here. Did you mean 'Cooldown'?")
                .contains("cpu.csv: line 3: minute: 1 comes twice.")
                .contains("cpu.csv: line 4: value: The cell is empty.")
                .contains("cpu.csv: line 5: value: 'abc' is not a number.")
                .contains("cpu.csv: line 6: row: There are 3 cells")
                .contains("cpu.csv: line 7: minute: 'x' is not a whole number");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--service ecs | There is no policy.",
                "--service ecs --target 50 --threshold 5 | Target tracking makes its own alarms.",
                "--service ecs --target 50 --min 5 --max 2 | 2 is below --min",
                "--service asg --target 50 --min 5 --start 2 | 2 is not between 5 and",
                "--service beanstalk --upper 1 --lower 2 | The lower threshold is above the upper one.",
                "--service ecs --target 0 | 0 is out of range.",
                "--service rds --target 50 | rds",
                "--target 50 | --service"
            })
    void argumentsThatMakeNoSenseAreTheUsersMistake(String arguments, String problem) throws IOException {
        var ran = replay(series("minute,value", "1-3:40"), arguments.split(" "));
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains(problem);
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void flagsOfOthersAreTold() throws IOException {
        var ran = replay(series("minute,value", "1-3:40"), "--service", "ecs", "--target", "50", "--cooldown", "5");
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEqualToIgnoringNewLines("--cooldown has no effect with --service ecs");
    }

    /// Minutes at which desired capacity changed, with what it became.
    private static List<String> changes(Ran ran) {
        assertThat(ran.code()).as(ran.err()).isZero();
        var changes = new ArrayList<String>();
        for (var line : ran.out().lines().skip(1).toList()) {
            var cells = line.split(",", -1);
            if (line.contains("→")) {
                changes.add(cells[0] + ":" + cells[3]);
            }
        }
        return changes;
    }

    private static String[] with(String[] arguments, String... more) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static Ran replay(String series, String... arguments) {
        return Ran.hostlab(with(new String[] {"replay", series}, arguments));
    }

    /// A series written as spans of minutes: `1-3:40 4:80`.
    private String series(String header, String spans) throws IOException {
        var rows = new StringBuilder(header).append('\n');
        for (var span : spans.split(" ", -1)) {
            var value = span.substring(span.indexOf(':') + 1);
            var ends = span.substring(0, span.indexOf(':')).split("-", -1);
            for (var minute = Integer.parseInt(ends[0]); minute <= Integer.parseInt(ends[ends.length - 1]); minute++) {
                rows.append(minute).append(',').append(value).append('\n');
            }
        }
        return file("series.csv", rows.toString());
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
