package dev.hostlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The rows of `autoscaling.csv` that one policy and one series can express, and CloudWatch's table of missing points,
/// all through `hostlab replay`.
class ReplayTruthTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> EXPRESSIBLE =
            Set.of("ecs.CapacityProviderReservation", "ecs.desired-for-target", "target-tracking.proportional");

    /// At 60 the policy adds 10 %, at 70 it adds 30 %, mirrored below; AWS's own example.
    private static final String AWS_EXAMPLE =
            steps("PercentChangeInCapacity", 0, "0,10,0", "10,20,10", "20,,30", "-10,0,0", "-20,-10,-10", ",-20,-30");

    @TempDir
    Path folder;

    @TestFactory
    List<DynamicTest> rows() throws IOException {
        var file = Objects.requireNonNull(getClass().getResourceAsStream("/dev/hostlab/scaling/autoscaling.csv"));
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return csv.stream()
                    .filter(row -> EXPRESSIBLE.contains(row.getField("mechanism"))
                            || row.getField("mechanism").startsWith("step."))
                    .map(this::test)
                    .toList();
        }
    }

    /// Points at minutes 4 to 8 by CloudWatch's table (0 fine, X breach, - missing); all before are fine.
    @ParameterizedTest
    @CsvSource({
        "0-X-X, OK, OK, OK, OK",
        "0----, OK, OK, OK, OK",
        "-----, INSUFFICIENT_DATA, OK, HIGH, OK",
        "0XX-X, HIGH, HIGH, HIGH, HIGH",
        "--X--, HIGH, OK, HIGH, OK"
    })
    void l15MissingPoints(String points, String missing, String ignore, String breaching, String fine)
            throws IOException {
        var rows = new StringBuilder("minute,value\n1,40\n2,40\n3,40\n");
        for (var index = 0; index < points.length(); index++) {
            if (points.charAt(index) != '-') {
                rows.append(index + 4).append(points.charAt(index) == 'X' ? ",80\n" : ",40\n");
            }
        }
        rows.append("9,40\n");
        var series = file("series.csv", rows.toString());
        var modes = List.of("missing", "ignore", "breaching", "notBreaching");
        var expected = List.of(missing, ignore, breaching, fine);
        for (var mode = 0; mode < modes.size(); mode++) {
            var ran = Ran.hostlab(
                    "replay", series, "--service", "ecs", "--target", "50", "--missing-data", modes.get(mode));
            assertThat(column(ran, 2).get(7)).as(modes.get(mode)).isEqualTo(expected.get(mode));
        }
    }

    @Test
    void actionsThatFireWithinAMinuteSayWhy() throws IOException {
        var rows = new StringBuilder("second,value\n");
        for (var second = 20; second <= 360; second += 20) {
            rows.append(second).append(",90\n");
        }
        var ran = Ran.hostlab(
                "replay", file("s.csv", rows.toString()), "--service", "ecs", "--target", "50", "--start", "2");
        assertThat(column(ran, 4)).element(1).isEqualTo("3 of 3 points above 50; cooldown until 0:06:00");
        assertThat(column(ran, 3)).containsExactly("4", "4", "4", "4", "4", "8");
    }

    @Test
    void filesThatAreNotThereAreToldWithTheRest() {
        var ran =
                Ran.hostlab("replay", "no.csv", "--service", "asg", "--policy", "no.json", "--min", "3", "--max", "2");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .contains("no.csv: There is no such file")
                .contains("no.json: There is no such file")
                .contains("2 is below --min");
    }

    private DynamicTest test(NamedCsvRecord row) {
        var in = JSON.readTree(row.getField("inputs"));
        var out = JSON.readTree(row.getField("expected"));
        var name = row.getField("id") + " " + row.getField("confidence") + " " + row.getField("mechanism");
        return DynamicTest.dynamicTest(name, () -> check(row.getField("mechanism"), in, out));
    }

    private void check(String mechanism, JsonNode in, JsonNode out) throws IOException {
        switch (mechanism) {
            case "step.percent-rounding" -> {
                var raw = in.get("rawChange").asDouble();
                var start = (int) Math.round(Math.abs(raw) * 100);
                assertThat(stepped("PercentChangeInCapacity", start, raw > 0 ? 1 : -1, 0, 10_000))
                        .isEqualTo(start + out.get("change").asInt());
            }
            case "step.PercentChangeInCapacity", "step.clamp" -> {
                var least = in.path("minAdjustmentMagnitude").asInt(0);
                var most = in.path("max").asInt(10_000);
                assertThat(stepped("PercentChangeInCapacity", whole(in, "capacity"), whole(in, "percent"), least, most))
                        .isEqualTo(whole(out, "capacity"));
            }
            case "step.ChangeInCapacity" ->
                assertThat(stepped("ChangeInCapacity", whole(in, "capacity"), whole(in, "adjust"), 0, 10_000))
                        .isEqualTo(whole(out, "capacity"));
            case "step.ExactCapacity" ->
                assertThat(stepped("ExactCapacity", whole(in, "capacity"), whole(in, "exact"), 0, 10_000))
                        .isEqualTo(whole(out, "capacity"));
            case "step.bounds" -> bounds(in, out.get("applies").asBoolean());
            case "step.validation" -> refused(in);
            case "step.warmup" -> warmUp(in, out);
            default -> loop(mechanism, in, out);
        }
    }

    private void loop(String mechanism, JsonNode in, JsonNode out) throws IOException {
        var provider = List.of("--service", "capacity-provider", "--start");
        switch (mechanism) {
            case "ecs.CapacityProviderReservation" -> {
                var ran = replay(
                        "minute,needed\n1," + whole(in, "M"),
                        provider,
                        in.get("N").asString());
                assertThat(Double.parseDouble(column(ran, 1).getFirst()))
                        .isCloseTo(out.get("metric").asDouble(), within(1e-4));
            }
            case "ecs.desired-for-target" -> {
                var ran = replay(
                        "minute,needed\n1," + whole(in, "M"),
                        provider,
                        "1",
                        "--target",
                        in.get("targetCapacity").asString());
                assertThat(column(ran, 3)).containsExactly(out.get("N").asString());
            }
            default -> {
                var metric = in.get("metric").asString();
                var ran = replay(
                        "minute,value\n1," + metric + "\n2," + metric + "\n3," + metric,
                        List.of("--service", "ecs", "--target", in.get("target").asString(), "--start"),
                        in.get("capacity").asString());
                assertThat(column(ran, 3)).last().isEqualTo(out.get("capacity").asString());
            }
        }
    }

    /// Desired capacity after one breach of 10 above the threshold, or below for a negative adjustment.
    private int stepped(String type, int start, int adjustment, int least, int most) throws IOException {
        var policy = steps(type, least, adjustment < 0 ? ",0," + adjustment : "0,," + adjustment);
        var desired = desired(policy, adjustment < 0 ? "40" : "60", start, "--max", String.valueOf(most));
        return Integer.parseInt(desired.getFirst());
    }

    private void bounds(JsonNode in, boolean applies) throws IOException {
        var below = whole(in, "upper") <= 0;
        var step = in.get("lower").asString() + "," + in.get("upper").asString() + "," + (below ? -1 : 1);
        var policy = steps("ChangeInCapacity", 0, step, below ? ",-10,0" : "10,,0");
        assertThat(desired(policy, in.get("metric").asString(), 5)).containsExactly(applies ? below ? "4" : "6" : "5");
    }

    private void refused(JsonNode in) throws IOException {
        var steps = new ArrayList<String>();
        for (var bounds : in.get("steps")) {
            steps.add(bounds.get(0).asString("") + "," + bounds.get(1).asString("") + ",1");
        }
        var policy = file("policy.json", steps("ChangeInCapacity", 0, steps.toArray(String[]::new)));
        var ran = replay("minute,value\n1,60", List.of("--service", "asg", "--policy", policy, "--threshold"), "50");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("StepAdjustments");
    }

    private void warmUp(JsonNode in, JsonNode out) throws IOException {
        if (in.has("scaleOutInProgress")) {
            assertThat(desired(AWS_EXAMPLE, "60 30", 10)).containsExactly("11", "11");
        } else if (in.has("terminating")) {
            assertThat(desired(AWS_EXAMPLE, "40 40", 14, "--terminate-seconds", "120"))
                    .containsExactly("13", "13");
        } else {
            var before = in.has("warming") ? "60 " : "";
            assertThat(desired(AWS_EXAMPLE, before + in.get("metric").asString(), 10))
                    .last()
                    .isEqualTo(out.get("desired").asString());
        }
    }

    private List<String> desired(String policy, String values, int start, String... more) throws IOException {
        var rows = new StringBuilder("minute,value");
        for (var value : values.split(" ", -1)) {
            rows.append('\n')
                    .append(rows.toString().lines().count())
                    .append(',')
                    .append(value);
        }
        var head = List.of(
                "--service",
                "asg",
                "--policy",
                file("policy.json", policy),
                "--threshold",
                "50",
                "--min",
                "0",
                "--start");
        var all = new ArrayList<>(List.of(String.valueOf(start)));
        all.addAll(Arrays.asList(more));
        return column(replay(rows.toString(), head, all.toArray(String[]::new)), 3);
    }

    private Ran replay(String series, List<String> head, String... more) throws IOException {
        var all = new ArrayList<>(List.of("replay", file("series.csv", series)));
        all.addAll(head);
        all.addAll(Arrays.asList(more));
        return Ran.hostlab(all.toArray(String[]::new));
    }

    private static List<String> column(Ran ran, int column) {
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran.out()
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1)[column])
                .toList();
    }

    /// A step policy of `lower,upper,adjustment`, an empty bound for none.
    private static String steps(String type, int least, String... steps) {
        var written = new ArrayList<String>();
        for (var step : steps) {
            var cells = step.split(",", -1);
            var lower = cells[0].isEmpty() ? "" : "\"MetricIntervalLowerBound\": " + cells[0] + ", ";
            var upper = cells[1].isEmpty() ? "" : "\"MetricIntervalUpperBound\": " + cells[1] + ", ";
            written.add("{" + lower + upper + "\"ScalingAdjustment\": " + cells[2] + "}");
        }
        return "{\"AdjustmentType\": \"" + type + "\", \"MinAdjustmentMagnitude\": " + least
                + ", \"StepAdjustments\": [" + String.join(", ", written) + "]}";
    }

    private static int whole(JsonNode node, String name) {
        return node.get(name).asInt();
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
