package dev.hostlab.trace;

import static dev.hostlab.trace.LayoutSample.countsOnly;
import static dev.hostlab.trace.LayoutSample.withTokens;

import dev.hostlab.trace.Traffic.Request;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One row a request: traces of language models and usage exports, with tokens.
final class CsvSamples {

    private CsvSamples() {}

    static List<LayoutSample> of(Traffic traffic) {
        return Stream.of(ownAndAzure(traffic), simulators(traffic), gateways(traffic), exports(traffic))
                .flatMap(List::stream)
                .toList();
    }

    private static List<LayoutSample> ownAndAzure(Traffic traffic) {
        return List.of(
                ownMinutes(traffic),
                withTokens("utf16-tab", TraceFormat.AZURE_LLM, azure(traffic)).in(StandardCharsets.UTF_16LE),
                withTokens(
                        "semicolon",
                        TraceFormat.PER_REQUEST,
                        "timestamp;input_tokens;output_tokens\n"
                                + rows(traffic, r -> epoch(r, ",") + ";" + r.input() + ",0;" + r.output() + ",0\n")),
                withTokens(
                        "epoch-descending",
                        TraceFormat.PER_REQUEST,
                        "\ufefftimestamp,input_tokens,output_tokens\n"
                                + rows(new Traffic(traffic.requests().reversed()), r -> millis(r) + tokens(r))),
                withTokens(
                        "us",
                        TraceFormat.PER_REQUEST,
                        "timestamp,input_tokens,output_tokens\n"
                                + rows(traffic, r -> stamp(r, "M/d/yyyy h:mm:ss.SSS a") + tokens(r))),
                withTokens(
                        "log-analytics",
                        TraceFormat.AZURE_LOG_ANALYTICS,
                        "timestamp [UTC],input_tokens,output_tokens,total_tokens\n"
                                + rows(
                                        traffic,
                                        r -> '"' + stamp(r, "M/d/yyyy, h:mm:ss.SSS a") + "\"," + r.input() + ","
                                                + r.output() + "," + (r.input() + r.output()) + "\n")));
    }

    private static LayoutSample ownMinutes(Traffic traffic) {
        var rows = traffic.minutes().stream()
                .map(m -> m.at() + "," + m.requests() + "," + m.input() + "," + m.output() + "\n")
                .collect(Collectors.joining());
        return withTokens("own-minutes", TraceFormat.BINNED, "timestamp,requests,input_tokens,output_tokens\n" + rows);
    }

    private static List<LayoutSample> simulators(Traffic traffic) {
        return List.of(
                withTokens(
                        "burstgpt",
                        TraceFormat.BURST_GPT,
                        "Timestamp,Session ID,Elapsed time,Model,Request tokens,"
                                + "Response tokens,Total tokens,Log Type\n"
                                + rows(
                                        traffic,
                                        r -> elapsed(r) + ",1,2.0,GPT-4," + r.input() + "," + r.output() + ",9,API\n")),
                withTokens(
                        "vidur",
                        TraceFormat.VIDUR,
                        "arrived_at,num_prefill_tokens,num_decode_tokens\n"
                                + rows(traffic, r -> elapsed(r) + tokens(r))),
                withTokens(
                        "litellm",
                        TraceFormat.LITELLM,
                        "request_id,prompt_tokens,completion_tokens,startTime\n"
                                + rows(traffic, r -> "x," + r.input() + "," + r.output() + "," + r.at() + "\n")));
    }

    private static List<LayoutSample> gateways(Traffic traffic) {
        return List.of(
                withTokens(
                        "cursor",
                        TraceFormat.CURSOR_USAGE,
                        "Date,Kind,Model,Input (w/ Cache Write),Input (w/o Cache Write),Cache Read,Output Tokens,Cost\n"
                                + rows(
                                        traffic,
                                        r -> '"' + r.at().toString() + "\",\"x\",\"m\",\"" + (r.input() - 1)
                                                + "\",\"1\",\"0\",\"" + r.output() + "\",\"Included\"\n")),
                withTokens(
                        "langfuse",
                        TraceFormat.LANGFUSE,
                        "\"id\",\"startTime\",\"inputUsage\",\"outputUsage\"\n"
                                + rows(
                                        traffic,
                                        r -> "\"a\",\"" + r.at() + "\",\"" + r.input() + "\",\"" + r.output()
                                                + "\"\n")),
                withTokens(
                        "json-lines",
                        TraceFormat.JSON_LINES,
                        rows(
                                traffic,
                                r -> "{\"ts\":\"" + r.at()
                                        + "\",\"usage\":{\"a\":1},\"prompt_tokens\":" + r.input()
                                        + ",\"completion_tokens\":"
                                        + r.output() + "}\n")));
    }

    private static List<LayoutSample> exports(Traffic traffic) {
        return List.of(
                withTokens(
                        "mooncake",
                        TraceFormat.MOONCAKE,
                        rows(
                                traffic,
                                r -> "{\"timestamp\": " + sinceStart(r)
                                        + ", \"input_length\": " + r.input() + ", \"output_length\": " + r.output()
                                        + ", \"hash_ids\": [1, 2]}\n")),
                countsOnly(
                        "invocations",
                        TraceFormat.AZURE_FUNCTIONS_2021,
                        "app,func,end_timestamp,duration\n"
                                + rows(traffic, r -> "a,f," + (sinceStart(r) / 1_000.0 + 2.5) + ",2.5\n")));
    }

    private static String azure(Traffic traffic) {
        return "TIMESTAMP\tContextTokens\tGeneratedTokens\r\n"
                + rows(
                        traffic,
                        r -> stamp(r, "yyyy-MM-dd HH:mm:ss.SSSSSSS") + "\t" + r.input() + "\t" + r.output() + "\r\n");
    }

    static String rows(Traffic traffic, Function<Request, String> row) {
        return traffic.requests().stream().map(row).collect(Collectors.joining());
    }

    static String stamp(Request request, String pattern) {
        return stamp(request.at(), pattern);
    }

    static String stamp(Instant at, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.US)
                .withZone(ZoneOffset.UTC)
                .format(at);
    }

    static long millis(Request request) {
        return request.at().toEpochMilli();
    }

    static long sinceStart(Request request) {
        return Duration.between(Traffic.START, request.at()).toMillis();
    }

    private static String elapsed(Request request) {
        return Double.toString(sinceStart(request) / 1_000.0);
    }

    private static String epoch(Request request, String mark) {
        return millis(request) / 1_000 + mark + String.format(Locale.ROOT, "%03d", millis(request) % 1_000);
    }

    private static String tokens(Request request) {
        return "," + request.input() + "," + request.output() + "\n";
    }
}
