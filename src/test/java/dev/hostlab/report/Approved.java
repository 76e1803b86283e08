package dev.hostlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.comparison.Comparison;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compares a report with the file that somebody has looked at and approved.
///
/// What was written instead stands in `target/approved`: look at it, and copy it over if it is right.
final class Approved {

    private static final Path APPROVED = Path.of("src/test/resources/dev/hostlab/report");
    private static final Path WRITTEN = Path.of("target/approved");

    private Approved() {}

    static void matches(String name, String written) throws IOException {
        Files.createDirectories(WRITTEN);
        Files.writeString(WRITTEN.resolve(name), written);
        assertThat(written).as(name).isEqualTo(Files.readString(APPROVED.resolve(name)));
    }

    /// A report as text.
    static String write(Reporter reporter, Comparison comparison) {
        var out = new ByteArrayOutputStream();
        try {
            reporter.write(comparison, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
