package dev.hostlab.trace;

import dev.hostlab.validation.Issue;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a user said about a file; what was not said is inferred.
///
/// @param columns names or numbers of the columns that have a role, several are added up; empty to infer all roles
/// @param values  by choice, one of its values
public record ImportChoices(Map<TraceColumn, List<String>> columns, Map<Choice, String> values) {

    /// Everything is inferred.
    public static final ImportChoices NONE = new ImportChoices(Map.of(), Map.of());

    private static final double NANOS_PER_SECOND = 1e9;

    public ImportChoices {
        var orderedColumns = new EnumMap<TraceColumn, List<String>>(TraceColumn.class);
        columns.forEach((role, names) -> orderedColumns.put(role, List.copyOf(names)));
        var orderedValues = new EnumMap<Choice, String>(Choice.class);
        orderedValues.putAll(values);
        columns = Collections.unmodifiableMap(orderedColumns);
        values = Collections.unmodifiableMap(orderedValues);
    }

    public ImportChoices with(Choice choice, String value) {
        var changed = new EnumMap<Choice, String>(Choice.class);
        changed.putAll(values);
        changed.put(choice, value);
        return new ImportChoices(columns, changed);
    }

    public ImportChoices without(Choice choice) {
        var changed = new EnumMap<Choice, String>(Choice.class);
        changed.putAll(values);
        changed.remove(choice);
        return new ImportChoices(columns, changed);
    }

    public ImportChoices withColumns(Map<TraceColumn, List<String>> newColumns) {
        return new ImportChoices(newColumns, values);
    }

    /// Values that their choices do not have.
    public List<Issue> issues() {
        var issues = new ArrayList<Issue>();
        values.forEach((choice, value) -> {
            if (!choice.takes(value)) {
                var known = choice.allowed().isEmpty() ? "a number above 0" : String.join(", ", choice.allowed());
                issues.add(new Issue(
                        "--" + choice.id(),
                        "'" + value + "' does not say " + choice.meaning() + ".",
                        "Choose from: " + known + "."));
            }
        });
        return issues;
    }

    boolean isMapped() {
        return !columns.isEmpty();
    }

    Optional<TraceFormat> format() {
        return get(Choice.FORMAT).flatMap(TraceFormat::named);
    }

    Optional<Character> delimiter() {
        return get(Choice.DELIMITER).map(Delimiters::named);
    }

    Optional<Charset> encoding() {
        return get(Choice.ENCODING).map(Charset::forName);
    }

    Optional<Boolean> hasHeader() {
        return get(Choice.HEADER).map("yes"::equals);
    }

    Optional<TimeStyle> time() {
        return get(Choice.TIME).flatMap(TimeStyle::named);
    }

    Optional<RowMeaning> rows() {
        return get(Choice.ROWS).map(value -> Choice.constant(RowMeaning.class, value));
    }

    Optional<Counting> counting() {
        return get(Choice.VALUES).map(value -> Choice.constant(Counting.class, value));
    }

    Optional<SameTime> sameTime() {
        return get(Choice.SAME_TIME).map(value -> Choice.constant(SameTime.class, value));
    }

    /// Width of a bin in nanoseconds.
    Optional<Long> binNanos() {
        return get(Choice.BIN).map(value -> Math.round(Double.parseDouble(value) * NANOS_PER_SECOND));
    }

    /// Messages that workers completed a minute while a queue stood.
    Optional<Double> completedPerMinute() {
        return get(Choice.COMPLETED).map(Double::parseDouble);
    }

    boolean infersArrivals() {
        return get(Choice.ARRIVALS).filter("inferred"::equals).isPresent();
    }

    /// Whether times are those of arrival whatever the format's are.
    boolean keepsStamps() {
        return get(Choice.ARRIVALS).filter("stamped"::equals).isPresent();
    }

    private Optional<String> get(Choice choice) {
        return Optional.ofNullable(values.get(choice));
    }
}
