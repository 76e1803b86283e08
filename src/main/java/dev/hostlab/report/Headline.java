package dev.hostlab.report;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.units.Figures;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What was compared, in words.
public final class Headline {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Headline() {}

    /// "604,512 requests over 1 day from 2026-03-02 00:00 UTC".
    public static String load(Comparison comparison) {
        var workload = comparison.workload();
        return Figures.count(Math.round(workload.requests())) + " requests over "
                + Figures.span(Duration.between(workload.from(), workload.to())) + " from " + minute(workload.from())
                + " UTC";
    }

    /// "us-east-1, prices of 2026-07-20".
    public static String prices(Comparison comparison) {
        return comparison.prices().region() + ", prices of "
                + comparison.prices().asOf();
    }

    /// "10 replications, 95 % intervals".
    public static String replications(Comparison comparison) {
        if (comparison.isEstimate()) {
            return "estimate, nothing simulated, no intervals";
        }
        if (comparison.windows().isPresent() && comparison.replications() > 1) {
            return Figures.count(comparison.replications()) + " choices of sampled windows, 95 % intervals";
        }
        return comparison.replications() == 1
                ? "single run, no intervals"
                : Figures.count(comparison.replications()) + " replications, 95 % intervals";
    }

    /// What a reader should know: missing prices and whatever else was noted.
    public static List<String> notices(Comparison comparison) {
        var missing = comparison.prices().missing();
        if (missing.isEmpty()) {
            return comparison.notices();
        }
        var text = "Prices missing in the snapshot: " + String.join(", ", missing)
                + ". What they would cost is in no total.";
        return Stream.concat(Stream.of(text), comparison.notices().stream()).toList();
    }

    public static String minute(Instant instant) {
        return MINUTE.format(instant);
    }
}
