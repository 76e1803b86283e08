package dev.hostlab.pricing.refresh;

import dev.hostlab.pricing.refresh.Records.Product;
import dev.hostlab.validation.Issue;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BooleanSupplier;

/// A price list without a network. It answers with the list prices of Virginia, some twice as dear where wanted, fails
/// half-way, or waits there until it is cancelled.
public final class FakePriceList implements PriceList {

    private static final String HALF_WAY = FigureRules.TRANSFER;

    /// How it behaves.
    public enum Mood {
        WELL,
        FAILS,
        HANGS
    }

    private final List<Product> products;
    private final Mood mood;
    private final BooleanSupplier goesOn;

    /// @param factor by which some prices are dearer than they are, 1 or 2
    /// @param mood   what becomes of the question that comes half-way
    /// @param goesOn whether the user still wants it
    public FakePriceList(int factor, Mood mood, BooleanSupplier goesOn) {
        products = RegionList.of("us-east-1", "USE1-", factor);
        this.mood = mood;
        this.goesOn = goesOn;
    }

    @Override
    public void products(String service, String field, String asked, RecordReader record) throws RefreshException {
        if (service.equals(HALF_WAY)) {
            halfWay(service);
        }
        for (var product : products) {
            if (product.service().equals(service) && product.region().equals(asked)) {
                record.take(product.record("USD"));
            }
        }
    }

    private void halfWay(String service) throws RefreshException {
        if (mood == Mood.FAILS) {
            throw new RefreshException(new Issue(
                    service, "AWS throttled the request, three times.", "Wait a minute, then refresh again."));
        }
        while (mood == Mood.HANGS && !isCancelled()) {
            Thread.onSpinWait();
        }
        if (isCancelled()) {
            throw new RefreshCancelledException();
        }
    }

    @Override
    public InputStream file(String service, String asked) {
        var ours = products.stream()
                .filter(product -> product.service().equals(service))
                .filter(product -> product.region().equals(asked))
                .toList();
        var text = service.equals(FigureRules.EC2) ? Records.bulk(service, ours, "USD") : Records.savings("USE1-");
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean isCancelled() {
        return !goesOn.getAsBoolean();
    }
}
