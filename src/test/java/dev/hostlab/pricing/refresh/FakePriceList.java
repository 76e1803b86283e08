package dev.hostlab.pricing.refresh;

import dev.hostlab.pricebook.Architecture;
import dev.hostlab.pricing.Snapshot;
import dev.hostlab.pricing.SnapshotFile;
import dev.hostlab.pricing.refresh.Records.Product;
import dev.hostlab.validation.Issue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/// A price list without a network. It answers with the list prices of Virginia, some twice as dear where wanted, fails
/// half-way, or waits there until it is cancelled.
public final class FakePriceList implements PriceList {

    private static final String REGION = "us-east-1";
    private static final String PREFIX = "USE1-";
    private static final Path SHIPPED = Path.of("pricing-snapshots", "us-east-1-2024-07-01.json");
    private static final List<String> LISTED = List.of("m7g.large", "t3.micro");
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
        products = RegionList.of(REGION, PREFIX, factor);
        products.addAll(types());
        this.mood = mood;
        this.goesOn = goesOn;
    }

    /// All types of the shipped snapshot at its prices, but for those that the list has already.
    private static List<Product> types() {
        try {
            return SnapshotFile.load(SHIPPED).instanceTypes().stream()
                    .filter(sold -> !LISTED.contains(sold.type().name()))
                    .map(FakePriceList::product)
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Product product(Snapshot.InstanceFigure sold) {
        var type = sold.type();
        var memory = BigDecimal.valueOf(type.memoryMebibytes()).divide(BigDecimal.valueOf(1_024));
        return Records.instance(REGION, PREFIX, type.name(), new String[] {
                    Integer.toString(type.vcpus()),
                    memory.stripTrailingZeros().toPlainString() + " GiB",
                    sold.hour().tiers().getFirst().usd().toPlainString(),
                    "Up to 5 Gigabit",
                    type.architecture() == Architecture.ARM64 ? "AWS Graviton3 Processor" : "Intel"
                })
                .with("gpu", Integer.toString(type.gpus()));
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
