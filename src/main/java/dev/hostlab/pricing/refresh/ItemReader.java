package dev.hostlab.pricing.refresh;

import dev.hostlab.pricing.refresh.PriceItem.Step;
import dev.hostlab.validation.Issue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the records of the price list. Numbers come as text and stay exact; a record that lacks what every record has
/// is refused, never filled in.
///
/// Source: AWS Billing User Guide, "Reading the service price list files" and "Finding services and products using the
/// Price List Query API", read 2026-11-23.
final class ItemReader {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final String ON_DEMAND = "OnDemand";
    private static final int DAY_LENGTH = 10;

    private ItemReader() {}

    /// One entry of `PriceList` of a GetProducts answer: a JSON document inside a text.
    static PriceItem read(String text) throws RefreshException {
        JsonNode record;
        try {
            record = MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw broken("a record", "is not JSON: " + e.getOriginalMessage());
        }
        var product = record.path("product");
        var sku = text(product, "sku", "a record");
        var published = day(record.path("publicationDate"), sku);
        var terms = record.path("terms").path(ON_DEMAND);
        return item(product, text(record, "serviceCode", sku), terms, published);
    }

    /// A product, and its terms on demand, from a file of the price list.
    static PriceItem item(JsonNode product, String service, JsonNode terms, LocalDate published)
            throws RefreshException {
        var sku = text(product, "sku", "a product");
        var attributes = new TreeMap<String, String>();
        for (var attribute : product.path("attributes").properties()) {
            attributes.put(attribute.getKey(), attribute.getValue().asString(""));
        }
        var family = product.path("productFamily").asString("");
        return new PriceItem(sku, service, family, attributes, steps(terms, sku), published);
    }

    /// The day of a time stamp such as `2024-07-05T01:34:54Z`.
    static LocalDate day(JsonNode node, String sku) throws RefreshException {
        var text = node.asString("");
        try {
            return LocalDate.parse(text.substring(0, Math.min(DAY_LENGTH, text.length())));
        } catch (DateTimeException e) {
            throw broken(sku, "has no date where one is wanted: \"" + text + "\"");
        }
    }

    static RefreshException broken(String what, String problem) {
        return new RefreshException(new Issue(
                "AWS price list",
                "The answer cannot be used: " + what + " " + problem + ".",
                "Try again later; the snapshot in use stays as it is."));
    }

    private static List<Step> steps(JsonNode terms, String sku) throws RefreshException {
        var steps = new ArrayList<Step>();
        for (var term : terms) {
            var effective = day(term.path("effectiveDate"), sku);
            for (var dimension : term.path("priceDimensions")) {
                var from = number(dimension.path("beginRange"), sku);
                steps.add(new Step(
                        text(dimension, "unit", sku),
                        from == null ? BigDecimal.ZERO : from,
                        number(dimension.path("endRange"), sku),
                        number(dimension.path("pricePerUnit").path("USD"), sku),
                        effective));
            }
        }
        return steps;
    }

    /// A number in a text; null for `Inf` and where there is none.
    private static @Nullable BigDecimal number(JsonNode node, String sku) throws RefreshException {
        var text = node.asString("");
        if (text.isEmpty() || text.equals("Inf")) {
            return null;
        }
        try {
            var number = new BigDecimal(text);
            if (number.signum() >= 0 && number.precision() <= 40 && Math.abs(number.scale()) <= 40) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw broken(sku, "has \"" + text + "\" where a number is wanted");
        }
        throw broken(sku, "has the figure " + text + ", which is no price");
    }

    private static String text(JsonNode node, String field, String where) throws RefreshException {
        var text = node.path(field).asString("");
        if (text.isEmpty()) {
            throw broken(where, "lacks the field " + field);
        }
        return text;
    }
}
