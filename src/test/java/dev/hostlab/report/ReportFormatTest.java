package dev.hostlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportFormatTest {

    @Test
    void extensionDecides() {
        assertThat(ReportFormat.of("out/report.HTML")).contains(ReportFormat.HTML);
        assertThat(ReportFormat.of("a.json")).contains(ReportFormat.JSON);
        assertThat(ReportFormat.of("a.txt")).contains(ReportFormat.TEXT);
        assertThat(ReportFormat.of("html")).isEmpty();
        assertThat(ReportFormat.issues("--report", "a.html")).isEmpty();
    }

    @Test
    void unknownExtensionIsAnIssueThatListsTheKnownOnes() {
        assertThat(ReportFormat.issues("--report", "a.pdf"))
                .singleElement()
                .hasToString("--report: No report format goes by the extension of \"a.pdf\". "
                        + "Name a file that ends in one of: .html, .json, .txt.");
    }
}
