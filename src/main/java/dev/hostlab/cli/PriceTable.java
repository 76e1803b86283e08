package dev.hostlab.cli;

import dev.hostlab.pricebook.PriceDate;
import dev.hostlab.pricebook.PriceTier;
import dev.hostlab.pricebook.Skus;
import dev.hostlab.pricing.Snapshot;
import dev.hostlab.pricing.Snapshot.Figure;
import dev.hostlab.units.Age;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.stream.Collectors;

/// A price snapshot as a table for people.
///
/// @param out   where it goes
/// @param today for the age
record PriceTable(PrintStream out, LocalDate today) {

    private static final String ROW = "%-44s %-30s %-18s %-10s %-10s %s%n";

    void print(Snapshot snapshot) {
        var asOf =
                snapshot.asOf().map(day -> day + ", " + Age.between(day, today)).orElse("no date");
        out.println(snapshot.region() + ", " + snapshot.location() + "; oldest figure: " + asOf);
        out.println();
        out.printf(Locale.ROOT, ROW, "figure", "USD", "per", "published", "charged since", "source");
        snapshot.figures().forEach(this::row);
        snapshot.instanceTypes().forEach(type -> row(type.hour()));
        out.println();
        missing(snapshot);
        out.println("Sources:");
        snapshot.sources()
                .forEach(source -> out.println(
                        "  " + source.id() + ": " + source.where() + " (" + source.asOf() + "); " + source.licence()));
    }

    private void row(Figure figure) {
        if (figure.isKnown()) {
            var unit = Skus.unit(figure.sku()).orElse("");
            out.printf(
                    Locale.ROOT,
                    ROW,
                    figure.sku(),
                    tiers(figure),
                    unit,
                    date(figure.asOf()),
                    date(figure.effective()),
                    figure.source());
        }
    }

    private void missing(Snapshot snapshot) {
        var known = new HashSet<String>();
        snapshot.figures().stream().filter(Figure::isKnown).forEach(figure -> known.add(figure.sku()));
        var missing =
                Skus.general().stream().filter(sku -> !known.contains(sku)).toList();
        if (!missing.isEmpty()) {
            out.println(
                    "Not known here; a bill that needs one is marked incomplete (--set prices.NAME=USD stands in):");
            missing.forEach(sku -> out.println("  " + sku));
            out.println();
        }
    }

    private static String tiers(Figure figure) {
        return figure.tiers().stream().map(PriceTable::tier).collect(Collectors.joining(", "));
    }

    private static String tier(PriceTier tier) {
        return tier.usd().toPlainString()
                + tier.upTo().map(end -> " to " + end.toPlainString()).orElse("");
    }

    private static String date(PriceDate date) {
        return date.equals(PriceDate.UNKNOWN) ? "–" : date.text();
    }
}
