package dev.hostlab.pricing;

import dev.hostlab.pricebook.InstanceType;
import dev.hostlab.pricebook.PriceDate;
import dev.hostlab.pricebook.PriceSource;
import dev.hostlab.pricebook.PriceTier;
import dev.hostlab.pricebook.Skus;
import dev.hostlab.pricing.Snapshot.Figure;
import dev.hostlab.pricing.Snapshot.InstanceFigure;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.StringNode;

/// The layout of a snapshot file: one figure and one instance type a line, so that people and `diff` can read it.
final class SnapshotText {

    private SnapshotText() {}

    static String of(Snapshot snapshot, String sha256) {
        var asOf = snapshot.asOf().map(Object::toString).orElse("");
        var effective = snapshot.hasEffectiveDates();
        return "{\n"
                + top("schema", effective ? SnapshotFile.SCHEMA_WITH_EFFECTIVE : SnapshotFile.SCHEMA)
                + top("region", snapshot.region())
                + top("location", snapshot.location())
                + top("currency", "USD")
                + top("asOf", asOf)
                + top("sha256", sha256)
                + list("sources", snapshot.sources(), SnapshotText::source)
                + ",\n"
                + list("prices", snapshot.figures(), figure -> figure(figure) + since(figure, effective))
                + ",\n"
                + list(
                        "instanceTypes",
                        snapshot.instanceTypes(),
                        type -> instance(type) + since(type.hour(), effective))
                + "\n}\n";
    }

    private static String top(String name, String value) {
        return "  " + quoted(name) + ": " + quoted(value) + ",\n";
    }

    private static <T> String list(String name, List<T> items, Function<T, String> line) {
        return items.stream()
                .map(item -> "    {" + line.apply(item) + "}")
                .collect(Collectors.joining(",\n", "  " + quoted(name) + ": [\n", "\n  ]"));
    }

    private static String source(PriceSource source) {
        return String.join(
                ", ",
                field("id", quoted(source.id())),
                field("where", quoted(source.where())),
                field("asOf", quoted(source.asOf())),
                field("licence", quoted(source.licence())),
                field("covers", quoted(source.covers())));
    }

    private static String figure(Figure figure) {
        var unit = Skus.unit(figure.sku()).orElseThrow();
        var value = Skus.tiered(figure.sku()) ? field("tiers", tiers(figure)) : field("usd", usd(figure));
        return String.join(
                ", ", field("sku", quoted(figure.sku())), value, field("unit", quoted(unit)), origin(figure));
    }

    private static String instance(InstanceFigure entry) {
        InstanceType type = entry.type();
        return String.join(
                ", ",
                field("name", quoted(type.name())),
                field("vcpus", Integer.toString(type.vcpus())),
                field("memoryMebibytes", Integer.toString(type.memoryMebibytes())),
                field("architecture", quoted(type.architecture().id())),
                field("networkBaselineMbps", String.valueOf(type.networkBaselineMbpsOrNull())),
                field("burstable", Boolean.toString(type.burstable())),
                field("gpus", Integer.toString(type.gpus())),
                field("usd", usd(entry.hour())),
                origin(entry.hour()));
    }

    private static String since(Figure figure, boolean wanted) {
        return wanted ? ", " + field("effective", date(figure.effective())) : "";
    }

    private static String date(PriceDate date) {
        return date.equals(PriceDate.UNKNOWN) ? "null" : quoted(date.text());
    }

    private static String origin(Figure figure) {
        return field("asOf", date(figure.asOf()))
                + ", "
                + field("source", figure.isKnown() ? quoted(figure.source()) : "null");
    }

    private static String usd(Figure figure) {
        return figure.isKnown() ? number(figure.tiers().getFirst().usd()) : "null";
    }

    private static String tiers(Figure figure) {
        return figure.isKnown()
                ? figure.tiers().stream().map(SnapshotText::tier).collect(Collectors.joining(", ", "[", "]"))
                : "null";
    }

    private static String tier(PriceTier tier) {
        return "{" + field("upTo", number(tier.upToOrNull())) + ", " + field("usd", number(tier.usd())) + "}";
    }

    private static String field(String name, String value) {
        return quoted(name) + ": " + value;
    }

    private static String number(@Nullable BigDecimal value) {
        return value == null ? "null" : value.toPlainString();
    }

    private static String quoted(String text) {
        return StringNode.valueOf(text).toString();
    }
}
