package dev.hostlab.report;

import dev.hostlab.study.Dated;
import dev.hostlab.study.Evidence;
import dev.hostlab.study.Finding;
import dev.hostlab.study.Payback;
import dev.hostlab.study.StudyResult;
import java.io.StringWriter;
import java.util.OptionalDouble;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/// A study as JSON, schema `hostlab/study/1`.
public final class StudyJson {

    private static final String SCHEMA = "hostlab/study/1";

    private StudyJson() {}

    /// The JSON text, ended by `\n`.
    public static String text(StudyResult study) {
        var mapper = JsonMapper.builder()
                .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
                .build();
        var text = new StringWriter();
        try (var json = mapper.writerWithDefaultPrettyPrinter().createGenerator(text)) {
            var out = new JsonOut(json);
            json.writeStartObject();
            write(study, out);
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static void write(StudyResult study, JsonOut out) {
        var comparison = study.comparison();
        out.field("schema", SCHEMA)
                .field("name", study.name())
                .field("title", study.title())
                .object(
                        "workload",
                        () -> out.field("name", comparison.workload().name())
                                .field("sha256", comparison.workload().sha256()))
                .object(
                        "prices",
                        () -> out.field("region", comparison.prices().region())
                                .field("asOf", comparison.prices().asOf())
                                .field("sha256", comparison.prices().sha256()))
                .field("seed", comparison.seed())
                .field("replications", comparison.replications())
                .objects("findings", study.findings(), finding -> finding(finding, out))
                .objects("paybacks", study.paybacks(), payback -> payback(payback, out))
                .strings("notices", study.notices());
    }

    private static void finding(Finding finding, JsonOut out) {
        out.field("claim", finding.claim().id())
                .field("statement", finding.claim().statement())
                .field("ruling", finding.ruling().words())
                .field("words", finding.words())
                .object("deciding", () -> evidence(finding.deciding(), out))
                .objects("more", finding.more(), figure -> evidence(figure, out));
        finding.dated().ifPresent(dated -> out.object("dated", () -> dated(dated, out)));
    }

    private static void evidence(Evidence figure, JsonOut out) {
        out.field("what", figure.what())
                .field("value", figure.value())
                .field("unit", figure.unit())
                .field("shown", figure.shown())
                .field("from", figure.from());
    }

    private static void dated(Dated dated, JsonOut out) {
        out.field("since", dated.since()).field("change", dated.change()).field("source", dated.source());
    }

    private static void payback(Payback payback, JsonOut out) {
        out.field("chores", payback.chores())
                .field("migrationHours", payback.hours())
                .field("migrationSpread", payback.spread())
                .field("hourlyRateUsd", payback.hourlyRateUsd())
                .field("billUsd", payback.billUsd())
                .field("hoursSaved", payback.hoursSaved())
                .field("savedUsd", payback.savedUsd().mean())
                .halfWidth("savedHalfWidth95", payback.savedUsd())
                .field("hoursPaidInFirstMonth", payback.hoursPaidInFirstMonth());
        months("months", payback.months(), out);
        months("leastMonths", payback.leastMonths(), out);
        months("mostMonths", payback.mostMonths(), out);
    }

    private static void months(String name, OptionalDouble months, JsonOut out) {
        months.ifPresentOrElse(value -> out.field(name, value), () -> out.nothing(name));
    }
}
