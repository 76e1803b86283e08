package dev.hostlab.pricing.refresh;

import com.sun.net.httpserver.HttpExchange;
import dev.hostlab.pricing.refresh.Records.Product;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What can go wrong between us and the price list, and what the user is told.
enum Fault {
    NONE(""),
    THROTTLED("slow down"),
    INTERNAL_ERROR("HTTP 500"),
    UNAVAILABLE("HTTP 503"),
    HANGS("did not answer"),
    HANGS_IN_THE_MIDDLE("AWS"),
    CUT_OFF("AWS"),
    EXPIRED_TOKEN("have expired"),
    UNKNOWN_KEY("does not accept these credentials"),
    WRONG_SIGNATURE("does not accept these credentials"),
    ACCESS_DENIED("may not read prices"),
    TRUNCATED_BODY("did not speak"),
    HTML_BODY("did not speak"),
    EMPTY_BODY("is empty"),
    EMPTY_OBJECT("is empty"),
    REPEATING_TOKEN("in circles"),
    PAGE_MISSING("has no price for it"),
    BROKEN_RECORD("is not JSON"),
    DUPLICATE_SKU("is listed twice"),
    TWO_PRODUCTS_FOR_ONE_FIGURE("two products"),
    FREE_OF_CHARGE("costs nothing"),
    NO_DOLLARS("no price in US dollars"),
    ANOTHER_UNIT("is priced per"),
    STEPS_APART("do not join"),
    NO_NUMBER("where a number is wanted"),
    NO_FILE_FOR_REGION("no price list file"),
    FILE_NOT_FOUND("HTTP 404"),
    FILE_CUT_OFF("cut off"),
    FILE_IS_HTML("no JSON"),
    FILE_OF_ANOTHER_SERVICE("is that of AmazonS3"),
    FILE_WITHOUT_INSTANCES("no instance types"),
    FILE_HANGS("Read timed out");

    private final String message;

    Fault(String message) {
        this.message = message;
    }

    /// Words that the message has to contain.
    String message() {
        return message;
    }

    String currency() {
        return this == NO_DOLLARS ? "CNY" : "USD";
    }

    List<Product> spoil(List<Product> products) {
        return switch (this) {
            case DUPLICATE_SKU -> plus(products, "LCUUsage", product -> product);
            case TWO_PRODUCTS_FOR_ONE_FIGURE -> plus(products, "LCUUsage", product -> product.named("ANOTHER"));
            case FREE_OF_CHARGE -> with(products, "LCUUsage", product -> product.costing("0,Inf,0.0000000000"));
            case ANOTHER_UNIT -> with(products, "LCUUsage", product -> product.per("Requests"));
            case STEPS_APART ->
                with(products, "DataTransfer-Out-Bytes", product -> product.costing("0,10,0.09", "20,Inf,0.08"));
            case NO_NUMBER -> with(products, "LCUUsage", product -> product.costing("0,Inf,free"));
            case FILE_WITHOUT_INSTANCES ->
                products.stream()
                        .filter(product -> !product.usage().contains("BoxUsage"))
                        .toList();
            default -> products;
        };
    }

    /// Whether this fault took the answer into its own hands.
    boolean answers(HttpExchange exchange, CountDownLatch closed) throws IOException {
        switch (this) {
            case THROTTLED -> error(exchange, 400, "ThrottlingException");
            case INTERNAL_ERROR -> error(exchange, 500, "InternalErrorException");
            case UNAVAILABLE -> send(exchange, 503, "Service Unavailable");
            case EXPIRED_TOKEN -> error(exchange, 400, "ExpiredTokenException");
            case UNKNOWN_KEY -> error(exchange, 400, "UnrecognizedClientException");
            case WRONG_SIGNATURE -> error(exchange, 400, "InvalidSignatureException");
            case ACCESS_DENIED -> error(exchange, 400, "AccessDeniedException");
            case TRUNCATED_BODY -> send(exchange, 200, "{\"FormatVersion\": \"aws_v1\", \"PriceList\": [\"{\\\"pro");
            case HTML_BODY -> send(exchange, 200, "<html><body>Please log in</body></html>");
            case EMPTY_BODY -> send(exchange, 200, "");
            case EMPTY_OBJECT -> send(exchange, 200, "{}");
            case HANGS -> await(closed);
            case HANGS_IN_THE_MIDDLE -> {
                exchange.sendResponseHeaders(200, 1000);
                exchange.getResponseBody().write("{\"Format".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
                await(closed);
            }
            case CUT_OFF -> exchange.close();
            default -> {
                return false;
            }
        }
        return true;
    }

    @Nullable
    String next(int from, boolean more) {
        return switch (this) {
            case REPEATING_TOKEN -> "again";
            case PAGE_MISSING -> null;
            default -> more ? String.valueOf(from + 3) : null;
        };
    }

    String record(Product product) {
        var record = product.record(currency());
        return this == BROKEN_RECORD ? record.substring(0, record.length() / 2) : record;
    }

    /// Whether this fault took the file into its own hands.
    boolean spoilsFile(HttpExchange exchange, String text, CountDownLatch closed) throws IOException {
        switch (this) {
            case FILE_NOT_FOUND -> send(exchange, 404, "<Error><Code>NoSuchKey</Code></Error>");
            case FILE_CUT_OFF -> send(exchange, 200, text.substring(0, text.length() - 200));
            case FILE_IS_HTML -> send(exchange, 200, "<html></html>");
            case FILE_HANGS -> {
                exchange.sendResponseHeaders(200, text.length());
                exchange.getResponseBody().write(text.substring(0, 500).getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
                await(closed);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static List<Product> plus(List<Product> products, String usage, UnaryOperator<Product> change) {
        var all = new ArrayList<>(products);
        products.stream().filter(product -> isPlain(product, usage)).map(change).forEach(all::add);
        return all;
    }

    private static List<Product> with(List<Product> products, String usage, UnaryOperator<Product> change) {
        return products.stream()
                .map(product -> isPlain(product, usage) ? change.apply(product) : product)
                .toList();
    }

    private static boolean isPlain(Product product, String usage) {
        return UsageType.withoutRegion(product.usage()).equals(usage)
                && !product.attributes().getOrDefault("operation", "").endsWith("Network");
    }

    private static void error(HttpExchange exchange, int status, String type) throws IOException {
        send(exchange, status, "{\"__type\": \"" + type + "\", \"message\": \"no, AKIACANARYCANARY00\"}");
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void await(CountDownLatch closed) {
        try {
            closed.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
