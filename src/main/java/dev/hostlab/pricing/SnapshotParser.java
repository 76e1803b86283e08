package dev.hostlab.pricing;

import dev.hostlab.pricebook.Architecture;
import dev.hostlab.pricebook.InstanceType;
import dev.hostlab.pricebook.PriceDate;
import dev.hostlab.pricebook.PriceSource;
import dev.hostlab.pricebook.PriceTier;
import dev.hostlab.pricebook.Skus;
import dev.hostlab.pricebook.TieredPrice;
import dev.hostlab.pricing.Snapshot.Figure;
import dev.hostlab.pricing.Snapshot.InstanceFigure;
import dev.hostlab.validation.Issue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Reads a JSON document as a snapshot, noting everything that is wrong with it.
final class SnapshotParser {

    private static final Set<String> TOP =
            Set.of("schema", "region", "location", "currency", "asOf", "sha256", "sources", "prices", "instanceTypes");
    private static final Set<String> SOURCE = Set.of("id", "where", "asOf", "licence", "covers");
    private static final Set<String> FLAT = Set.of("sku", "usd", "unit", "asOf", "source");
    private static final Set<String> TIERED = Set.of("sku", "tiers", "unit", "asOf", "source");
    private static final Set<String> TIER = Set.of("upTo", "usd");
    private static final Set<String> INSTANCE = Set.of(
            "name",
            "vcpus",
            "memoryMebibytes",
            "architecture",
            "networkBaselineMbps",
            "burstable",
            "gpus",
            "usd",
            "asOf",
            "source");

    private static final String EFFECTIVE = "effective";

    private final List<Issue> issues;
    private final boolean effective;
    private final Set<String> sourceIds = new HashSet<>();
    private final Set<String> seen = new HashSet<>();

    /// @param issues    receives what is wrong
    /// @param effective whether figures say since when they have been charged
    SnapshotParser(List<Issue> issues, boolean effective) {
        this.issues = issues;
        this.effective = effective;
    }

    /// The snapshot, which is only worth using if no issue was noted.
    Snapshot parse(JsonNode document) {
        var top = new Fields(document, "", issues);
        if (!top.hasExactly(TOP)) {
            return new Snapshot("", "", List.of(), List.of(), List.of());
        }
        if (!top.text("currency").equals("USD")) {
            top.problem("currency", "Only US dollars can be rated.", "Write \"USD\".");
        }
        var sources = top.list("sources").stream().map(this::source).toList();
        var figures = top.list("prices").stream().map(this::figure).toList();
        var types = top.list("instanceTypes").stream().map(this::instance).toList();
        var snapshot = new Snapshot(top.text("region"), top.text("location"), sources, figures, types);
        checkDate(top, snapshot);
        return snapshot;
    }

    private void checkDate(Fields top, Snapshot snapshot) {
        var stated = top.text("asOf");
        var oldest = snapshot.asOf().map(Object::toString).orElse("");
        if (oldest.isEmpty()) {
            top.problem("prices", "No figure has a date.", "Give at least one figure with its date.");
        } else if (!stated.equals(oldest)) {
            top.problem("asOf", "The oldest figure is of " + oldest + ", not " + stated + ".", "Write that date.");
        }
    }

    private PriceSource source(Fields at) {
        at.hasExactly(SOURCE);
        var id = at.text("id");
        if (!sourceIds.add(id)) {
            at.problem("id", "There are two sources of this name.", "Give each its own.");
        }
        return new PriceSource(id, at.text("where"), at.text("asOf"), at.text("licence"), at.text("covers"));
    }

    private Figure figure(Fields at) {
        var sku = at.text("sku");
        var unit = Skus.unit(sku);
        if (unit.isEmpty()
                || sku.equals(Skus.instanceType(sku).map(Skus::ec2Linux).orElse(""))) {
            at.problem("sku", "There is no price of this name.", "See the glossary of price names.");
            return Figure.unknown(sku);
        }
        once(at, "sku", sku);
        var tiered = Skus.tiered(sku);
        at.hasExactly(fields(tiered ? TIERED : FLAT));
        if (!at.text("unit").equals(unit.get())) {
            at.problem("unit", "This price is per " + unit.get() + ".", "Convert the figure and write that unit.");
        }
        return tiered ? tieredFigure(at, sku) : flatFigure(at, sku);
    }

    private Figure tieredFigure(Fields at, String sku) {
        if (at.isNull("tiers")) {
            return unknown(at, sku);
        }
        var tiers = at.list("tiers").stream().map(SnapshotParser::tier).toList();
        if (!TieredPrice.rising(tiers)) {
            at.problem("tiers", "The steps do not rise.", "Order them by upTo; only the last may have null.");
            return Figure.unknown(sku);
        }
        return new Figure(sku, tiers, date(at, "asOf"), sourceOf(at), since(at));
    }

    private static PriceTier tier(Fields at) {
        at.hasExactly(TIER);
        var end = at.amountOrNull("upTo");
        if (end != null && end.signum() == 0) {
            at.problem("upTo", "A step ends above 0.", "Write the volume at which it ends, or null.");
            end = null;
        }
        return new PriceTier(end, at.amount("usd"));
    }

    private Figure flatFigure(Fields at, String sku) {
        if (at.isNull("usd")) {
            return unknown(at, sku);
        }
        var price = List.of(new PriceTier(null, at.amount("usd")));
        return new Figure(sku, price, date(at, "asOf"), sourceOf(at), since(at));
    }

    private InstanceFigure instance(Fields at) {
        at.hasExactly(fields(INSTANCE));
        var name = at.text("name");
        once(at, "name", name);
        var type = new InstanceType(
                name,
                at.whole("vcpus", 1),
                at.whole("memoryMebibytes", 1),
                architecture(at),
                at.isNull("networkBaselineMbps") ? null : Integer.valueOf(at.whole("networkBaselineMbps", 0)),
                at.yesOrNo("burstable"),
                at.whole("gpus", 0));
        return new InstanceFigure(type, flatFigure(at, Skus.ec2Linux(name)));
    }

    private static Architecture architecture(Fields at) {
        var id = at.text("architecture");
        for (var architecture : Architecture.values()) {
            if (architecture.id().equals(id)) {
                return architecture;
            }
        }
        at.problem("architecture", "There is no architecture \"" + id + "\".", "Write x86_64 or arm64.");
        return Architecture.X86_64;
    }

    private void once(Fields at, String field, String value) {
        if (!seen.add(field + value)) {
            at.problem(field, value + " stands here a second time.", "Keep one of the two.");
        }
    }

    private Figure unknown(Fields at, String sku) {
        if (!at.isNull("asOf") || !at.isNull("source")) {
            at.problem("", "An unknown figure has no date and no source.", "Write null for both.");
        }
        return Figure.unknown(sku);
    }

    private Set<String> fields(Set<String> always) {
        var fields = new HashSet<>(always);
        if (effective) {
            fields.add(EFFECTIVE);
        }
        return fields;
    }

    private PriceDate since(Fields at) {
        return effective ? date(at, EFFECTIVE) : PriceDate.UNKNOWN;
    }

    private static PriceDate date(Fields at, String field) {
        if (at.isNull(field)) {
            return PriceDate.UNKNOWN;
        }
        var text = at.text(field);
        if (text.equals("unknown") || !PriceDate.isWritten(text)) {
            at.problem(field, "Not a date: " + text + ".", "Write YYYY-MM-DD, YYYY-MM, YYYY or null.");
            return PriceDate.UNKNOWN;
        }
        return new PriceDate(text);
    }

    private String sourceOf(Fields at) {
        var id = at.text("source");
        if (!sourceIds.contains(id)) {
            at.problem("source", "There is no source \"" + id + "\" in this file.", "List it under sources.");
        }
        return id;
    }
}
