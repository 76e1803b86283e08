package dev.hostlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.comparison.ComparisonFixture;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextTableTest {

    private static final TextTable PLAIN = new TextTable(TextTable.Emphasis.NONE);

    static Stream<Comparison> fixtures() {
        return Stream.of(
                ComparisonFixture.day(),
                ComparisonFixture.month(),
                ComparisonFixture.edge(),
                ComparisonFixture.overload());
    }

    @Test
    void dayLooksAsApproved() throws IOException {
        Approved.matches("day.txt", PLAIN.text(ComparisonFixture.day()));
    }

    @Test
    void edgeLooksAsApproved() throws IOException {
        Approved.matches("edge.txt", PLAIN.text(ComparisonFixture.edge()));
    }

    @Test
    void overloadLooksAsApproved() throws IOException {
        Approved.matches("overload.txt", PLAIN.text(ComparisonFixture.overload()));
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void fitsATerminalOf100Columns(Comparison comparison) {
        assertThat(PLAIN.text(comparison).lines())
                .allSatisfy(line -> assertThat(PlainText.width(line)).isLessThanOrEqualTo(100));
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void sendsNothingToTheTerminalButText(Comparison comparison) {
        var text = PLAIN.text(comparison);
        assertThat(text.chars().filter(c -> c != '\n' && Character.isISOControl(c)))
                .isEmpty();
        assertThat(text).doesNotContain("NaN", "Infinity", "null");
    }

    @Test
    void boldIsForTerminalsThatWereAskedAbout() {
        var bold = new TextTable(TextTable.Emphasis.BOLD).text(ComparisonFixture.day());
        assertThat(bold).contains("\u001b[1mTotal a month");
        assertThat(bold.replaceAll("\u001b\\[[01]m", "")).isEqualTo(PLAIN.text(ComparisonFixture.day()));
    }
}
