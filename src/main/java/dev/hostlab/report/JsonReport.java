package dev.hostlab.report;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.comparison.MetricTrial;
import dev.hostlab.comparison.Sampled;
import dev.hostlab.comparison.Verdict;
import dev.hostlab.comparison.WindowSummary;
import dev.hostlab.comparison.WorkloadSummary;
import dev.hostlab.hosting.OptionId;
import dev.hostlab.settings.LedgerEntry;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/// A comparison for programs: schema `hostlab/comparison/1`.
///
/// Fields have a fixed order and `engine` comes last, since it alone differs between two equal runs. The items of
/// a cost are those of the month and add up to `monthlyUsd` to the cent.
public final class JsonReport implements Reporter {

    /// Names the layout; a reader that knows another number must refuse it.
    public static final String SCHEMA = "hostlab/comparison/1";

    private final Detail detail;

    public JsonReport(Detail detail) {
        this.detail = detail;
    }

    @Override
    public void write(Comparison comparison, OutputStream out) throws IOException {
        var lines = new DefaultIndenter("  ", "\n");
        var mapper = JsonMapper.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(lines))
                .build();
        var text = new StringWriter();
        try (var json = mapper.writerWithDefaultPrettyPrinter().createGenerator(text)) {
            write(comparison, json);
        }
        out.write(text.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void write(Comparison comparison, JsonGenerator json) {
        var out = new JsonOut(json);
        var options = new JsonOption(out, comparison.workload().from(), detail);
        json.writeStartObject();
        out.field("schema", SCHEMA)
                .field("method", method(comparison))
                .object("workload", () -> workload(out, comparison.workload()))
                .object("prices", () -> prices(out, comparison))
                .field("preset", comparison.preset())
                .field("seed", comparison.seed())
                .field("replications", comparison.replications());
        comparison.windows().ifPresent(windows -> out.object("sampling", () -> windows(out, windows)));
        out.objects("options", comparison.outcomes(), options::write)
                .objects(
                        "differences",
                        comparison.differences(),
                        difference -> out.field("a", difference.a().id())
                                .field("b", difference.b().id())
                                .field(
                                        "totalMonthlyUsd",
                                        difference.totalMonthly().mean())
                                .halfWidth("halfWidth95", difference.totalMonthly()))
                .object("verdict", () -> verdict(out, comparison.verdict()));
        if (!comparison.trials().isEmpty()) {
            out.objects("scalingMetrics", comparison.trials(), trial -> trial(out, trial));
        }
        out.objects("ledger", comparison.ledger(), entry -> ledger(out, entry))
                .object("engine", () -> engine(out, comparison));
        json.writeEndObject();
    }

    private static void trial(JsonOut out, MetricTrial trial) {
        var outcome = trial.outcome();
        out.field("metric", trial.metric())
                .field("watched", trial.watched())
                .field("id", outcome.option().id())
                .field("setup", outcome.setup())
                .field("monthlyUsd", Totals.bill(outcome))
                .field("p95Seconds", outcome.response().map(l -> l.p95().mean()).orElse(Double.NaN))
                .field("lostShare", outcome.failedShare())
                .field("attainment", outcome.slo().attainment().mean())
                .field("meanTasks", outcome.capacity().meanTasks())
                .field("peakTasks", outcome.capacity().peakTasks())
                .field("cpuPercent", trial.cpuPercent())
                .field("inFlightPerSlot", trial.inFlightPerSlot());
    }

    private static String method(Comparison comparison) {
        if (comparison.isEstimate()) {
            return Sampled.ESTIMATE;
        }
        return comparison.windows().isPresent() ? "sampled" : "simulation";
    }

    private static void windows(JsonOut out, WindowSummary windows) {
        out.field("windows", windows.windows())
                .field("ofWindows", windows.ofWindows())
                .field("windowSeconds", windows.windowSeconds())
                .field("warmUpSeconds", windows.warmUpSeconds())
                .field("playedShare", windows.playedShare());
    }

    private static void workload(JsonOut out, WorkloadSummary workload) {
        out.field("name", workload.name())
                .field("sha256", workload.sha256())
                .field("rows", workload.rows())
                .field("from", workload.from().toString())
                .field("to", workload.to().toString())
                .field("requests", workload.requests())
                .field("inputTokens", workload.inputTokens())
                .field("outputTokens", workload.outputTokens());
    }

    private static void prices(JsonOut out, Comparison comparison) {
        var prices = comparison.prices();
        out.field("region", prices.region())
                .field("asOf", prices.asOf())
                .field("sha256", prices.sha256())
                .strings("missing", prices.missing());
    }

    private static void verdict(JsonOut out, Verdict verdict) {
        out.strings("cheapest", ids(verdict.cheapest()))
                .strings("fastest", ids(verdict.fastest()))
                .strings("leastEffort", ids(verdict.leastEffort()))
                .strings("lowestTotal", ids(verdict.lowestTotal()))
                .field("text", verdict.text());
    }

    private static List<String> ids(List<OptionId> options) {
        return options.stream().map(OptionId::id).toList();
    }

    private static void ledger(JsonOut out, LedgerEntry entry) {
        out.field("path", entry.path())
                .field("value", entry.value())
                .field("unit", entry.unit())
                .field("range", entry.range())
                .field("certainty", entry.certainty().name().toLowerCase(Locale.ROOT))
                .field("source", entry.source())
                .field("changed", entry.changed());
    }

    private static void engine(JsonOut out, Comparison comparison) {
        var engine = comparison.engine();
        out.field("requestsPerSecond", engine.requestsPerSecond())
                .field("wallSeconds", engine.wallSeconds())
                .field("threads", engine.threads());
    }
}
