package dev.hostlab.cli;

import dev.hostlab.trace.TraceIssue;
import dev.hostlab.trace.TraceReading;
import dev.hostlab.workload.LoadFigures;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/// The result of an import as JSON, for programs: `outcome`, what was read, and every warning and error with its code.
///
/// A line is 1 where the whole file is meant. Figures that do not exist are null.
record ImportJson(TraceReading reading) {

    /// Whole numbers beyond this are not exact in a double.
    private static final double EXACT_INTEGERS = 9e15;

    void write(OutputStream out) throws IOException {
        try (var json = JsonMapper.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build()
                .writerWithDefaultPrettyPrinter()
                .createGenerator(out)) {
            json.writeStartObject();
            json.writeStringProperty("outcome", outcome());
            json.writeStringProperty("format", format());
            if (reading instanceof TraceReading.Accepted accepted) {
                writeContent(json, accepted);
            } else {
                json.writeNumberProperty("rows", 0);
            }
            writeNotes(json);
            writeIssues(json, "warnings", reading.warnings());
            writeIssues(json, "errors", reading.errors());
            json.writeNumberProperty("errorCount", reading.errorCount());
            writeInferred(json);
            json.writeEndObject();
        }
        out.write('\n');
    }

    private String outcome() {
        if (!reading.isAccepted()) {
            return "reject-with-message";
        }
        return reading.warnings().isEmpty() ? "accept-clean" : "accept-with-warning";
    }

    private String format() {
        if (reading instanceof TraceReading.Accepted accepted) {
            return accepted.summary().format().id();
        }
        return reading.sample().map(sample -> sample.format().id()).orElse("");
    }

    private static void writeContent(JsonGenerator json, TraceReading.Accepted accepted) {
        var summary = accepted.summary();
        json.writeNumberProperty("rows", summary.rows());
        json.writeStringProperty("from", summary.from().toString());
        json.writeStringProperty("to", summary.to().toString());
        number(json, "binSeconds", summary.binSeconds());
        json.writeObjectPropertyStart("totals");
        number(json, "requests", summary.totals().requests());
        number(json, "inputTokens", summary.totals().inputTokens());
        number(json, "outputTokens", summary.totals().outputTokens());
        json.writeEndObject();
        json.writeNumberProperty("gaps", summary.gaps());
        json.writeStringProperty("sha256", accepted.workload().sha256());
        writeFigures(json, accepted.figures());
    }

    private static void writeFigures(JsonGenerator json, LoadFigures figures) {
        json.writeObjectPropertyStart("statistics");
        number(json, "meanPerMinute", figures.meanPerMinute());
        number(json, "peakPerMinute", figures.peakPerMinute());
        number(json, "peakToMean", figures.peakToMean());
        number(json, "indexOfDispersion", figures.dispersion());
        number(json, "interArrivalCv", figures.gapVariation());
        writeQuantiles(json, "inputTokens", figures.inputTokens());
        writeQuantiles(json, "outputTokens", figures.outputTokens());
        writeShares(json, "hoursOfDay", figures.hoursOfDay());
        writeShares(json, "daysOfWeek", figures.daysOfWeek());
        json.writeEndObject();
    }

    private static void writeQuantiles(JsonGenerator json, String name, Map<String, Double> quantiles) {
        json.writeObjectPropertyStart(name);
        quantiles.forEach((quantile, value) -> number(json, quantile, value));
        json.writeEndObject();
    }

    private static void writeShares(JsonGenerator json, String name, List<Double> shares) {
        json.writeArrayPropertyStart(name);
        shares.forEach(json::writeNumber);
        json.writeEndArray();
    }

    private static void writeIssues(JsonGenerator json, String name, List<TraceIssue> issues) {
        json.writeArrayPropertyStart(name);
        for (var issue : issues) {
            json.writeStartObject();
            json.writeStringProperty("code", issue.code().name());
            json.writeNumberProperty("line", Math.max(1, issue.line()));
            json.writeStringProperty("field", issue.field());
            json.writeNumberProperty("count", issue.count());
            json.writeStringProperty("message", issue.message());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeNotes(JsonGenerator json) {
        json.writeArrayPropertyStart("notes");
        if (reading instanceof TraceReading.Accepted accepted) {
            accepted.notes().forEach(json::writeString);
        }
        json.writeEndArray();
    }

    private void writeInferred(JsonGenerator json) {
        json.writeArrayPropertyStart("inferred");
        for (var inference : reading.inferred()) {
            json.writeStartObject();
            json.writeStringProperty("what", inference.subject());
            json.writeStringProperty("taken", inference.taken());
            json.writeStringProperty("override", "--" + inference.choice().id());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void number(JsonGenerator json, String name, double value) {
        if (!Double.isFinite(value)) {
            json.writeNullProperty(name);
        } else if (value == Math.rint(value) && Math.abs(value) < EXACT_INTEGERS) {
            json.writeNumberProperty(name, (long) value);
        } else {
            json.writeNumberProperty(name, value);
        }
    }
}
