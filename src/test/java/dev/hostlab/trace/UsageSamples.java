package dev.hostlab.trace;

import static dev.hostlab.trace.LayoutSample.withTokens;

import dev.hostlab.trace.Traffic.Minute;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Answers of usage APIs as their documentation shows them: pages, buckets, results.
final class UsageSamples {

    private UsageSamples() {}

    static List<LayoutSample> of(Traffic traffic) {
        var minutes = traffic.minutes();
        var half = minutes.size() / 2;
        return List.of(
                withTokens(
                        "openai-api",
                        TraceFormat.OPENAI_USAGE_API,
                        openAi(minutes.subList(0, half), true) + openAi(minutes.subList(half, minutes.size()), false)),
                withTokens(
                        "litellm-activity",
                        TraceFormat.LITELLM_ACTIVITY,
                        "{\"results\": ["
                                + joined(
                                        minutes,
                                        m -> "{\"date\": \"" + m.at() + "\", \"metrics\": {\"spend\": 1.5,"
                                                + " \"prompt_tokens\": " + m.input() + ", \"completion_tokens\": "
                                                + m.output() + ", \"api_requests\": " + m.requests() + "},\n"
                                                + "\"breakdown\": {\"models\": [{\"api_requests\": 7}]}}")
                                + "], \"metadata\": {\"page\": 1, \"has_more\": false}}"),
                withTokens(
                        "litellm-json",
                        TraceFormat.LITELLM_JSON,
                        traffic.requests().stream()
                                .map(r -> "{\"request_id\": \"x\", \"prompt_tokens\": " + r.input()
                                        + ", \"completion_tokens\": " + r.output() + ",\n\"startTime\": \"" + r.at()
                                        + "\", \"metadata\": {\"a\": [1, 2]}}")
                                .collect(Collectors.joining(",\n", "[", "]"))));
    }

    /// A page of OpenAI's usage API; a bucket with two results, one for each model.
    static String openAi(List<Minute> minutes, boolean hasMore) {
        return "{\"object\": \"page\", \"data\": ["
                + joined(
                        minutes,
                        m -> "{\"object\": \"bucket\", \"start_time\": " + m.at().getEpochSecond() + ", \"end_time\": "
                                + (m.at().getEpochSecond() + 60) + ",\n\"results\": ["
                                + result(m.requests(), 0, m.output())
                                + ", " + result(0, m.input(), 0) + "]}")
                + "], \"has_more\": " + hasMore + ", \"next_page\": null}\n";
    }

    /// Anthropic's usage of each minute, as pages and as CSV: there are tokens in them and no requests.
    static List<LayoutSample> withoutRequests(Traffic traffic) {
        var api = joined(
                traffic.minutes(),
                m -> "{\"starting_at\": \"" + m.at() + "\", \"ending_at\": \"" + m.at().plusSeconds(60)
                        + "\",\n\"results\": [{\"uncached_input_tokens\": " + m.input()
                        + ", \"cache_creation\": {\"ephemeral_1h_input_tokens\": 0, \"ephemeral_5m_input_tokens\": 0},"
                        + " \"cache_read_input_tokens\": 0, \"output_tokens\": " + m.output()
                        + ", \"model\": null}]}");
        var csv = traffic.minutes().stream()
                .map(m -> m.at() + ",claude,default,Default,standard,\"≤ 200k\"," + m.input() + ",0,0,0," + m.output()
                        + ",0,global,standard\n")
                .collect(Collectors.joining());
        return List.of(
                withTokens(
                        "anthropic-api",
                        TraceFormat.ANTHROPIC_USAGE_API,
                        "{\"data\": [" + api + "], \"has_more\": false, \"next_page\": null}"),
                withTokens(
                        "anthropic-csv",
                        TraceFormat.ANTHROPIC_USAGE,
                        "usage_date_utc,model_version,api_key,workspace,usage_type,context_window,"
                                + "usage_input_tokens_no_cache,usage_input_tokens_cache_write_5m,"
                                + "usage_input_tokens_cache_write_1h,usage_input_tokens_cache_read,"
                                + "usage_output_tokens,web_search_count,inference_geo,speed\n" + csv));
    }

    private static String result(long requests, long input, long output) {
        return "{\"object\": \"organization.usage.completions.result\", \"input_tokens\": " + input
                + ", \"output_tokens\": " + output + ", \"input_cached_tokens\": 5, \"num_model_requests\": " + requests
                + ", \"model\": null}";
    }

    private static String joined(List<Minute> minutes, Function<Minute, String> record) {
        return minutes.stream().map(record).collect(Collectors.joining(",\n"));
    }
}
