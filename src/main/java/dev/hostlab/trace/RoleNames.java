package dev.hostlab.trace;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Names under which columns, metrics and fields of other programs mean what ours do.
///
/// They are suggestions: a file of our own layout is read by its own names only.
enum RoleNames {
    TIMESTAMP(
            TraceColumn.TIMESTAMP,
            "time",
            "timestamp",
            "date",
            "datetime",
            "date_time",
            "ts",
            "@timestamp",
            "_time",
            "start_time",
            "starttime",
            "start",
            "created_at",
            "event_time",
            "time_local",
            "time_iso8601",
            "timestamp_utc",
            "time_bucket",
            "timebucket",
            "period_start",
            "arrived_at",
            "usage_date",
            "zeit",
            "datum"),
    REQUESTS(
            TraceColumn.REQUESTS,
            "requests",
            "count",
            "hits",
            "calls",
            "requestcount",
            "request_count",
            "invocations",
            "invocation_count",
            "num_requests",
            "n_requests",
            "numberofmessagessent",
            "total_requests",
            "api_requests",
            "num_model_requests",
            "anfragen"),
    INPUT_TOKENS(
            TraceColumn.INPUT_TOKENS,
            "input_tokens",
            "contexttokens",
            "context_tokens",
            "prompt_tokens",
            "input_length",
            "request_tokens",
            "num_prefill_tokens",
            "inputtokens",
            "inputtokencount",
            "prompttokencount",
            "n_context_tokens_total",
            "gen_ai_usage_input_tokens"),
    OUTPUT_TOKENS(
            TraceColumn.OUTPUT_TOKENS,
            "output_tokens",
            "generatedtokens",
            "generated_tokens",
            "completion_tokens",
            "output_length",
            "response_tokens",
            "num_decode_tokens",
            "outputtokens",
            "outputtokencount",
            "generation_tokens",
            "candidatestokencount",
            "n_generated_tokens_total",
            "gen_ai_usage_output_tokens"),
    TOKENS(TraceColumn.TOKENS, "tokens", "total_tokens", "tokens_per_min", "totaltokens"),
    QUEUE_DEPTH(
            TraceColumn.QUEUE_DEPTH,
            "queue_depth",
            "queue",
            "backlog",
            "queue_length",
            "approximatenumberofmessagesvisible"),
    DURATION(TraceColumn.DURATION_SECONDS, "duration_seconds", "duration", "elapsed_seconds"),
    TENANT(TraceColumn.TENANT, "tenant", "customer", "tenant_id", "customer_id"),
    WORKLOAD(TraceColumn.WORKLOAD, "workload", "service");

    private static final Pattern NO_COUNT =
            Pattern.compile("utili[sz]ation|latency|response_?time|duration|percent|ratio|memory|(^|_)cpu|seconds|bytes"
                    + "|healthyhost|quantile|concurren|in_?flight|(^|_)active|activeconn|ageofoldest|capacity|replica"
                    + "|pertarget|numberofmessagesdeleted|numberofemptyreceives|(^|_)(running|waiting|pending|pods|backlog|depth|lag)(_|$)|queue_?(messages|size|length)|messages_(ready|unack)"
                    + "|(error|success|failure|fail|hit|miss|throttle|drop|conversion)s?_?rate"
                    + "|taskcount|lcus|goroutine|status_ready|(^|_)load[0-9]*(_|$)"
                    + "|(^|_)(p[0-9]{2}|avg|average|mean|age|temperature)(_|$)");

    private static final Pattern TOKEN_COUNT = Pattern.compile("tokens(_|$)|tokencount|token_(usage|count|sum|total)");
    private static final Pattern OF_INPUT = Pattern.compile("token_?type[^,}]*(input|prompt)");
    private static final Pattern OF_OUTPUT = Pattern.compile("token_?type[^,}]*(output|completion|generat)");

    /// Requests of a kind of which there are others.
    private static final Pattern FAILED = Pattern.compile(
            "(error|throttle|failure|failed|rejected|dropped|exception" + "|timeout)s?(_?(count|total))?(_|$)");

    private static final Set<String> ALL =
            Set.of("total", "sum", "all", "overall", "aggregated", "combined", "grand_total", "gesamt");

    private final TraceColumn role;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<String> names;

    RoleNames(TraceColumn role, String... names) {
        this.role = role;
        this.names = Set.of(names);
    }

    /// The role of tokens that a field within another suggests, such as `usage.prompt_tokens`.
    static Optional<TraceColumn> inner(String path) {
        var last = path.substring(path.lastIndexOf('.') + 1);
        return role(last).filter(role -> role == TraceColumn.INPUT_TOKENS || role == TraceColumn.OUTPUT_TOKENS);
    }

    /// The role that the name of a metric suggests, labels and what stands before its last word aside.
    static Optional<TraceColumn> ofSeries(String name) {
        var bare = name.contains("{") ? name.substring(0, name.indexOf('{')) : name;
        var last = bare.strip().replaceAll(".*[^\\p{Alnum}_@]", "");
        return role(name).or(() -> role(last)).or(() -> tokens(name, last)).filter(TraceColumn::isNumber);
    }

    /// Tokens by the name of a counter, `prompt_tokens_total`, or by a label, `token_type="input"`.
    private static Optional<TraceColumn> tokens(String name, String last) {
        var known = role(last.replaceFirst("_(total|sum)$", ""))
                .filter(role -> role == TraceColumn.INPUT_TOKENS || role == TraceColumn.OUTPUT_TOKENS);
        var lower = name.toLowerCase(Locale.ROOT);
        if (known.isPresent() || last.endsWith("_count") || last.endsWith("_bucket")) {
            return known;
        }
        var isInput = OF_INPUT.matcher(lower).find();
        var isOutput = OF_OUTPUT.matcher(lower).find();
        return isInput
                ? Optional.of(TraceColumn.INPUT_TOKENS)
                : isOutput ? Optional.of(TraceColumn.OUTPUT_TOKENS) : Optional.empty();
    }

    /// Whether a series counts only what went wrong.
    static boolean countsFailures(String name) {
        return FAILED.matcher(plainSeries(name)).find();
    }

    /// Whether a series is the sum of those beside it.
    static boolean countsAll(String name) {
        return ALL.contains(plainSeries(name));
    }

    private static String plainSeries(String name) {
        var bare = name.contains("{") ? name.substring(0, name.indexOf('{')) : name;
        return bare.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{Alnum}]+", "_");
    }

    /// Whether a metric surely counts nothing that arrives, such as `CPUUtilization` or `latency_seconds`.
    static boolean countsNothing(String name) {
        var plain = plainSeries(name);
        return TOKEN_COUNT.matcher(plain).find()
                || name.endsWith("%")
                || (NO_COUNT.matcher(plain).find() && !plain.endsWith("_count"));
    }

    /// The role that a name suggests.
    static Optional<TraceColumn> role(String name) {
        var plain = name.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{Alnum}@]+", "_");
        var bare = plain.length() > 1 && plain.endsWith("_") ? plain.substring(0, plain.length() - 1) : plain;
        return Arrays.stream(values())
                .filter(known -> known.names.contains(bare))
                .map(known -> known.role)
                .findFirst();
    }
}
