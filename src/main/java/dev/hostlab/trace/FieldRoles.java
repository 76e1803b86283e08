package dev.hostlab.trace;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What the fields of JSON objects of unknown origin mean, told by their names.
final class FieldRoles {

    private static final Map<String, List<String>> CACHED = Map.of(
            "input_tokens", List.of("cache_creation_input_tokens", "cache_read_input_tokens"),
            "inputTokens", List.of("cacheWriteInputTokens", "cacheReadInputTokens"),
            "inputTokenCount", List.of("cacheWriteInputTokenCount", "cacheReadInputTokenCount"));

    private static final Set<String> COUNTS = Set.of(
            "requests",
            "request_count",
            "requestcount",
            "num_requests",
            "n_requests",
            "total_requests",
            "api_requests");

    private FieldRoles() {}

    /// Our own names count first, then those of others; of inner objects only tokens.
    ///
    /// @param names of the fields, those of inner objects with a point between
    static Layout layout(TraceFormat format, List<String> names, IssueLog log) {
        var roles = roles(names);
        roles.forEach((role, columns) -> log.infer(role.header(), field(names, columns), Choice.FORMAT));
        if (CanonicalReader.isPerRequest(names.size(), roles) || !roles.containsKey(TraceColumn.REQUESTS)) {
            log.infer("rows", "one a request", Choice.ROWS);
            return new Layout(format, RowRules.requests(TimeStyle.AUTO, RowRules.Quirk.HOLES), names, roles);
        }
        return new Layout(format, RowRules.bins(TimeStyle.AUTO, SameTime.REFUSE), names, roles);
    }

    private static String field(List<String> names, int[] columns) {
        return "field " + Arrays.stream(columns).mapToObj(names::get).collect(Collectors.joining(" + "));
    }

    /// The roles that names tell.
    static Map<TraceColumn, int[]> roles(List<String> names) {
        var roles = new EnumMap<TraceColumn, int[]>(TraceColumn.class);
        for (var index = 0; index < names.size(); index++) {
            var column = index;
            var name = names.get(index);
            TraceColumn.named(TextSample.plain(name))
                    .or(() -> RoleNames.role(name))
                    .ifPresent(role -> roles.putIfAbsent(role, new int[] {column}));
        }
        findCounts(names, roles);
        for (var index = 0; index < names.size(); index++) {
            var column = index;
            RoleNames.inner(names.get(index)).ifPresent(role -> roles.putIfAbsent(role, new int[] {column}));
        }
        var input = roles.get(TraceColumn.INPUT_TOKENS);
        if (input != null) {
            roles.put(TraceColumn.INPUT_TOKENS, withCached(names, input[0]));
        }
        return roles;
    }

    /// Counts within another object, as `metrics.requests`, or the value of a record that has nothing else.
    private static void findCounts(List<String> names, Map<TraceColumn, int[]> roles) {
        for (var index = 0; index < names.size(); index++) {
            var name = names.get(index);
            var last = TextSample.plain(name.substring(name.lastIndexOf('.') + 1));
            var isValue = names.size() == 2 && name.equals("value") && roles.containsKey(TraceColumn.TIMESTAMP);
            if (isValue || COUNTS.contains(last)) {
                roles.putIfAbsent(TraceColumn.REQUESTS, new int[] {index});
            }
        }
    }

    /// Anthropic and Amazon Bedrock count input that was written to a cache or read from it beside the other input.
    private static int[] withCached(List<String> names, int input) {
        var path = names.get(input);
        var prefix = path.substring(0, path.lastIndexOf('.') + 1);
        var cached = CACHED.getOrDefault(path.substring(prefix.length()), List.of()).stream()
                .mapToInt(name -> names.indexOf(prefix + name))
                .filter(index -> index >= 0);
        return IntStream.concat(IntStream.of(input), cached).toArray();
    }
}
