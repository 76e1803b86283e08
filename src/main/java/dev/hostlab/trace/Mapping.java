package dev.hostlab.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Puts the roles that a user gave to columns in the place of those that were inferred.
final class Mapping {

    private final Layout inferred;
    private final ImportChoices choices;
    private final IssueLog log;

    Mapping(Layout inferred, ImportChoices choices, IssueLog log) {
        this.inferred = inferred;
        this.choices = choices;
        this.log = log;
    }

    /// The layout as the user wants it; none if that cannot be, which is in the log.
    Optional<Layout> apply() {
        var roles = new EnumMap<TraceColumn, int[]>(TraceColumn.class);
        choices.columns().forEach((role, names) -> roles.put(role, indexes(role, names)));
        inferred.roles().forEach((role, indexes) -> keep(role, indexes, roles));
        var isPerRequest = !roles.containsKey(TraceColumn.REQUESTS)
                && (!choices.isMapped() ? inferred.rules().meaning() == RowMeaning.REQUESTS : !isBinned(roles));
        var rules = inferred.rules()
                .meaning(isPerRequest ? RowMeaning.REQUESTS : RowMeaning.BINS)
                .overriddenBy(choices);
        rules = paced(rules, roles);
        require(TraceColumn.TIMESTAMP, roles);
        if (rules.meaning() == RowMeaning.BINS && !rules.has(RowRules.Quirk.NO_REQUESTS)) {
            if (InferredArrivals.isNeeded(roles.keySet())) {
                InferredArrivals.require(1, choices, log);
            } else {
                require(TraceColumn.REQUESTS, roles);
            }
        }
        return log.hasErrors() ? Optional.empty() : Optional.of(inferred.with(rules, roles));
    }

    /// Counts whose columns are all named like rates are rates, where the user does not say what they are.
    private RowRules paced(RowRules rules, Map<TraceColumn, int[]> roles) {
        var isOpen = rules.counting() == Counting.COUNT
                && rules.meaning() == RowMeaning.BINS
                && choices.counting().isEmpty();
        var columns = roles.getOrDefault(TraceColumn.REQUESTS, new int[] {});
        var names = Arrays.stream(columns).mapToObj(inferred::name).toList();
        var told = isOpen ? Pace.of(names) : Optional.<Counting>empty();
        if (told.isEmpty()) {
            if (isOpen && names.stream().anyMatch(Pace.SECOND::isToldBy)) {
                log.note("Some columns of requests are named like rates and others are not: all are taken as counts.");
            }
            return rules;
        }
        var each = told.get() == Counting.RATE ? "second" : "minute";
        log.inferInstead(
                "values", "rates per " + each + ", as " + Shown.quoted(names.getFirst()) + " says", Choice.VALUES);
        return rules.counting(told.get());
    }

    private static boolean isBinned(Map<TraceColumn, int[]> roles) {
        return roles.containsKey(TraceColumn.QUEUE_DEPTH);
    }

    private void keep(TraceColumn role, int[] indexes, Map<TraceColumn, int[]> roles) {
        var taken = new ArrayList<Integer>();
        roles.values().forEach(columns -> {
            for (var column : columns) {
                taken.add(column);
            }
        });
        for (var index : indexes) {
            if (taken.contains(index)) {
                return;
            }
        }
        roles.putIfAbsent(role, indexes);
    }

    private int[] indexes(TraceColumn role, List<String> names) {
        return names.stream()
                .flatMap(name -> index(role, name).stream())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /// The column of a name, case ignored, or of a number from 1.
    private Optional<Integer> index(TraceColumn role, String name) {
        for (var index = 0; index < inferred.width(); index++) {
            if (inferred.name(index).equalsIgnoreCase(name.strip())) {
                return Optional.of(index);
            }
        }
        if (name.matches("[0-9]{1,4}")) {
            var number = Integer.parseInt(name);
            if (number >= 1 && number <= inferred.width()) {
                return Optional.of(number - 1);
            }
        }
        var problem = "There is no column " + Shown.quoted(name) + " for " + role.header() + "; there are "
                + Shown.plain(String.join(", ", inferred.names())) + ".";
        log.add(TraceProblem.MISSING_COLUMN, 1, role.header(), problem);
        return Optional.empty();
    }

    private void require(TraceColumn role, Map<TraceColumn, int[]> roles) {
        if (!roles.containsKey(role)) {
            var problem = "No column is the " + role.header() + "; say --map " + role.header() + "=COLUMN. Columns: "
                    + inferred.names().stream().limit(20).collect(Collectors.joining(", ")) + ".";
            log.add(TraceProblem.MISSING_COLUMN, 1, role.header(), problem);
        }
    }
}
