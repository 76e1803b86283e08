package dev.hostlab.settings;

import java.util.List;

/// Values for many parameters in several columns, one column a preset.
///
/// @param columns the presets' names
/// @param rows    one row a parameter, each with a value for every column
public record PresetTable(List<String> columns, List<Row<?>> rows) {

    /// A parameter's value in every column, and why.
    ///
    /// @param values one value a column, each within the parameter's range
    public record Row<T>(Parameter<T> parameter, List<T> values, Evidence why) {

        public Row {
            values = List.copyOf(values);
        }

        /// A value that AWS documents as its default stays documented, whichever preset keeps it.
        private Settings implyIn(Settings settings, int column, String name) {
            var value = values.get(column);
            var kept = value.equals(parameter.standard()) && parameter.certainty() == Certainty.DOCUMENTED;
            var known = kept ? parameter.evidence() : why;
            return settings.implying(parameter, value, new Evidence(known.certainty(), name + ": " + known.source()));
        }
    }

    public PresetTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (var row : rows) {
            if (row.values().size() != columns.size()) {
                throw new IllegalArgumentException(row.parameter().path() + " needs a value for each of " + columns);
            }
        }
    }

    /// The settings with what a column implies; the user's values stay.
    public Settings imply(String column, Settings settings) {
        var index = columns.indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException("No preset is called " + column + ": " + columns);
        }
        var implied = settings;
        for (var row : rows) {
            implied = row.implyIn(implied, index, column);
        }
        return implied;
    }
}
