package dev.hostlab.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Running time into billed time.
class BillingClockTest {

    @ParameterizedTest
    @CsvSource({"0, 60", "1, 60", "50000, 60", "60000, 60", "60001, 61", "600000, 600", "600999, 601"})
    void fargateBillsWholeSecondsAndAMinuteAtLeast(long runningMillis, long billedSeconds) {
        assertThat(BillingClock.FARGATE_LINUX.billable(Duration.ofMillis(runningMillis)))
                .isEqualTo(Duration.ofSeconds(billedSeconds));
        assertThat(BillingClock.EC2_LINUX.billableNanos(runningMillis * 1_000_000))
                .isEqualTo(billedSeconds * 1_000_000_000);
    }

    @Test
    void hoursBegunCanBeBilledWhole() {
        var byTheHour = new BillingClock(Duration.ofHours(1), Duration.ZERO);
        assertThat(byTheHour.billable(Duration.ofSeconds(3_601))).isEqualTo(Duration.ofHours(2));
        assertThat(byTheHour.billable(Duration.ZERO)).isEqualTo(Duration.ZERO);
    }

    @Test
    void negativeTimeIsRefused() {
        assertThatThrownBy(() -> BillingClock.EC2_LINUX.billableNanos(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
