package dev.hostlab.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.pricebook.PriceDate;
import dev.hostlab.pricebook.PriceTier;
import dev.hostlab.pricebook.Skus;
import dev.hostlab.pricing.Snapshot.Figure;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriceChangeTest {

    private static final PriceDate DAY = new PriceDate("2026-11-20");

    @Test
    void sameFiguresMakeNoChangeWhateverTheirDigitsAndDates() {
        var a = snapshot(Figure.flat(Skus.ALB_HOUR, new BigDecimal("0.0225"), DAY, "a"));
        var b = snapshot(Figure.flat(Skus.ALB_HOUR, new BigDecimal("0.02250"), new PriceDate("2026"), "b"));
        assertThat(PriceChange.between(a, b)).isEmpty();
    }

    @Test
    void changedGoneAndNewFiguresAreListedByKey() {
        var before = snapshot(
                Figure.flat(Skus.ALB_HOUR, new BigDecimal("0.0225"), DAY, "a"),
                Figure.flat(Skus.NAT_HOUR, new BigDecimal("0.045"), DAY, "a"));
        var after = snapshot(
                Figure.flat(Skus.ALB_HOUR, new BigDecimal("0.027"), DAY, "a"),
                Figure.unknown(Skus.NAT_HOUR),
                Figure.flat(Skus.NAT_GB, new BigDecimal("0.05"), DAY, "a"));
        assertThat(PriceChange.between(before, after))
                .extracting(change -> change.sku() + " " + change.words())
                .containsExactly(
                        "alb.hour 0.0225 → 0.027 (+20.0 %)", "nat.gb not known → 0.05", "nat.hour 0.045 → not known");
    }

    @Test
    void largeMeansAnyStepOrGone() {
        var first = List.of(step(10, "0.09"), step(0, "0.05"));
        assertThat(new PriceChange("x", first, List.of(step(10, "0.09"), step(0, "0.07"))).isLargerThan(0.3))
                .isTrue();
        assertThat(new PriceChange("x", first, List.of(step(10, "0.1"), step(0, "0.05"))).isLargerThan(0.3))
                .isFalse();
        assertThat(new PriceChange("x", first, List.of()).isLargerThan(0.3)).isTrue();
        assertThat(new PriceChange("x", List.of(), first).isLargerThan(0.3)).isFalse();
    }

    private static PriceTier step(int upTo, String usd) {
        return new PriceTier(upTo == 0 ? null : BigDecimal.valueOf(upTo), new BigDecimal(usd));
    }

    private static Snapshot snapshot(Figure... figures) {
        return new Snapshot("eu-test-1", "Test", List.of(), List.of(figures), List.of());
    }
}
