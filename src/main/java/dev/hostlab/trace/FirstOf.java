package dev.hostlab.trace;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// One program's layouts, of which the first that fits is read.
record FirstOf(List<FormatReader> layouts) implements FormatReader {

    FirstOf {
        layouts = List.copyOf(layouts);
    }

    static FirstOf of(FormatReader... layouts) {
        return new FirstOf(List.of(layouts));
    }

    @Override
    public boolean recognises(TextSample sample) {
        return layouts.stream().anyMatch(layout -> layout.recognises(sample));
    }

    @Override
    public Optional<Table> open(TextInput input) throws IOException {
        var fitting = layouts.stream().filter(layout -> layout.recognises(input.sample()));
        return fitting.findFirst().orElseGet(layouts::getFirst).open(input);
    }
}
