package dev.hostlab.comparison;

import dev.hostlab.settings.BillingParameters;
import dev.hostlab.settings.Settings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What the reader should know of the user's own layer over the list prices: a discount, rates set by hand, a second
/// currency; and of what the bill cannot have.
///
/// @param settings of the comparison
/// @param outcomes of its options
record PriceNotices(Settings settings, List<Outcome> outcomes) {

    /// The notices so far, followed by these.
    List<String> after(List<String> notices) {
        var all = new ArrayList<>(notices);
        var percent = settings.get(BillingParameters.DISCOUNT_PERCENT);
        if (percent > 0) {
            all.add("Every list price is taken less " + plain(percent) + " % (billing.discountPercent).");
        }
        if (!settings.priceStandIns().isEmpty()) {
            all.add("Prices set by you: "
                    + String.join(
                            ", ",
                            settings.priceStandIns().keySet().stream().sorted().toList()) + ".");
        }
        if (!settings.get(BillingParameters.PUBLIC_IPV4) && settings.get(BillingParameters.NAT_GATEWAYS) == 0) {
            all.add("Instances and tasks have neither public addresses nor NAT gateways (billing.publicIpv4,"
                    + " billing.natGateways). The interface endpoints that they need then are not on the bill.");
        }
        if (settings.isChanged(BillingParameters.CURRENCY)) {
            all.add(inCurrency());
        }
        return all;
    }

    private String inCurrency() {
        var rate = settings.get(BillingParameters.CURRENCY_PER_USD);
        var currency = settings.get(BillingParameters.CURRENCY);
        var totals = outcomes.stream()
                .map(outcome -> outcome.option().shortLabel() + " "
                        + String.format(
                                Locale.ROOT, "%,.0f", outcome.totalMonthly().mean() * rate))
                .collect(Collectors.joining(", "));
        return "Totals a month in " + currency + " at " + plain(rate) + " a dollar (set by you): " + totals + ".";
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
