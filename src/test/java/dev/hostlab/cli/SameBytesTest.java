package dev.hostlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A scenario, a seed and a trace give the same bytes on any number of threads and wherever in the world. Each case
/// differs from the first in all at once.
@TestInstance(Lifecycle.PER_CLASS)
class SameBytesTest {

    private static final List<String> COMPARE = List.of(
            "compare",
            "sample-workloads/chat-service.csv",
            "--replications",
            "3",
            "--json",
            "-",
            "--timeline",
            "--threads");

    private String reference = "";
    private String table = "";

    @BeforeAll
    void hereOnOneThread() {
        reference = compare("1").jsonWithoutEngine();
        table = table("1");
    }

    @ParameterizedTest
    @CsvSource({
        "1, en, UTC",
        "2, de, Asia/Kolkata",
        "8, tr, America/St_Johns",
        "2, ar-EG, UTC",
        "8, hi-IN-u-nu-deva, Asia/Kolkata"
    })
    void threadsLocaleAndZoneDoNotMatter(String threads, String language, String zone) {
        var locale = Locale.getDefault();
        var timeZone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(language));
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            assertThat(compare(threads).jsonWithoutEngine()).isEqualTo(reference);
            assertThat(table(threads)).isEqualTo(table);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(timeZone);
        }
    }

    /// The encoding of a process is settled when it starts, so this takes one of its own.
    @Test
    void encodingDoesNotMatter() throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=ISO-8859-1",
                "-Dstdout.encoding=ISO-8859-1",
                "-Dsun.jnu.encoding=ISO-8859-1",
                "-Duser.language=ar",
                "-Duser.country=EG",
                "-Duser.timezone=America/St_Johns",
                "--class-path",
                System.getProperty("java.class.path"),
                "dev.hostlab.Main"));
        command.addAll(COMPARE);
        command.add("8");
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(new Ran(0, out, "").jsonWithoutEngine()).isEqualTo(reference).contains("→");
    }

    private static Ran compare(String threads) {
        var args = new ArrayList<>(COMPARE);
        args.add(threads);
        return checked(Ran.hostlab(args.toArray(String[]::new)));
    }

    private static String table(String threads) {
        return checked(Ran.hostlab("compare", COMPARE.get(1), "--replications", "2", "--threads", threads))
                .out();
    }

    private static Ran checked(Ran ran) {
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran;
    }
}
