package dev.hostlab.pricing.refresh;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/// A price list file of a service: first all products, then all terms. EC2's has some hundred megabytes, so it is read
/// in one pass, keeping only the products that are wanted.
///
/// Source: AWS Billing User Guide, "Reading the service price list files", read 2026-11-23.
final class BulkFile {

    private final String service;
    private final Predicate<JsonNode> wanted;
    private final Reader reader;
    private final Map<String, JsonNode> products = new HashMap<>();
    private @Nullable LocalDate published;
    private boolean termsSeen;

    /// @param service AWS's code, which the file has to bear
    /// @param wanted  whether a product is of use
    /// @param reader  takes the products that are, with their terms on demand
    BulkFile(String service, Predicate<JsonNode> wanted, Reader reader) {
        this.service = service;
        this.wanted = wanted;
        this.reader = reader;
    }

    void read(InputStream in) throws RefreshException {
        try (var parser = ItemReader.MAPPER.createParser(in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw ItemReader.broken("the file of " + service, "is not a JSON object");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var field = parser.currentName();
                parser.nextToken();
                section(field, parser);
            }
        } catch (JacksonException e) {
            throw ItemReader.broken("the file of " + service, "is cut off or no JSON: " + e.getOriginalMessage());
        }
        if (!termsSeen) {
            throw ItemReader.broken("the file of " + service, "has no terms");
        }
        if (!products.isEmpty()) {
            var first = products.keySet().iterator().next();
            throw ItemReader.broken("the file of " + service, "has no price on demand for " + first);
        }
    }

    private void section(String field, JsonParser parser) throws RefreshException {
        switch (field) {
            case "offerCode" -> {
                if (!parser.getString().equals(service)) {
                    throw ItemReader.broken("the file of " + service, "is that of " + parser.getString());
                }
            }
            case "publicationDate" -> published = ItemReader.day(parser.readValueAsTree(), service);
            case "products" -> products(parser);
            case "terms" -> terms(parser);
            default -> parser.skipChildren();
        }
    }

    private void products(JsonParser parser) throws RefreshException {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var sku = parser.currentName();
            parser.nextToken();
            JsonNode product = parser.readValueAsTree();
            if (wanted.test(product) && products.put(sku, product) != null) {
                throw ItemReader.broken(sku, "is listed twice");
            }
        }
    }

    private void terms(JsonParser parser) throws RefreshException {
        if (published == null) {
            throw ItemReader.broken("the file of " + service, "does not say when it was published");
        }
        termsSeen = true;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var onDemand = parser.currentName().equals("OnDemand");
            parser.nextToken();
            if (onDemand) {
                onDemand(parser, published);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void onDemand(JsonParser parser, LocalDate day) throws RefreshException {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var product = products.remove(parser.currentName());
            parser.nextToken();
            if (product == null) {
                parser.skipChildren();
            } else {
                reader.take(ItemReader.item(product, service, parser.readValueAsTree(), day));
            }
        }
    }
}
