package dev.hostlab.report;

import static java.util.Objects.requireNonNull;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.hostlab.comparison.Comparison;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;

/// The comparison as one HTML file that needs nothing else: no script, no address to load from.
///
/// Everything that comes from files or settings is escaped by the templates, or by the charts' own markup.
public final class HtmlReport implements Reporter {

    @Override
    public void write(Comparison comparison, OutputStream out) throws IOException {
        var html = template().execute(HtmlPage.of(comparison, resource("report.css")));
        out.write(html.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static Template template() throws IOException {
        return Mustache.compiler()
                .escapeHTML(true)
                .emptyStringIsFalse(true)
                .withFormatter(value -> PlainText.clean(value.toString()))
                .withLoader(name -> new StringReader(resource(name + ".mustache")))
                .compile(resource("report.mustache"));
    }

    private static String resource(String name) throws IOException {
        try (var file = requireNonNull(HtmlReport.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
