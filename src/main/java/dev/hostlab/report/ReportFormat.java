package dev.hostlab.report;

import dev.hostlab.validation.Issue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The kinds of report, chosen by a file's extension.
public enum ReportFormat {
    HTML("html"),
    JSON("json"),
    TEXT("txt");

    private final String extension;

    ReportFormat(String extension) {
        this.extension = extension;
    }

    /// The extension without its dot.
    public String extension() {
        return extension;
    }

    public Reporter reporter(Detail detail) {
        return switch (this) {
            case HTML -> new HtmlReport();
            case JSON -> new JsonReport(detail);
            case TEXT -> new TextTable(TextTable.Emphasis.NONE);
        };
    }

    /// The format that a file's extension stands for, in upper or lower case.
    public static Optional<ReportFormat> of(String fileName) {
        var name = fileName.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.endsWith("." + format.extension))
                .findFirst();
    }

    /// What is wrong with a report's file name; empty if nothing is.
    ///
    /// @param path     the setting or option that named the file, such as `--report`
    /// @param fileName the name given
    public static List<Issue> issues(String path, String fileName) {
        if (of(fileName).isPresent()) {
            return List.of();
        }
        var known =
                Arrays.stream(values()).map(format -> "." + format.extension).collect(Collectors.joining(", "));
        return List.of(new Issue(
                path,
                "No report format goes by the extension of \"" + fileName + "\".",
                "Name a file that ends in one of: " + known + "."));
    }
}
