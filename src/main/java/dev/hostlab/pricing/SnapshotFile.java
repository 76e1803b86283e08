package dev.hostlab.pricing;

import dev.hostlab.validation.Issue;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/// Files of schema `hostlab/prices/1`, and of `hostlab/prices/2`, whose figures also say since when they have been
/// charged. Figures are read digit by digit and never pass through a binary fraction.
public final class SnapshotFile {

    /// The schema of files whose sources give one date a figure.
    public static final String SCHEMA = "hostlab/prices/1";
    /// The schema of files whose figures also have an effective date.
    public static final String SCHEMA_WITH_EFFECTIVE = "hostlab/prices/2";

    private static final List<String> SCHEMAS = List.of(SCHEMA, SCHEMA_WITH_EFFECTIVE);
    private static final String HASH_FIELD = "sha256";
    private static final String SCHEMA_FIELD = "schema";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private SnapshotFile() {}

    /// Reads and verifies a file.
    ///
    /// @throws IOException if the file cannot be read at all
    public static SnapshotReading read(Path file) throws IOException {
        var name = String.valueOf(file.getFileName());
        try {
            return read(name, Files.readString(file, StandardCharsets.UTF_8));
        } catch (CharacterCodingException _) {
            return refused(new Issue(name, "The file is not UTF-8 text.", "Fetch it again."));
        }
    }

    /// Reads and verifies the content of a file.
    ///
    /// @param name the file's name, for the issues
    public static SnapshotReading read(String name, String text) {
        JsonNode document;
        try {
            document = MAPPER.readTree(text);
        } catch (JacksonException e) {
            var at = e.getLocation();
            var line = at == null ? "" : ":" + at.getLineNr();
            return refused(
                    new Issue(name + line, "Not JSON: " + e.getOriginalMessage() + ".", "Fetch the file again."));
        }
        return read(name, document);
    }

    /// The figures of a file, verified.
    ///
    /// @throws IOException if the file cannot be read, or is not sound; the message says why
    public static Snapshot load(Path file) throws IOException {
        var reading = read(file);
        if (!reading.issues().isEmpty()) {
            throw new IOException(reading.issues().getFirst().toString());
        }
        return snapshot(Files.readString(file, StandardCharsets.UTF_8));
    }

    private static SnapshotReading read(String name, JsonNode document) {
        var schema = document.path(SCHEMA_FIELD);
        if (!schema.isString() || !SCHEMAS.contains(schema.stringValue())) {
            var problem = "The file's schema is " + (schema.isMissingNode() ? "not given" : schema) + ".";
            return refused(new Issue(name + ": " + SCHEMA_FIELD, problem, "This version reads " + SCHEMAS + "."));
        }
        var issues = new ArrayList<Issue>();
        var snapshot = parser(issues, document).parse(document);
        var sha256 = issues.isEmpty() ? CanonicalJson.sha256(document, HASH_FIELD) : "";
        if (issues.isEmpty() && !document.required(HASH_FIELD).asString("").equals(sha256)) {
            issues.add(new Issue(
                    HASH_FIELD,
                    "The content does not have this hash, but " + sha256 + ".",
                    "The file was changed or damaged: fetch it again, or set prices by --set prices.NAME=USD."));
        }
        return issues.isEmpty()
                ? new SnapshotReading(snapshot.toPriceBook(sha256), List.of())
                : new SnapshotReading(
                        null, issues.stream().map(issue -> inFile(name, issue)).toList());
    }

    /// Writes a snapshot with its hash; refuses to replace a file.
    ///
    /// @throws java.nio.file.FileAlreadyExistsException if there is one already
    public static void write(Path file, Snapshot snapshot) throws IOException {
        Files.writeString(file, text(snapshot), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    }

    /// The content of a snapshot's file, with its hash.
    public static String text(Snapshot snapshot) {
        var unsigned = SnapshotText.of(snapshot, "");
        return SnapshotText.of(snapshot, CanonicalJson.sha256(MAPPER.readTree(unsigned), HASH_FIELD));
    }

    /// The figures of a text that is known to be sound.
    static Snapshot snapshot(String soundText) {
        var issues = new ArrayList<Issue>();
        var document = MAPPER.readTree(soundText);
        var snapshot = parser(issues, document).parse(document);
        if (!issues.isEmpty()) {
            throw new IllegalArgumentException(issues.toString());
        }
        return snapshot;
    }

    private static SnapshotParser parser(List<Issue> issues, JsonNode document) {
        return new SnapshotParser(
                issues, document.path(SCHEMA_FIELD).asString("").equals(SCHEMA_WITH_EFFECTIVE));
    }

    private static SnapshotReading refused(Issue issue) {
        return new SnapshotReading(null, List.of(issue));
    }

    private static Issue inFile(String name, Issue issue) {
        return new Issue(name + ": " + issue.path(), issue.problem(), issue.advice());
    }
}
