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

    private static String result(long requests, long input, long output) {
        return "{\"object\": \"organization.usage.completions.result\", \"input_tokens\": " + input
                + ", \"output_tokens\": " + output + ", \"input_cached_tokens\": 5, \"num_model_requests\": " + requests
                + ", \"model\": null}";
    }

    private static String joined(List<Minute> minutes, Function<Minute, String> record) {
        return minutes.stream().map(record).collect(Collectors.joining(",\n"));
    }
}
