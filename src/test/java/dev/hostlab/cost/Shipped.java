package dev.hostlab.cost;

import dev.hostlab.pricebook.PriceBook;
import dev.hostlab.pricing.SnapshotCatalogue;
import dev.hostlab.pricing.SnapshotFile;
import java.io.IOException;
import java.nio.file.Path;

/// The prices that come with Hostlab, for tests.
final class Shipped {

    private Shipped() {}

    static PriceBook prices(String region) throws IOException {
        var newest = new SnapshotCatalogue(Path.of("pricing-snapshots")).newest(region);
        return SnapshotFile.read(newest.orElseThrow().file()).book().orElseThrow();
    }
}
