package dev.hostlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import tools.jackson.databind.JsonNode;

/// Every known queue through `hostlab queue`, short runs: what the engine shows and what the closed forms say, each
/// against the same answers from outside. [WholeTruth] does it at full length.
@TestInstance(Lifecycle.PER_CLASS)
class QueueTruthTest {

    private static final int REPLICATIONS = 20;

    /// So busy, or so slow to start, that a short run stays far from its steady state; a like one
    /// at less load is there.
    private static final Set<String> TOO_LONG = Set.of(
            "MM1-95",
            "MM10-90",
            "MM50-90",
            "MM100-95",
            "MD1-95",
            "MD4-95",
            "ME3_2-95",
            "ME4_4-90",
            "DM4-90",
            "RR4-90",
            "JSQ2-95",
            "PO2inf-99",
            "SETDO10-70",
            "SIMD10-70-slow");

    /// So variable that the tails of 4,000 requests come out too short, with most seeds.
    private static final Map<String, String> REQUESTS =
            Map.of("MH2_4-80", "200000", "MH2_10-80", "200000", "SIMD50-70", "200000");

    /// Where this project has no exact answer of its own.
    private static final List<String> WITHOUT_THEORY = List.of(
            "ME2_4-80",
            "MH2_4-80",
            "MH2_10-80",
            "JSQ2-80",
            "JSQ3-80",
            "PO2of3-80",
            "SIMD4-50",
            "SIMD4-80",
            "SIMD50-70");

    private final List<Ran> runs = new ArrayList<>();
    private List<Truth> truths = List.of();

    @BeforeAll
    void playAll() {
        truths = Truth.queues().stream()
                .filter(truth -> !TOO_LONG.contains(truth.id()))
                .toList();
        for (var truth : truths) {
            var warmUp = truth.kind().equals("asymptotic") ? "30000" : "2500";
            var requests = REQUESTS.getOrDefault(truth.id(), "4000");
            runs.add(truth.run(
                    "--replications", Integer.toString(REPLICATIONS), "--requests", requests, "--warmup", warmUp));
        }
    }

    @Test
    void everyQueueRuns() {
        assertThat(truths).hasSizeGreaterThan(50);
        assertThat(runs).allSatisfy(ran -> assertThat(ran.err()).isEmpty());
    }

    @Test
    void engineAgreesWithEveryKnownQueue() {
        var checks = new Checks(REPLICATIONS);
        for (var row = 0; row < runs.size(); row++) {
            checks.row(truths.get(row), runs.get(row).json());
        }
        System.out.println("Known queues, short runs: " + checks);
        assertThat(checks.disagreements()).as(checks.toString()).isEmpty();
        assertThat(checks.checks()).isGreaterThan(450);
        assertThat(checks.missedShare()).as(checks.toString()).isBetween(0.01, 0.12);
    }

    @Test
    void closedFormsAgreeWithEveryKnownQueue() {
        var compared = 0;
        var soft = new SoftAssertions();
        var without = new ArrayList<String>();
        for (var row = 0; row < runs.size(); row++) {
            var json = runs.get(row).json();
            if (!json.has("theorySource")) {
                without.add(truths.get(row).id());
            }
            compared += compare(truths.get(row), json, soft);
        }
        soft.assertAll();
        assertThat(without).containsExactlyElementsOf(WITHOUT_THEORY);
        assertThat(compared).isGreaterThan(350);
    }

    private static int compare(Truth truth, JsonNode json, SoftAssertions soft) {
        var compared = 0;
        for (var known : truth.answers().entrySet()) {
            var theory = json.get(known.getKey().id()).path("theory");
            if (!theory.isMissingNode() && truth.kind().equals("exact")) {
                compared++;
                var value = known.getValue().value();
                var gap = Math.abs(theory.asDouble() - value);
                soft.assertThat(gap / Math.max(Math.abs(value), 1e-3))
                        .as(truth.id() + " " + known.getKey() + ": " + theory + " against " + value)
                        .isLessThan(known.getKey().id().contains("_p") ? 2e-5 : 1e-6);
            }
        }
        return compared;
    }
}
