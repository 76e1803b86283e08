package dev.hostlab.pricing.refresh;

import dev.hostlab.validation.Issue;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.pricing.PricingClient;
import software.amazon.awssdk.services.pricing.model.Filter;
import software.amazon.awssdk.services.pricing.model.FilterType;
import software.amazon.awssdk.services.pricing.model.GetProductsResponse;

/// The price list as the AWS Price List API serves it.
///
/// Credentials come from the SDK's default chain (environment, profile, container, instance) and from nowhere
/// else; they are neither kept nor shown. The API needs the permissions `pricing:GetProducts`,
/// `pricing:ListPriceLists` and `pricing:GetPriceListFileUrl`.
///
/// Source: AWS Billing User Guide, "Using the AWS Price List Query API" and "Bulk API", read 2026-11-23.
public final class AwsPriceList implements PriceList {

    /// Regions in which the API has an endpoint, that of Virginia first.
    public static final List<String> ENDPOINT_REGIONS = List.of("us-east-1", "eu-central-1", "ap-south-1");

    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(30));
    private static final int MOST_PAGES = 200;
    private static final int PAGE_SIZE = 100;

    private final PricingClient client;
    private final BooleanSupplier goesOn;
    private final Instant now;
    private final Patience patience;

    /// How long to wait for AWS.
    ///
    /// @param attempt for one attempt, and for the next bytes of a file
    /// @param call    for a call with its attempts (standard retry mode: three)
    record Patience(Duration attempt, Duration call) {}

    /// @param endpointRegion one of [#ENDPOINT_REGIONS]
    /// @param endpoint       another address than AWS's own, such as that of a VPC endpoint; empty for AWS's own
    /// @param now            the time of asking, for which price lists are wanted
    /// @param goesOn         asked before every call; false cancels
    public AwsPriceList(String endpointRegion, Optional<URI> endpoint, Instant now, BooleanSupplier goesOn) {
        this(endpointRegion, endpoint, now, goesOn, PATIENCE);
    }

    AwsPriceList(
            String endpointRegion, Optional<URI> endpoint, Instant now, BooleanSupplier goesOn, Patience patience) {
        this.goesOn = goesOn;
        this.now = now;
        this.patience = patience;
        var builder = PricingClient.builder()
                .region(Region.of(endpointRegion))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(patience.attempt)
                        .socketTimeout(patience.attempt))
                .overrideConfiguration(config -> config.apiCallAttemptTimeout(patience.attempt)
                        .apiCallTimeout(patience.call)
                        .retryStrategy(RetryMode.STANDARD));
        endpoint.ifPresent(builder::endpointOverride);
        client = builder.build();
    }

    @Override
    public void products(String service, String field, String region, RecordReader record) throws RefreshException {
        var tokens = new HashSet<String>();
        String token = null;
        for (var page = 1; page <= MOST_PAGES; page++) {
            var answer = page(service, field, region, token);
            if (answer.formatVersion() == null || !answer.hasPriceList()) {
                throw ItemReader.broken("page " + page + " of " + service, "is empty, with no price list in it");
            }
            token = answer.nextToken();
            var last = token == null || token.isEmpty();
            if (!last && !tokens.add(token)) {
                throw ItemReader.broken(service, "goes round in circles: page " + page + " names an earlier page");
            }
            for (var json : answer.priceList()) {
                record.take(json);
            }
            if (last) {
                return;
            }
        }
        throw ItemReader.broken(service, "has more than " + MOST_PAGES + " pages");
    }

    @Override
    public InputStream file(String service, String region) throws RefreshException {
        var lists = call(
                service,
                () -> client.listPriceLists(ask -> ask.serviceCode(service)
                        .regionCode(region)
                        .currencyCode("USD")
                        .effectiveDate(now)));
        if (!lists.hasPriceLists() || lists.priceLists().isEmpty()) {
            throw ItemReader.broken(service, "has no price list file for " + region + " in US dollars");
        }
        var arn = lists.priceLists().getFirst().priceListArn();
        var url = call(
                        service,
                        () -> client.getPriceListFileUrl(
                                ask -> ask.priceListArn(arn).fileFormat("json")))
                .url();
        if (url == null || url.isEmpty()) {
            throw ItemReader.broken(service, "has no address for its file");
        }
        return open(service, URI.create(url));
    }

    @Override
    public boolean isCancelled() {
        return !goesOn.getAsBoolean();
    }

    @Override
    public void close() {
        client.close();
    }

    private GetProductsResponse page(String service, String field, String region, @Nullable String token)
            throws RefreshException {
        var inRegion = Filter.builder()
                .type(FilterType.TERM_MATCH)
                .field(field)
                .value(region)
                .build();
        return call(
                service,
                () -> client.getProducts(ask -> ask.serviceCode(service)
                        .formatVersion("aws_v1")
                        .filters(List.of(inRegion))
                        .maxResults(PAGE_SIZE)
                        .nextToken(token)));
    }

    private <T> T call(String what, Supplier<T> call) throws RefreshException {
        if (!goesOn.getAsBoolean()) {
            throw new RefreshCancelledException();
        }
        try {
            return call.get();
        } catch (SdkException e) {
            throw new RefreshException(SdkWords.issue(what, e));
        }
    }

    private InputStream open(String service, URI address) throws RefreshException {
        try {
            var connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout((int) patience.attempt.toMillis());
            connection.setReadTimeout((int) patience.attempt.toMillis());
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                throw ItemReader.broken("the file of " + service, "answered HTTP " + connection.getResponseCode());
            }
            return new CancellableStream(connection.getInputStream(), goesOn);
        } catch (IOException | IllegalArgumentException e) {
            throw new RefreshException(new Issue(
                    address.getHost() == null ? service : address.getHost(),
                    "The price list file of " + service + " cannot be fetched: " + SdkWords.cause(e) + ".",
                    "Check the network or the proxy, then try again; nothing was changed."));
        }
    }
}
