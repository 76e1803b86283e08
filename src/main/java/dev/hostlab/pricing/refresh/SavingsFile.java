package dev.hostlab.pricing.refresh;

import dev.hostlab.pricebook.Commitment;
import dev.hostlab.pricebook.PriceDate;
import dev.hostlab.pricebook.PriceTier;
import dev.hostlab.pricebook.Skus;
import dev.hostlab.pricing.Snapshot.Figure;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/// The offer file of Compute Savings Plans of a region: what Fargate and EC2 cost under a plan without upfront payment.
///
/// Source: AWS Billing User Guide, "Reading the Savings Plans price list", read 2026-11-23; a published file of
/// eu-west-1 (version 20200220220300).
final class SavingsFile {

    static final String SERVICE = "AWSComputeSavingsPlan";

    private static final String COMPUTE = "ComputeSavingsPlans";
    private static final String NO_UPFRONT = "No Upfront";
    private static final String LINUX = "RunInstances";
    private static final String INSTANCE = "BoxUsage:";

    private final Map<String, Commitment> plans = new HashMap<>();
    private final Map<String, Figure> figures = new TreeMap<>();
    private final String source;
    private PriceDate published = PriceDate.UNKNOWN;

    /// @param source id of the source that the figures will name
    SavingsFile(String source) {
        this.source = source;
    }

    /// The rates that the file has, by key; empty if it has none for us.
    List<Figure> read(InputStream in) throws RefreshException {
        try (var parser = ItemReader.MAPPER.createParser(in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw ItemReader.broken("the Savings Plans file", "is not a JSON object");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var field = parser.currentName();
                parser.nextToken();
                section(field, parser);
            }
        } catch (JacksonException e) {
            throw ItemReader.broken("the Savings Plans file", "is cut off or no JSON: " + e.getOriginalMessage());
        }
        return List.copyOf(figures.values());
    }

    PriceDate published() {
        return published;
    }

    private void section(String field, JsonParser parser) throws RefreshException {
        switch (field) {
            case "publicationDate" ->
                published = new PriceDate(
                        ItemReader.day(parser.readValueAsTree(), SERVICE).toString());
            case "products" -> {
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    plan(parser.readValueAsTree());
                }
            }
            case "terms" -> terms(parser);
            default -> parser.skipChildren();
        }
    }

    private void plan(JsonNode product) {
        var attributes = product.path("attributes");
        if (product.path("productFamily").asString("").equals(COMPUTE)
                && attributes.path("purchaseOption").asString("").equals(NO_UPFRONT)) {
            Commitment.of(attributes.path("purchaseTerm").asString(""))
                    .ifPresent(term -> plans.put(product.path("sku").asString(""), term));
        }
    }

    private void terms(JsonParser parser) throws RefreshException {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                JsonNode term = parser.readValueAsTree();
                var plan = plans.get(term.path("sku").asString(""));
                for (var rate : plan == null ? List.<JsonNode>of() : term.path("rates")) {
                    take(plan == null ? Commitment.NONE : plan, term, rate);
                }
            }
        }
    }

    private void take(Commitment plan, JsonNode term, JsonNode rate) throws RefreshException {
        var onDemand = onDemandKey(rate);
        if (onDemand.isEmpty()) {
            return;
        }
        var sku = Skus.under(plan, onDemand.get());
        var text = rate.path("discountedRate").path("price").asString("");
        var usd = price(sku, text);
        var since =
                new PriceDate(ItemReader.day(term.path("effectiveDate"), sku).toString());
        var figure = new Figure(sku, List.of(new PriceTier(null, usd)), published, source, since);
        var other = figures.put(sku, figure);
        if (other != null && !other.equals(figure)) {
            throw ItemReader.broken(sku, "has two prices under one Savings Plan");
        }
    }

    private static BigDecimal price(String sku, String text) throws RefreshException {
        try {
            var usd = new BigDecimal(text);
            if (usd.signum() > 0 && usd.precision() <= 30 && Math.abs(usd.scale()) <= 30) {
                return usd;
            }
        } catch (NumberFormatException e) {
            throw ItemReader.broken(sku, "has \"" + text + "\" for a price");
        }
        throw ItemReader.broken(sku, "has the price " + text);
    }

    private static Optional<String> onDemandKey(JsonNode rate) {
        var usage = UsageType.withoutRegion(rate.path("discountedUsageType").asString(""));
        var service = rate.path("discountedServiceCode").asString("");
        if (service.equals(FigureRules.EC2)
                && usage.startsWith(INSTANCE)
                && rate.path("discountedOperation").asString("").equals(LINUX)) {
            return Optional.of(Skus.ec2Linux(usage.substring(INSTANCE.length())));
        }
        return FigureRules.required().stream()
                .filter(rule -> rule.sku().startsWith("fargate.linux."))
                .filter(rule -> rule.service().equals(service) && rule.usage().equals(usage))
                .map(FigureRule::sku)
                .findFirst();
    }
}
