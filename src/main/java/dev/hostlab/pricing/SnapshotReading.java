package dev.hostlab.pricing;

import dev.hostlab.pricebook.PriceBook;
import dev.hostlab.validation.Issue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What came of reading a snapshot file: a price book, or everything that is wrong with the file.
///
/// @param bookOrNull the price book, null if there are issues
/// @param issues     what is wrong, each path starting with the file's name; empty if there is a price book
public record SnapshotReading(@Nullable PriceBook bookOrNull, List<Issue> issues) {

    public SnapshotReading {
        issues = List.copyOf(issues);
        if ((bookOrNull == null) == issues.isEmpty()) {
            throw new IllegalArgumentException("Either a price book or issues");
        }
    }

    public Optional<PriceBook> book() {
        return Optional.ofNullable(bookOrNull);
    }
}
