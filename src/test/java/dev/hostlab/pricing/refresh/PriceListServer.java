package dev.hostlab.pricing.refresh;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.hostlab.pricing.refresh.Records.Product;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/// A server on this machine that speaks the wire format of the AWS Price List API (AWS JSON 1.1), well or badly.
final class PriceListServer implements AutoCloseable {

    private static final int PAGE = 3;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Fault fault;
    private final List<Product> products = new ArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final List<String> authorizations = java.util.Collections.synchronizedList(new ArrayList<>());

    PriceListServer(Fault fault, List<Product> products) throws IOException {
        this.fault = fault;
        this.products.addAll(fault.spoil(products));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    int requests() {
        return requests.get();
    }

    List<String> authorizations() {
        return List.copyOf(authorizations);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        try (exchange) {
            if (exchange.getRequestMethod().equals("GET")) {
                file(exchange);
                return;
            }
            authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            var ask = Records.MAPPER.readTree(exchange.getRequestBody().readAllBytes());
            if (fault.answers(exchange, closed)) {
                return;
            }
            switch (String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"))) {
                case "AWSPriceListService.GetProducts" -> send(exchange, page(ask));
                case "AWSPriceListService.ListPriceLists" -> send(exchange, lists(ask));
                case "AWSPriceListService.GetPriceListFileUrl" ->
                    send(
                            exchange,
                            "{\"Url\": \"" + address() + "/"
                                    + ask.path("PriceListArn").asString() + "\"}");
                default -> exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private String page(JsonNode ask) {
        var region = ask.path("Filters").path(0).path("Value").asString("");
        var service = ask.path("ServiceCode").asString("");
        var all = products.stream()
                .filter(product -> product.service().equals(service))
                .filter(product -> product.region().equals(region))
                .toList();
        var from = Integer.parseInt(ask.path("NextToken").asString("0").replace("again", "0"));
        var to = Math.min(all.size(), from + PAGE);
        var answer = Records.MAPPER.createObjectNode();
        answer.put("FormatVersion", "aws_v1");
        var list = answer.putArray("PriceList");
        all.subList(Math.min(from, to), to).forEach(product -> list.add(fault.record(product)));
        if (fault.next(from, to < all.size()) != null) {
            answer.put("NextToken", fault.next(from, to < all.size()));
        }
        return answer.toString();
    }

    private String lists(JsonNode ask) {
        var name = ask.path("ServiceCode").asString() + "/"
                + ask.path("RegionCode").asString();
        return fault == Fault.NO_FILE_FOR_REGION
                ? "{\"PriceLists\": []}"
                : "{\"PriceLists\": [{\"PriceListArn\": \"" + name
                        + "\", \"RegionCode\": \"x\", \"CurrencyCode\": \"USD\","
                        + " \"FileFormats\": [\"csv\", \"json\"]}]}";
    }

    private void file(HttpExchange exchange) throws IOException {
        var parts = exchange.getRequestURI().getPath().split("/", -1);
        var ours = products.stream()
                .filter(product -> product.service().equals(parts[1]))
                .filter(product -> product.region().equals(parts[2]))
                .toList();
        var text = parts[1].equals("AmazonEC2")
                ? Records.bulk(
                        fault == Fault.FILE_OF_ANOTHER_SERVICE ? "AmazonS3" : "AmazonEC2", ours, fault.currency())
                : Records.savings(parts[2].equals("eu-west-1") ? "EU-" : "USE1-");
        if (!fault.spoilsFile(exchange, text, closed)) {
            send(exchange, text);
        }
    }

    private static void send(HttpExchange exchange, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
