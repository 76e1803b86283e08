package dev.hostlab.trace;

import java.io.IOException;
import java.util.Optional;

/// Any JSON that has a list of objects: taken only where the user says so, because such lists may hold anything.
final class JsonList implements FormatReader {

    @Override
    public boolean recognises(TextSample sample) {
        return false;
    }

    @Override
    public Optional<Table> open(TextInput input) throws IOException {
        var rows = new JsonRecords(input);
        return Optional.of(new Table(FieldRoles.layout(TraceFormat.JSON_LIST, rows.names(), input.log()), rows));
    }
}
