package dev.hostlab.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, of today",
        "2026-12-24, of today",
        "2026-11-22, 1 day old",
        "2026-10-13, 41 days old",
        "2026-06-23, 5 months old",
        "2024-11-24, 23 months old",
        "2017-12-18, 8 years old"
    })
    void ageIsInTheUnitThatPeopleWouldUse(LocalDate day, String words) {
        assertThat(Age.between(day, LocalDate.of(2026, 11, 23))).isEqualTo(words);
    }
}
