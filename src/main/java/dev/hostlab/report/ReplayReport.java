package dev.hostlab.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.hostlab.scaling.replay.Replayed;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/// A replay as CSV, one row a minute, or as JSON.
///
/// @param service whose policy it was
/// @param replay  what it did
public record ReplayReport(String service, Replayed replay) {

    /// Version of the JSON.
    public static final String SCHEMA = "hostlab/replay/1";

    private static final MathContext DIGITS = new MathContext(10);

    /// The rows with the header `minute,value,alarm,desired,reason`; a value that is not there is empty.
    public String csv() {
        var text = new StringWriter();
        var csv = CsvWriter.builder()
                .bufferSize(0)
                .lineDelimiter(LineDelimiter.LF)
                .build(text);
        csv.writeRecord("minute", "value", "alarm", "desired", "reason");
        for (var row : replay.rows()) {
            csv.writeRecord(
                    Integer.toString(row.minute()),
                    plain(row.value()),
                    row.alarm(),
                    Integer.toString(row.desired()),
                    row.reason());
        }
        return text.toString();
    }

    /// Rows and decisions; a value that is not there is null.
    public String json() {
        var lines = new DefaultIndenter("  ", "\n");
        var mapper = JsonMapper.builder()
                .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(lines))
                .build();
        var text = new StringWriter();
        try (var generator = mapper.writerWithDefaultPrettyPrinter().createGenerator(text)) {
            generator.writeStartObject();
            var json = new JsonOut(generator);
            json.field("schema", SCHEMA).field("service", service);
            json.objects(
                    "rows",
                    replay.rows(),
                    row -> json.field("minute", (long) row.minute())
                            .field("value", rounded(row.value()))
                            .field("alarm", row.alarm())
                            .field("desired", (long) row.desired())
                            .field("reason", row.reason()));
            json.objects(
                    "decisions",
                    replay.decisions(),
                    decision -> json.field("second", decision.second())
                            .field("from", (long) decision.from())
                            .field("to", (long) decision.to())
                            .field("value", rounded(decision.value()))
                            .field("reason", decision.reason()));
            generator.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static String plain(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros().toPlainString()
                : "";
    }

    private static double rounded(double value) {
        return Double.isFinite(value) ? BigDecimal.valueOf(value).round(DIGITS).doubleValue() : value;
    }
}
