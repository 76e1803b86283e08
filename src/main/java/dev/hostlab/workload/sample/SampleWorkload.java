package dev.hostlab.workload.sample;

import dev.hostlab.validation.Issue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The workloads that Hostlab can make itself, each from named parameters and a seed.
///
/// All figures are synthetic; they are fitted to public traces that the parameters name.
public enum SampleWorkload {
    CODE_ASSISTANT(
            "code-assistant", "Coding assistant on a language model: volleys of long prompts, quiet minutes between"),
    CHAT_SERVICE("chat-service", "Chat on a language model: many independent users, steady load"),
    RETRIEVAL_WORKER("retrieval-worker", "Retrieval worker on a queue: batches, a queue that fills and drains"),
    JSON_API("json-api-two-weeks", "Plain JSON API over two weeks: days, weekends, short rushes"),
    FLASH_CROWD("flash-crowd", "Sports site over two days: matches, and news that breaks within minutes"),
    LEAVING_BEANSTALK(
            "leaving-beanstalk",
            "Leaving Beanstalk: growing language-model proxy, a month with three launches that slow scaling misses");

    /// A trace with more requests is no sample.
    private static final double MOST_REQUESTS = 20e6;

    private final String id;
    private final String title;

    SampleWorkload(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /// The sample of a name, if there is one.
    public static Optional<SampleWorkload> named(String id) {
        return Arrays.stream(values()).filter(sample -> sample.id.equals(id)).findFirst();
    }

    /// The stable name in files and on the command line.
    public String id() {
        return id;
    }

    /// What it is, in half a sentence.
    public String title() {
        return title;
    }

    /// Everything that can be changed.
    public List<SampleParameter> parameters() {
        return model().parameters();
    }

    /// Everything that is wrong with the values a user gave; empty if they can be used.
    ///
    /// @param overrides values by parameter name
    public List<Issue> issues(Map<String, String> overrides) {
        var issues = SampleSettings.issues(parameters(), overrides);
        if (!issues.isEmpty()) {
            return issues;
        }
        var requests = model().expectedRequests(new SampleSettings(parameters(), overrides));
        return requests <= MOST_REQUESTS
                ? List.of()
                : List.of(new Issue(
                        "meanPerMinute",
                        "The sample would have about " + Math.round(requests) + " requests.",
                        "Ask for at most " + Math.round(MOST_REQUESTS) + ": fewer a minute, or a shorter time."));
    }

    /// The sample as shipped.
    public Sample generate() {
        return generate(Map.of());
    }

    /// The sample with other values; the same values and seed give the same sample on every machine.
    ///
    /// @param overrides values by parameter name, without [#issues]
    public Sample generate(Map<String, String> overrides) {
        var issues = issues(overrides);
        if (!issues.isEmpty()) {
            throw new IllegalArgumentException("Sample " + id + " cannot be made: " + issues);
        }
        return model().generate(new SampleSettings(parameters(), overrides));
    }

    private SampleModel model() {
        return switch (this) {
            case CODE_ASSISTANT -> new CodeAssistant();
            case CHAT_SERVICE -> new ChatService();
            case RETRIEVAL_WORKER -> new RetrievalWorker();
            case JSON_API -> new JsonApi();
            case FLASH_CROWD -> new FlashCrowd();
            case LEAVING_BEANSTALK -> new LeavingBeanstalk();
        };
    }
}
