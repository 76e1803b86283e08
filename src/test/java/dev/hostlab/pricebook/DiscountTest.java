package dev.hostlab.pricebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiscountTest {

    private static final PriceDate DAY = new PriceDate("2026-11-20");
    private static final PriceBook BOOK = new PriceBook(
            "eu-test-1",
            "Test",
            LocalDate.of(2026, 11, 20),
            "",
            List.of(),
            new PriceBook.Figures(
                    Map.of(
                            Skus.ALB_HOUR,
                            new Price(Skus.ALB_HOUR, new BigDecimal("0.0225"), "load-balancer-hour", DAY, "list"),
                            Skus.MANAGED_INSTANCES_FEE,
                            new Price(Skus.MANAGED_INSTANCES_FEE, new BigDecimal("0.12"), "share", DAY, "list")),
                    Map.of(
                            Skus.TRANSFER_OUT,
                            new TieredPrice(
                                    Skus.TRANSFER_OUT,
                                    "GB",
                                    List.of(new PriceTier(null, new BigDecimal("0.09"))),
                                    DAY,
                                    "list")),
                    Map.of()));

    @Test
    void everyPriceFallsAndSaysSo() {
        var less = BOOK.less(12.5);
        var hour = less.price(Skus.ALB_HOUR).orElseThrow();
        assertThat(hour.usd()).isEqualByComparingTo("0.0196875");
        assertThat(hour.citation()).isEqualTo("list less 12.5 % by agreement, as of 2026-11-20");
        var out = less.tieredPrice(Skus.TRANSFER_OUT).orElseThrow();
        assertThat(out.tiers().getFirst().usd()).isEqualByComparingTo("0.07875");
    }

    @Test
    void aFeeThatIsAShareStays() {
        assertThat(BOOK.less(50).price(Skus.MANAGED_INSTANCES_FEE).orElseThrow().usd())
                .isEqualByComparingTo("0.12");
    }

    @Test
    void noneIsTheSameBookAndAllIsFree() {
        assertThat(BOOK.less(0)).isSameAs(BOOK);
        assertThat(BOOK.less(100).price(Skus.ALB_HOUR).orElseThrow().usd()).isEqualByComparingTo("0");
        assertThatIllegalArgumentException().isThrownBy(() -> BOOK.less(101));
    }

    @Test
    void ratesOfTheUsersOwnAreNotDiscounted() {
        var own = BOOK.less(10).with(Map.of(Skus.ALB_HOUR, new BigDecimal("0.02")));
        assertThat(own.price(Skus.ALB_HOUR).orElseThrow().usd()).isEqualByComparingTo("0.02");
    }
}
