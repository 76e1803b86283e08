package dev.hostlab.pricing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The price snapshots of a directory, by their names `REGION-YYYY-MM-DD.json`. A second snapshot of a region
/// and date is `REGION-YYYY-MM-DD-2.json`, and so on. Files of other names are none of its business.
///
/// @param directory where the files are
public record SnapshotCatalogue(Path directory) {

    private static final Pattern NAME =
            Pattern.compile("([a-z]{2}(?:-[a-z]+)+-\\d+)-(\\d{4}-\\d{2}-\\d{2})(?:-(\\d{1,4}))?\\.json");
    private static final Comparator<Entry> ORDER =
            Comparator.comparing(Entry::region).thenComparing(Entry::asOf).thenComparingInt(Entry::issue);

    /// A snapshot file.
    ///
    /// @param region such as `eu-west-1`
    /// @param asOf   date of its oldest figure, by the file's name
    /// @param issue  1, or more for a later one of the same date
    /// @param file   where it is
    public record Entry(String region, LocalDate asOf, int issue, Path file) {}

    /// All snapshots by region, then date, the newest of a region last; empty if there is no such directory.
    ///
    /// @throws IOException if the directory cannot be read
    public List<Entry> list() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return files.map(SnapshotCatalogue::entry)
                    .flatMap(Optional::stream)
                    .sorted(ORDER)
                    .toList();
        }
    }

    /// The newest snapshot of a region, empty if there is none.
    ///
    /// @throws IOException if the directory cannot be read
    public Optional<Entry> newest(String region) throws IOException {
        return list().stream().filter(entry -> entry.region.equals(region)).max(ORDER);
    }

    /// The regions that have a snapshot.
    ///
    /// @throws IOException if the directory cannot be read
    public List<String> regions() throws IOException {
        return list().stream().map(Entry::region).distinct().toList();
    }

    /// A name that is still free for a new snapshot.
    ///
    /// @throws IOException if the directory cannot be read
    public Path freeName(Snapshot snapshot) throws IOException {
        var asOf = snapshot.asOf().orElseThrow(() -> new IllegalArgumentException("A snapshot without a date"));
        var stem = snapshot.region() + "-" + asOf;
        var last = list().stream()
                .filter(entry -> entry.region.equals(snapshot.region()) && entry.asOf.equals(asOf))
                .mapToInt(Entry::issue)
                .max();
        return directory.resolve(last.isEmpty() ? stem + ".json" : stem + "-" + (last.getAsInt() + 1) + ".json");
    }

    private static Optional<Entry> entry(Path file) {
        var name = NAME.matcher(String.valueOf(file.getFileName()));
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            var issue = name.group(3) == null ? 1 : Integer.parseInt(name.group(3));
            return Optional.of(new Entry(name.group(1), LocalDate.parse(name.group(2)), issue, file));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
