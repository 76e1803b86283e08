package dev.hostlab.report;

import dev.hostlab.comparison.QueueReport;
import dev.hostlab.comparison.Sampled;
import dev.hostlab.theory.Figure;
import dev.hostlab.theory.QueueModel;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/// A queue's report as JSON: for each figure its mean, 95 % half-width and, where there is one, the exact answer.
public final class QueueJson {

    /// Names the format and its version; the same fields mean the same under the same name.
    public static final String SCHEMA = "hostlab/queue/1";

    public void write(QueueReport report, OutputStream out) throws IOException {
        var lines = new DefaultIndenter("  ", "\n");
        var mapper = JsonMapper.builder()
                .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(lines))
                .build();
        var text = new StringWriter();
        try (var json = mapper.writerWithDefaultPrettyPrinter().createGenerator(text)) {
            json.writeStartObject();
            fields(report, new JsonOut(json));
            json.writeEndObject();
        }
        out.write(text.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void fields(QueueReport report, JsonOut to) {
        head(report, to);
        for (var figure : Figure.values()) {
            figure(report, figure, to);
        }
        if (!report.rows().isEmpty()) {
            to.objects("rows", report.rows(), row -> row(row, report, to));
        }
        to.field("requests", report.speed().requests());
        to.field("requestsPerSecond", report.speed().requestsPerSecond());
        to.field("wallSeconds", report.speed().wallSeconds());
    }

    private static void head(QueueReport report, JsonOut to) {
        to.field("schema", SCHEMA).field("stable", !report.isUnstable());
        if (report.isUnstable()) {
            to.field("problem", QueueTable.UNSTABLE);
        }
        report.study().model().offeredLoad().ifPresent(load -> to.field("offeredLoad", load));
        if (!report.theory().isEmpty()) {
            to.field("theorySource", report.theory().source());
        }
        to.field("replications", report.replications());
        to.field("seed", report.study().plan().seed());
    }

    private static void figure(QueueReport report, Figure figure, JsonOut to) {
        to.object(figure.id(), () -> {
            report.figure(figure)
                    .ifPresentOrElse(
                            sampled -> sampled(sampled, to),
                            () -> to.nothing("mean").nothing("halfWidth95"));
            report.theory().value(figure).ifPresent(exact -> to.field("theory", exact));
        });
    }

    private static void row(QueueReport.Row row, QueueReport report, JsonOut to) {
        to.field("bucket", report.rows().indexOf(row));
        to.field("t_end", row.row().endSeconds());
        to.field("lam", row.row().perSecond());
        if (row.row().servers() == QueueModel.UNLIMITED) {
            to.field("c", "inf");
        } else {
            to.field("c", row.row().servers());
        }
        to.object("EN_end", () -> sampled(row.insideAtEnd(), to));
        to.object("Pwait_end", () -> sampled(row.waitAtEnd(), to));
        to.object("avg_N", () -> sampled(row.meanInside(), to));
        to.object("avg_Q", () -> sampled(row.meanWaiting(), to));
        to.object("avg_busy", () -> sampled(row.meanBusy(), to));
        to.object("completed", () -> sampled(row.completed(), to));
    }

    private static void sampled(Sampled sampled, JsonOut to) {
        to.field("mean", sampled.mean());
        if (sampled.replications() == 1) {
            to.nothing("halfWidth95");
        } else {
            to.field("halfWidth95", sampled.halfWidth95());
        }
    }
}
