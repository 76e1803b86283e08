package dev.hostlab.pricing;

import static java.util.Objects.requireNonNull;

import dev.hostlab.pricebook.PriceTier;
import dev.hostlab.pricing.Snapshot.Figure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A figure that differs between two snapshots.
///
/// @param sku    its key
/// @param before its steps in the first, none where it is not known there
/// @param after  its steps in the second, none where it is not known there
public record PriceChange(String sku, List<PriceTier> before, List<PriceTier> after) {

    public PriceChange {
        requireNonNull(sku, "sku");
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /// All figures that differ, by key: changed, gone and new ones.
    public static List<PriceChange> between(Snapshot first, Snapshot second) {
        var then = byKey(first);
        var now = byKey(second);
        var keys = new TreeMap<>(then);
        keys.putAll(now);
        var changes = new ArrayList<PriceChange>();
        for (var sku : keys.keySet()) {
            var before = then.getOrDefault(sku, List.of());
            var after = now.getOrDefault(sku, List.of());
            if (!same(before, after)) {
                changes.add(new PriceChange(sku, before, after));
            }
        }
        return changes;
    }

    /// By how much the first step's price changed, as a share of what it was; empty where either
    /// is not known or was 0.
    public Optional<Double> share() {
        if (before.isEmpty() || after.isEmpty() || before.getFirst().usd().signum() == 0) {
            return Optional.empty();
        }
        var old = before.getFirst().usd().doubleValue();
        return Optional.of((after.getFirst().usd().doubleValue() - old) / old);
    }

    /// Whether it changed by more than a share in either direction, in any step, or is no longer known.
    public boolean isLargerThan(double share) {
        if (before.isEmpty()) {
            return false;
        }
        if (after.size() != before.size()) {
            return true;
        }
        for (var i = 0; i < before.size(); i++) {
            var old = before.get(i).usd().doubleValue();
            if (Math.abs(after.get(i).usd().doubleValue() - old) > share * old) {
                return true;
            }
        }
        return false;
    }

    /// Both sides in words: `0.0225 → 0.025 (+11.1 %)`.
    public String words() {
        var change = share().map(share -> String.format(java.util.Locale.ROOT, " (%+.1f %%)", 100 * share))
                .orElse("");
        return words(before) + " → " + words(after) + change;
    }

    private static String words(List<PriceTier> tiers) {
        return tiers.isEmpty()
                ? "not known"
                : tiers.stream().map(tier -> plain(tier.usd())).collect(Collectors.joining("/"));
    }

    private static String plain(BigDecimal usd) {
        return usd.stripTrailingZeros().toPlainString();
    }

    private static boolean same(List<PriceTier> a, List<PriceTier> b) {
        return key(a).equals(key(b));
    }

    private static String key(List<PriceTier> tiers) {
        return tiers.stream()
                .map(tier -> plain(tier.usd()) + "<"
                        + tier.upTo().map(PriceChange::plain).orElse(""))
                .collect(Collectors.joining(";"));
    }

    private static TreeMap<String, List<PriceTier>> byKey(Snapshot snapshot) {
        return snapshot.known()
                .collect(Collectors.toMap(Figure::sku, Figure::tiers, (first, again) -> first, TreeMap::new));
    }
}
