package dev.hostlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// How comparisons must be related when their input changes in a known way, whatever they say.
class CompareRelationsTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final int DAY = 1_440;

    /// Busy in the second half of the day, up to 350 requests a minute.
    private static int waves(int minute) {
        return 60 + (minute % DAY < DAY / 2 ? 0 : minute % DAY % 97 * 3);
    }

    @TempDir
    Path folder;

    @Test
    void aBillIsTheSumOfItsLines() {
        for (var option : compare(trace(120, CompareRelationsTest::waves)).options()) {
            var cost = option.get("cost");
            var sum = BigDecimal.ZERO;
            for (var item : cost.get("items")) {
                sum = sum.add(item.get("usd").decimalValue());
            }
            assertThat(sum).isEqualByComparingTo(cost.get("monthlyUsd").decimalValue());
        }
    }

    @Test
    void aDayTwiceCostsTwiceAndAMonthTheSame() {
        var one = compare(trace(DAY, CompareRelationsTest::waves), "--replications", "3");
        var two = compare(trace(2 * DAY, CompareRelationsTest::waves), "--replications", "3");
        for (var option = 0; option < 3; option++) {
            var once = one.options().get(option);
            var twice = two.options().get(option);
            assertThat(number(twice, "cost", "periodUsd") / number(once, "cost", "periodUsd"))
                    .isCloseTo(2, within(0.02));
            assertThat(number(twice, "cost", "monthlyUsd"))
                    .isCloseTo(number(once, "cost", "monthlyUsd"), within(0.01 * number(once, "cost", "monthlyUsd")));
            assertThat(number(twice, "requests", "arrived")).isEqualTo(2 * number(once, "requests", "arrived"));
        }
    }

    @Test
    void aTraceInTwoPartsCostsTheirSum() {
        var whole =
                compare(trace(600, CompareRelationsTest::waves), "--set", "capacity.min=6", "--set", "capacity.max=6");
        var parts = List.of(
                compare(part(0, 240), "--set", "capacity.min=6", "--set", "capacity.max=6"),
                compare(part(240, 600), "--set", "capacity.min=6", "--set", "capacity.max=6"));
        for (var option = 0; option < 3; option++) {
            var index = option;
            var cost = parts.stream()
                    .mapToDouble(part -> number(part.options().get(index), "cost", "periodUsd"))
                    .sum();
            var arrived = parts.stream()
                    .mapToDouble(part -> number(part.options().get(index), "requests", "arrived"))
                    .sum();
            var all = whole.options().get(option);
            assertThat(arrived).isEqualTo(number(all, "requests", "arrived"));
            assertThat(cost).isCloseTo(number(all, "cost", "periodUsd"), within(0.02 * cost));
        }
    }

    @Test
    void theNextDayIsLikeToday() {
        var today = compare(trace(180, CompareRelationsTest::waves));
        var tomorrow = compare(trace(MONDAY.plusSeconds(86_400), 180, CompareRelationsTest::waves));
        assertThat(undated(tomorrow)).isEqualTo(undated(today));
        assertThat(tomorrow.json().get("verdict")).isEqualTo(today.json().get("verdict"));
    }

    @Test
    void aPriceTimesThreeIsItsLineTimesThree() {
        var trace = trace(120, CompareRelationsTest::waves);
        var plain = compare(trace, "--set", "prices.alb.hour=0.02");
        var dear = compare(trace, "--set", "prices.alb.hour=0.06");
        for (var option = 0; option < 3; option++) {
            var before = plain.options().get(option);
            var after = dear.options().get(option);
            assertThat(after.get("latencySeconds")).isEqualTo(before.get("latencySeconds"));
            assertThat(number(after, "cost", "monthlyUsd") - number(before, "cost", "monthlyUsd"))
                    .isCloseTo(730 * 0.04, within(0.011));
        }
    }

    @Test
    void theHourlyRateTimesThreeIsTheWorkTimesThree() {
        var trace = trace(120, CompareRelationsTest::waves);
        var plain = compare(trace, "--set", "effort.hourlyRateUsd=50");
        var dear = compare(trace, "--set", "effort.hourlyRateUsd=150");
        for (var option = 0; option < 3; option++) {
            var before = plain.options().get(option);
            var after = dear.options().get(option);
            assertThat(number(after, "effort", "usdPerMonth"))
                    .isCloseTo(3 * number(before, "effort", "usdPerMonth"), within(0.02));
            assertThat(after.get("cost")).isEqualTo(before.get("cost"));
            assertThat(after.get("effort").get("hoursPerMonth"))
                    .isEqualTo(before.get("effort").get("hoursPerMonth"));
        }
    }

    @Test
    void whatElseIsComparedAndInWhichOrderChangesNoOption() {
        var trace = trace(180, CompareRelationsTest::waves);
        var all = compare(trace).options();
        var two = compare(trace, "--options", "fargate,beanstalk").options();
        var one = compare(trace, "--options", "ecs-ec2").options();
        assertThat(two).containsExactly(all.get(2), all.get(0));
        assertThat(one).containsExactly(all.get(1));
    }

    @Test
    void moreReplicationsContainTheFirst() {
        var trace = trace(180, CompareRelationsTest::waves);
        var one = compare(trace, "--replications", "1", "--timeline").options();
        var two = compare(trace, "--replications", "2", "--timeline").options();
        var three = compare(trace, "--replications", "3", "--timeline").options();
        for (var option = 0; option < 3; option++) {
            for (var part : List.of("requests", "decisions", "timeline", "coldStarts")) {
                assertThat(two.get(option).get(part)).isEqualTo(one.get(option).get(part));
                assertThat(three.get(option).get(part))
                        .isEqualTo(one.get(option).get(part));
            }
            // the single values follow from the means, and the half-width of two from them: t is 12.7062 with one
            // degree
            // of freedom, the standard error of two values half their distance
            var first = number(one.get(option), "latencySeconds", "mean");
            var second = 2 * number(two.get(option), "latencySeconds", "mean") - first;
            assertThat(number(two.get(option), "latencyHalfWidth95", "mean"))
                    .isCloseTo(12.7062 * Math.abs(first - second) / 2, within(1e-5));
        }
    }

    @Test
    void noLoadCostsTheLeastCapacityWhateverTheMost() {
        var few = compare(trace(120, minute -> 0), "--set", "capacity.min=2", "--set", "capacity.max=4");
        var many = compare(trace(120, minute -> 0), "--set", "capacity.min=2", "--set", "capacity.max=40");
        for (var option = 0; option < 3; option++) {
            assertThat(many.options().get(option).get("cost").get("items"))
                    .isEqualTo(few.options().get(option).get("cost").get("items"));
            assertThat(many.options().get(option).get("latencySeconds").isNull())
                    .isTrue();
        }
    }

    @Test
    void aLooserObjectiveIsMetMoreOften() {
        var trace = trace(120, CompareRelationsTest::waves);
        var attained = new ArrayList<List<Double>>();
        for (var ms : List.of("20", "60", "200", "5000")) {
            attained.add(each(compare(trace, "--set", "slo.p95Ms=" + ms), "slo", "attainment"));
        }
        for (var option = 0; option < 3; option++) {
            var index = option;
            assertThat(attained.stream().map(values -> values.get(index))).isSorted();
            assertThat(attained.getFirst().get(index))
                    .isLessThan(attained.getLast().get(index));
        }
    }

    @Test
    void moreCapacityAtMostLosesNoMoreRequests() {
        var flood = trace(120, minute -> minute < 30 ? 30 : 1_500);
        var lost = new ArrayList<List<Double>>();
        for (var most : List.of("3", "6", "40")) {
            var ran = compare(flood, "--set", "service.cpuMsPerRequest=100", "--set", "capacity.max=" + most);
            lost.add(ran.options().stream()
                    .map(option -> number(option, "requests", "arrived") - number(option, "requests", "served"))
                    .toList());
        }
        for (var option = 0; option < 3; option++) {
            assertThat(lost.get(0).get(option)).isGreaterThan(lost.get(1).get(option));
            assertThat(lost.get(1).get(option))
                    .isGreaterThanOrEqualTo(lost.get(2).get(option));
        }
    }

    @Test
    void anotherSeedStaysWithinTheIntervals() {
        var trace = trace(300, CompareRelationsTest::waves);
        var one = compare(trace, "--replications", "10");
        var other = compare(trace, "--replications", "10", "--seed", "77");
        for (var option = 0; option < 3; option++) {
            var a = one.options().get(option);
            var b = other.options().get(option);
            assertThat(b.get("latencySeconds")).isNotEqualTo(a.get("latencySeconds"));
            // half-widths of 2.26 standard errors each; five standard errors of the difference are never left by chance
            var apart = Math.hypot(number(a, "latencyHalfWidth95", "mean"), number(b, "latencyHalfWidth95", "mean"));
            assertThat(number(b, "latencySeconds", "mean"))
                    .isCloseTo(number(a, "latencySeconds", "mean"), within(apart * 5 / 2.26));
        }
    }

    @Test
    void aRegionChangesBillsAndNothingElse() {
        var trace = trace(120, CompareRelationsTest::waves);
        var here = compare(trace).options();
        var there = compare(trace, "--region", "eu-central-1").options();
        for (var option = 0; option < 3; option++) {
            assertThat(there.get(option).get("latencySeconds"))
                    .isEqualTo(here.get(option).get("latencySeconds"));
            assertThat(there.get(option).get("decisions"))
                    .isEqualTo(here.get(option).get("decisions"));
            assertThat(there.get(option).get("cost"))
                    .isNotEqualTo(here.get(option).get("cost"));
        }
    }

    private static List<JsonNode> undated(Ran ran) {
        return ran.options().stream()
                .map(option -> {
                    var plain = (ObjectNode) option.deepCopy();
                    plain.get("decisions").forEach(decision -> ((ObjectNode) decision).remove("at"));
                    return (JsonNode) plain;
                })
                .toList();
    }

    private static List<Double> each(Ran ran, String part, String field) {
        return ran.options().stream().map(option -> number(option, part, field)).toList();
    }

    private static double number(JsonNode option, String part, String field) {
        return option.get(part).get(field).asDouble();
    }

    private static Ran compare(Path trace, String... more) {
        var args = new ArrayList<>(List.of("compare", trace.toString(), "--json", "-"));
        if (!Arrays.asList(more).contains("--replications")) {
            args.addAll(List.of("--replications", "2"));
        }
        args.addAll(Arrays.asList(more));
        var ran = Ran.hostlab(args.toArray(String[]::new));
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran;
    }

    private Path trace(int minutes, IntUnaryOperator requests) {
        return trace(MONDAY, minutes, requests);
    }

    private Path part(int from, int to) {
        return trace(MONDAY.plusSeconds(60L * from), to - from, minute -> waves(from + minute));
    }

    private Path trace(Instant from, int minutes, IntUnaryOperator requests) {
        var rows = new ArrayList<String>();
        rows.add("timestamp,requests");
        IntStream.range(0, minutes)
                .forEach(minute -> rows.add(from.plusSeconds(60L * minute) + "," + requests.applyAsInt(minute)));
        try {
            return Files.write(folder.resolve("trace-" + from.getEpochSecond() + "-" + minutes + ".csv"), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
