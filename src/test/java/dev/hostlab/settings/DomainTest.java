package dev.hostlab.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainTest {

    private static final Domain.Real REAL = new Domain.Real(0, 1e12);
    private static final Domain.Whole WHOLE = new Domain.Whole(-1_000, 10_000);

    @ParameterizedTest
    @CsvSource({"0, 0", "-0, 0", "+1.50, 1.5", "1e3, 1000", "2.5E-1, 0.25", "6000000, 6000000", "0.10, 0.1"})
    void realReadsDecimalsAndPrintsThemPlainly(String text, String canonical) {
        assertThat(REAL.parse(text)).isInstanceOfSatisfying(Parsed.Value.class, parsed -> {
            assertThat(REAL.print((Double) parsed.value())).isEqualTo(canonical);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " 1",
                "1 ",
                "NaN",
                "Infinity",
                "1e400",
                "-1",
                "0x10",
                "1f",
                "1d",
                "1,5",
                "1.",
                ".5",
                "1_000",
                "١",
                "1e9999",
                "10000000000000000000000000000",
                "true",
                "null"
            })
    void realRefusesWhatIsNotAPlainNumberInRange(String text) {
        assertThat(REAL.parse(text)).isInstanceOf(Parsed.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.0", "1e1", "10001", "-1001", "99999999999999999999", "0x1", "1L", " 1", "٣", "+"})
    void wholeRefusesWhatIsNotAWholeNumberInRange(String text) {
        assertThat(WHOLE.parse(text)).isInstanceOf(Parsed.Refused.class);
    }

    @Test
    void choiceAndFlagAndTextTakeTheirExactWords() {
        var choice = new Domain.Choice(List.of("cpu", "in-flight"));
        assertThat(choice.parse("in-flight")).isEqualTo(new Parsed.Value<>("in-flight"));
        assertThat(choice.parse("CPU")).isInstanceOf(Parsed.Refused.class);
        assertThat(new Domain.Flag().parse("true")).isEqualTo(new Parsed.Value<>(true));
        assertThat(new Domain.Flag().parse("TRUE")).isInstanceOf(Parsed.Refused.class);
        assertThat(new Domain.Text("[a-z]+", "lower-case letters").parse("a1"))
                .isEqualTo(new Parsed.Refused<>("'a1' has another form."));
    }

    @RepeatedTest(200)
    void whatIsPrintedReadsBack(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var real = random.nextDouble() * StrictMath.pow(10, random.nextInt(-6, 12));
        assertThat(REAL.parse(REAL.print(real))).isEqualTo(new Parsed.Value<>(real));
        var whole = random.nextInt(-1_000, 10_001);
        assertThat(WHOLE.parse(WHOLE.print(whole))).isEqualTo(new Parsed.Value<>(whole));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-EG-u-nu-arab", "de-DE"})
    void textIsTheSameInEveryLocale(String tag) {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            assertThat(REAL.print(1234.5)).isEqualTo("1234.5");
            assertThat(WHOLE.print(-1_000)).isEqualTo("-1000");
            assertThat(REAL.range()).isEqualTo("0 to 1000000000000");
            assertThat(Settings.standard().with("FARGATE.SCALING.METRIC", "cpu").issues())
                    .singleElement()
                    .extracting(issue -> issue.advice())
                    .isEqualTo("Did you mean 'fargate.scaling.metric'?");
            assertThat(Settings.standard().toMap().toString()).isEqualTo(inRoot());
        } finally {
            Locale.setDefault(before);
        }
    }

    private static String inRoot() {
        Locale.setDefault(Locale.ROOT);
        return Settings.standard().toMap().toString();
    }
}
