package dev.hostlab.trace;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/// The layouts that can be read, one reader each, in the order in which a file is held against them.
public enum TraceFormat {
    CLOUDWATCH_METRIC_DATA("cloudwatch-metric-data", "CloudWatch get-metric-data", CloudWatchMetricData::new),
    CLOUDWATCH_STATISTICS("cloudwatch-statistics", "CloudWatch get-metric-statistics", CloudWatchStatistics::new),
    PROMETHEUS("prometheus", "Prometheus query_range", PrometheusRange::new),
    OPENAI_USAGE_API("openai-usage-api", "OpenAI usage API", OpenAiUsageApi::reader),
    ANTHROPIC_USAGE_API("anthropic-usage-api", "Anthropic usage report", AnthropicUsageApi::reader),
    LITELLM_ACTIVITY("litellm-activity", "LiteLLM daily activity", LiteLlmActivity::reader),
    MOONCAKE("mooncake", "Mooncake trace", Mooncake::new),
    NGINX_PLUS("nginx-plus", "NGINX Plus status", NginxPlusStatus::new),
    JSON_LINES("json-lines", "JSON Lines", JsonLines::new),
    LITELLM_JSON("litellm-json", "LiteLLM spend logs in JSON", LiteLlmJson::reader),
    /// Any JSON list of objects, where the user says so.
    JSON_LIST("json-list", "JSON list of records", JsonList::new),
    ALB_LOG("alb-log", "Application Load Balancer access log", AlbLog::new),
    CLB_LOG("clb-log", "Classic Load Balancer access log", ClbLog::new),
    COMBINED_LOG("combined-log", "Apache or NGINX access log", CombinedLog::new),
    SWF("swf", "Parallel Workloads Archive", WorkloadsArchive::new),
    GATLING("gatling", "Gatling simulation.log", GatlingLog::new),
    VEGETA("vegeta", "vegeta CSV", VegetaCsv::new),
    AZURE_LLM("azure-llm", "Azure LLM inference trace", AzureLlm::reader),
    BURST_GPT("burstgpt", "BurstGPT trace", BurstGpt::reader),
    VIDUR("vidur", "vidur trace", Vidur::reader),
    AZURE_FUNCTIONS_2019("azure-functions-2019", "Azure Functions 2019, by minute", AzureFunctionsMinutes::new),
    AZURE_FUNCTIONS_2021(
            "azure-functions-2021", "Azure Functions 2021, by invocation", AzureFunctionsInvocations::reader),
    K6("k6", "k6 CSV", K6Csv::reader),
    LOCUST("locust", "Locust stats_history", LocustHistory::reader),
    JMETER("jmeter", "JMeter results (JTL)", JmeterResults::new),
    APACHE_BENCH("ab", "ApacheBench gnuplot file", ApacheBench::reader),
    AZURE_LOG_ANALYTICS("azure-log-analytics", "Azure Log Analytics tokens", AzureLogAnalytics::reader),
    OPENAI_USAGE("openai-usage", "OpenAI usage", OpenAiUsage::reader),
    ANTHROPIC_USAGE("anthropic-usage", "Anthropic usage", AnthropicUsage::reader),
    LITELLM("litellm", "LiteLLM spend logs", LiteLlmSpend::reader),
    CURSOR_USAGE("cursor-usage", "Cursor usage", CursorUsage::reader),
    LANGFUSE("langfuse", "Langfuse export", LangfuseExport::reader),
    CLOUDFRONT("cloudfront", "CloudFront usage report", CloudFrontConsole::reader),
    CLOUDWATCH_CONSOLE("cloudwatch-console", "CloudWatch console CSV", CloudWatchConsole::new),
    CLOUDWATCH_DUMP("timestamp-value", "Metric as timestamp,value", CloudWatchDump::new),
    GRAFANA("grafana", "Grafana CSV", GrafanaCsv::new),
    /// Hostlab's own CSV, one row a bin.
    BINNED("trace-binned", "Trace CSV, one row a bin", CanonicalReader::new),
    /// Hostlab's own CSV, one row a request.
    PER_REQUEST("trace-requests", "Trace CSV, one row a request", CanonicalReader::new),
    /// Whatever columns a CSV has, the user says what they mean.
    MAPPED("csv", "CSV with mapped columns", MappedCsvReader::new);

    private final String id;
    private final String label;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Supplier<FormatReader> reader;

    TraceFormat(String id, String label, Supplier<FormatReader> reader) {
        this.id = id;
        this.label = label;
        this.reader = reader;
    }

    /// The stable name in files and on the command line.
    public String id() {
        return id;
    }

    /// The name for people.
    public String label() {
        return label;
    }

    /// Whether it is Hostlab's own.
    public boolean isOwn() {
        return this == BINNED || this == PER_REQUEST;
    }

    FormatReader reader() {
        return reader.get();
    }

    /// The format of that name.
    public static Optional<TraceFormat> named(String id) {
        return Arrays.stream(values()).filter(format -> format.id.equals(id)).findFirst();
    }

    /// The format that a text has, or that the user says it has.
    ///
    /// @throws TraceStop if nothing knows it
    static TraceFormat of(TextSample sample, ImportChoices choices) throws TraceStop {
        if (choices.format().isPresent()) {
            return choices.format().get();
        }
        for (var format : values()) {
            if (format.reader().recognises(sample)) {
                return format == BINNED && saysMore(choices) ? MAPPED : format;
            }
        }
        if (JsonRecords.looksLike(sample)) {
            if (choices.isMapped()) {
                return JSON_LIST;
            }
            throw new TraceStop(
                    TraceProblem.NOT_CSV,
                    "This is JSON of a kind that is not known. If it is a list of records, choose the format "
                            + JSON_LIST.id + ".");
        }
        throw new TraceStop(TraceProblem.NOT_CSV, "This is JSON of a kind that is not known.");
    }

    private static boolean saysMore(ImportChoices choices) {
        return choices.isMapped() || choices.hasHeader().isPresent();
    }
}
