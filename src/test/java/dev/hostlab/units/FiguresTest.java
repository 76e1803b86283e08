package dev.hostlab.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0 | $0.00",
                "12.345 | 0 | $12.35",
                "99.99 | 0 | $99.99",
                "99.996 | 0 | $100",
                "1778.4 | 0 | $1,778",
                "-412.2 | 0 | −$412",
                "-0.001 | 0 | $0.00",
                "1778.4 | 58.3 | $1,778",
                "1778.4 | 584 | $1,780",
                "1778.4 | 5840 | $1,800",
                "12.345 | 0.58 | $12.35",
                "12.345 | 5.8 | $12",
                "400 | 16000 | $400",
                "3.4 | 1600 | $3",
                "0.4 | 1600 | $0",
                "NaN | 0 | –",
                "Infinity | 1 | –"
            })
    void dollars(double amount, double halfWidth, String shown) {
        assertThat(Figures.usd(amount, halfWidth)).isEqualTo(shown);
    }

    @Test
    void halfWidthsHaveTwoDigitsOfTheirFigure() {
        assertThat(Figures.usdHalfWidth(1778.4, 58.3)).isEqualTo("± $58");
        assertThat(Figures.usdHalfWidth(1778.4, 584)).isEqualTo("± $580");
        assertThat(Figures.usdHalfWidth(1778.4, 5.84)).isEqualTo("± $6");
        assertThat(Figures.secondsHalfWidth(1.634, 0.123)).isEqualTo("± 0.12 s");
        assertThat(Figures.secondsHalfWidth(0.634, 0.0123)).isEqualTo("± 12 ms");
        assertThat(Figures.secondsHalfWidth(0.2, 3)).isEqualTo("± 3.0 s");
        assertThat(Figures.hoursHalfWidth(13.23, 0.41)).isEqualTo("± 0.4 h");
        assertThat(Figures.shareHalfWidth(0.973, 0.0041)).isEqualTo("± 0.4 %");
        assertThat(Figures.shareHalfWidth(0.973, 0.0001)).isEqualTo("± <0.1 %");
    }

    @Test
    void smallHalfWidthsAreNotNothing() {
        assertThat(Figures.usdHalfWidth(337, 0.012)).isEqualTo("± <$1");
        assertThat(Figures.usdHalfWidth(33.7, 0.0012)).isEqualTo("± <$0.01");
        assertThat(Figures.secondsHalfWidth(3.19, 0.0018)).isEqualTo("± <0.01 s");
        assertThat(Figures.secondsHalfWidth(119, 0.0018)).isEqualTo("± <1 s");
        assertThat(Figures.hoursHalfWidth(11.5, 0.004)).isEqualTo("± <0.1 h");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0 | 0 s",
                "0.00045 | 0 | 0.45 ms",
                "0.64 | 0 | 640 ms",
                "0.9996 | 0 | 1 s",
                "1.634 | 0 | 1.63 s",
                "1.6 | 0.04 | 1.60 s",
                "0.2 | 3 | 0.2 s",
                "2.3 | 119 | 2 s",
                "14 | 100 | 10 s",
                "1.634 | 0.2 | 1.63 s",
                "12.44 | 3 | 12.4 s",
                "119 | 0 | 119 s",
                "120 | 0 | 2 min",
                "290 | 0 | 4.83 min",
                "7200 | 0 | 2 h",
                "200000 | 0 | 2.31 days",
                "NaN | 0 | –"
            })
    void times(double seconds, double halfWidth, String shown) {
        assertThat(Figures.seconds(seconds, halfWidth)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 %",
        "1, 100 %",
        "0.0004, <0.1 %",
        "0.021, 2.1 %",
        "0.34, 34 %",
        "0.914, 91.4 %",
        "0.9997, >99.9 %",
        "0.9994, 99.9 %"
    })
    void sharesAreNeverRoundedToNothingOrEverything(double share, String shown) {
        assertThat(Figures.share(share)).isEqualTo(shown);
    }

    @Test
    void countsHoursAndSpans() {
        assertThat(Figures.count(604_512)).isEqualTo("604,512");
        assertThat(Figures.number(5.25)).isEqualTo("5.3");
        assertThat(Figures.number(-5)).isEqualTo("−5");
        assertThat(Figures.hours(0)).isEqualTo("0 h");
        assertThat(Figures.hours(0.5)).isEqualTo("0.50 h");
        assertThat(Figures.hours(13.23)).isEqualTo("13.2 h");
        assertThat(Figures.span(Duration.ofDays(1))).isEqualTo("1 day");
        assertThat(Figures.span(Duration.ofMinutes(90))).isEqualTo("90 minutes");
        assertThat(Figures.span(Duration.ofHours(36))).isEqualTo("36 hours");
        assertThat(Figures.span(Duration.ofSeconds(60))).isEqualTo("1 minute");
        assertThat(Figures.signedUsd(412, 0)).isEqualTo("+$412");
    }

    @Test
    void otherLocalesChangeNothing() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(Figures.usd(1_234_567.8)).isEqualTo("$1,234,568");
        } finally {
            Locale.setDefault(before);
        }
    }
}
