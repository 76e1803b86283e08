package dev.hostlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// What keeps the source easy to read and can be counted. The formatter takes care of the rest.
@TestInstance(Lifecycle.PER_CLASS)
class StyleTest {

    private static final int LONGEST_FILE = 300;
    private static final int LONGEST_METHOD = 30;

    /// Written so that this file does not match itself.
    private static final Pattern LEFT_UNDONE = Pattern.compile("\\b(TO[D]O|FIX[M]E|XX[X])\\b");

    private List<SourceFile> files = List.of();

    @BeforeAll
    void readSources() throws IOException {
        files = SourceFile.below(Path.of("src/main/java"), Path.of("src/test/java"), Path.of("src/jmh/java"));
    }

    @Test
    void filesAreShort() {
        assertThat(files.stream().filter(file -> file.lines().size() > LONGEST_FILE))
                .extracting(file -> file.path() + " has " + file.lines().size() + " lines")
                .isEmpty();
    }

    @Test
    void methodsAreShort() {
        assertThat(files.stream().flatMap(StyleTest::longMethods)).isEmpty();
    }

    @Test
    void nothingIsLeftUndone() {
        assertThat(files.stream().flatMap(StyleTest::linesLeftUndone)).isEmpty();
    }

    @Test
    void importsNameClasses() {
        assertThat(files.stream().filter(file -> file.imports().stream().anyMatch(name -> name.endsWith(".*"))))
                .extracting(SourceFile::path)
                .isEmpty();
    }

    @Test
    void longMethodIsNoticed(@TempDir Path directory) throws IOException {
        var statement = "        count++;\n";
        var source =
                """
                import java.util.*;
                class Long {
                    void longest() {
                %s    }
                    void tooLong() {
                %s    }
                    // %s: later
                }
                """.formatted(statement.repeat(LONGEST_METHOD - 2), statement.repeat(LONGEST_METHOD - 1), "TO" + "DO");
        Files.writeString(directory.resolve("Long.java"), source);
        var planted = SourceFile.below(directory).getFirst();
        assertThat(longMethods(planted)).singleElement().asString().endsWith("tooLong has 31 lines");
        assertThat(linesLeftUndone(planted)).hasSize(1);
        assertThat(planted.imports()).containsExactly("java.util.*");
    }

    private static Stream<String> longMethods(SourceFile file) {
        return file.methods().stream()
                .filter(method -> method.lines() > LONGEST_METHOD)
                .map(method -> file.path() + ": " + method.name() + " has " + method.lines() + " lines");
    }

    private static Stream<String> linesLeftUndone(SourceFile file) {
        return file.lines().stream()
                .filter(line -> LEFT_UNDONE.matcher(line).find())
                .map(line -> file.path() + ": " + line.strip());
    }
}
