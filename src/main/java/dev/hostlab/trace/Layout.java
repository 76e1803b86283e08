package dev.hostlab.trace;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The columns of one file: their names, which of them mean what, and how rows are to be taken.
final class Layout {

    private static final int[] NONE = {};

    private final TraceFormat format;
    private final RowRules rules;
    private final List<String> names;
    private final Map<TraceColumn, int[]> roles;
    private final int[] ignored;
    private final Optional<Duration> bin;

    /// @param names of all columns, as messages should show them
    /// @param roles the columns of each role, by index
    Layout(TraceFormat format, RowRules rules, List<String> names, Map<TraceColumn, int[]> roles) {
        this(format, rules, names, roles, Optional.empty());
    }

    private Layout(
            TraceFormat format,
            RowRules rules,
            List<String> names,
            Map<TraceColumn, int[]> roles,
            Optional<Duration> bin) {
        this.bin = bin;
        this.format = format;
        this.rules = rules;
        this.names = List.copyOf(names);
        this.roles = new EnumMap<>(TraceColumn.class);
        this.roles.putAll(roles);
        this.ignored = ignored(names.size(), roles);
    }

    private static int[] ignored(int width, Map<TraceColumn, int[]> roles) {
        var ignored = new ArrayList<Integer>();
        for (var index = 0; index < width; index++) {
            var wanted = index;
            if (roles.values().stream().noneMatch(columns -> contains(columns, wanted))) {
                ignored.add(index);
            }
        }
        return ignored.stream().mapToInt(Integer::intValue).toArray();
    }

    private static boolean contains(int[] columns, int wanted) {
        for (var column : columns) {
            if (column == wanted) {
                return true;
            }
        }
        return false;
    }

    TraceFormat format() {
        return format;
    }

    RowRules rules() {
        return rules;
    }

    int width() {
        return names.size();
    }

    /// Cells that a row needs so that every role has its own.
    int leastWidth() {
        return roles.values().stream()
                .flatMapToInt(Arrays::stream)
                .map(index -> index + 1)
                .max()
                .orElse(0);
    }

    boolean has(TraceColumn role) {
        return roles.containsKey(role);
    }

    /// Indexes of the columns that have a role; their numbers are added up.
    int[] indexes(TraceColumn role) {
        return roles.getOrDefault(role, NONE);
    }

    /// Index of the first column that has a role.
    int index(TraceColumn role) {
        var columns = indexes(role);
        if (columns.length == 0) {
            throw new IllegalArgumentException("The trace has no column " + role);
        }
        return columns[0];
    }

    /// The name of a column by its index.
    String name(int index) {
        return names.get(index);
    }

    /// The name of the first column that has a role.
    String name(TraceColumn role) {
        return has(role) ? name(index(role)) : role.header();
    }

    List<String> names() {
        return names;
    }

    /// Indexes of columns that mean nothing to a trace.
    int[] ignored() {
        return ignored;
    }

    /// The role of a column, if it has one.
    Optional<TraceColumn> role(int index) {
        return roles.entrySet().stream()
                .filter(entry -> contains(entry.getValue(), index))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    Map<TraceColumn, int[]> roles() {
        return Collections.unmodifiableMap(roles);
    }

    Layout with(RowRules newRules) {
        return new Layout(format, newRules, names, roles, bin);
    }

    /// The same with other roles.
    Layout with(RowRules newRules, Map<TraceColumn, int[]> newRoles) {
        return new Layout(format, newRules, names, newRoles, bin);
    }

    /// The same where the file itself says how long its bins last.
    Layout withBin(Duration newBin) {
        return new Layout(format, rules, names, roles, Optional.of(newBin));
    }

    /// How long a bin lasts, where the file says so.
    Optional<Duration> bin() {
        return bin;
    }
}
