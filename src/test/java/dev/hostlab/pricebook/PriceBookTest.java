package dev.hostlab.pricebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hostlab.validation.Issue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Figures that a user sets over those of a snapshot, and dates of several precisions.
class PriceBookTest {

    private static final PriceBook BOOK = new PriceBook(
            "eu-test-1",
            "Test",
            LocalDate.parse("2024-09-01"),
            "0",
            List.of(),
            new PriceBook.Figures(
                    Map.of(
                            Skus.NAT_GB,
                            new Price(Skus.NAT_GB, new BigDecimal("0.045"), "GB", new PriceDate("2025-10-28"), "a")),
                    Map.of(),
                    Map.of("t3.micro", new InstanceType("t3.micro", 2, 1024, Architecture.X86_64, 64, true, 0))));

    @Test
    void anOverrideReplacesAndFillsInAndSaysSo() {
        var changed = BOOK.with(Map.of(
                Skus.NAT_GB,
                new BigDecimal("0.05"),
                Skus.ALB_HOUR,
                new BigDecimal("0.03"),
                Skus.ec2Linux("t3.micro"),
                new BigDecimal("0.01")));
        assertThat(changed.price(Skus.NAT_GB).orElseThrow().usd()).isEqualByComparingTo("0.05");
        assertThat(changed.price(Skus.ALB_HOUR).orElseThrow().citation()).isEqualTo("set by the user");
        assertThat(changed.price(Skus.ec2Linux("t3.micro"))).isPresent();
        assertThat(BOOK.price(Skus.ALB_HOUR)).isEmpty();
    }

    @Test
    void anOverriddenTieredPriceIsOneRateForEveryVolume() {
        var changed = BOOK.with(Map.of(Skus.TRANSFER_OUT, new BigDecimal("0.02")));
        assertThat(changed.tieredPrice(Skus.TRANSFER_OUT).orElseThrow().tiers())
                .containsExactly(new PriceTier(null, new BigDecimal("0.02")));
    }

    @Test
    void allWrongOverridesAreNamedAtOnce() {
        var wrong = Map.of(
                "alb.hours", BigDecimal.ONE, "ec2.linux.t9.huge", BigDecimal.ONE, Skus.NAT_GB, new BigDecimal("-1"));
        assertThat(BOOK.issues(wrong))
                .extracting(Issue::path)
                .containsExactly("prices.alb.hours", "prices.ec2.linux.t9.huge", "prices.nat.gb");
        assertThatThrownBy(() -> BOOK.with(wrong)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDateIsNoMoreExactThanItsSource() {
        assertThat(new PriceDate("2024-09").earliest()).contains(LocalDate.parse("2024-09-01"));
        assertThat(new PriceDate("2026").earliest()).contains(LocalDate.parse("2026-01-01"));
        assertThat(PriceDate.UNKNOWN.earliest()).isEmpty();
        assertThat(List.of("2024-13", "2024-02-30", "24-01-01", "yesterday", "0000"))
                .noneMatch(PriceDate::isWritten);
    }
}
