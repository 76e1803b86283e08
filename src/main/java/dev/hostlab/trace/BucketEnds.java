package dev.hostlab.trace;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A CSV whose rows name start and end of their bucket: the first row tells how long buckets last, so that a file with
/// one bucket can be read too.
///
/// @param reader of the file
/// @param start  name of the column with a bucket's start, in seconds since 1970
/// @param end    name of the column with its end
record BucketEnds(FormatReader reader, String start, String end) implements FormatReader {

    private static final String SECONDS = "[0-9]{9,11}([.]0*)?";

    @Override
    public boolean recognises(TextSample sample) {
        return reader.recognises(sample);
    }

    @Override
    public Optional<Table> open(TextInput input) throws IOException {
        var opened = reader.open(input);
        if (opened.isEmpty() || !opened.get().rows().advance()) {
            return opened;
        }
        var table = opened.get();
        var names = table.layout().names().stream().map(TextSample::plain).toList();
        var width = width(names, table.rows().row().cells());
        var layout = width.map(table.layout()::withBin).orElse(table.layout());
        return Optional.of(new Table(layout, new RowAgain(table.rows()), table.delimiter()));
    }

    private Optional<Duration> width(List<String> names, List<String> cells) {
        var from = names.indexOf(start);
        var to = names.indexOf(end);
        var areBoth = from >= 0 && to >= 0 && Math.max(from, to) < cells.size();
        if (!areBoth
                || !cells.get(from).strip().matches(SECONDS)
                || !cells.get(to).strip().matches(SECONDS)) {
            return Optional.empty();
        }
        var width = (long) (Double.parseDouble(cells.get(to).strip())
                - Double.parseDouble(cells.get(from).strip()));
        return width > 0 && width <= Duration.ofDays(366).toSeconds()
                ? Optional.of(Duration.ofSeconds(width))
                : Optional.empty();
    }
}
