package dev.hostlab.trace;

import static dev.hostlab.trace.CsvSamples.stamp;
import static dev.hostlab.trace.LayoutSample.countsOnly;
import static dev.hostlab.trace.LayoutSample.withTokens;

import dev.hostlab.trace.Traffic.Minute;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One value a minute: metrics of clouds and dashboards, usage by buckets of time.
final class MetricSamples {

    private static final String LOCAL = "yyyy-MM-dd HH:mm:ss";

    private MetricSamples() {}

    static List<LayoutSample> of(Traffic traffic) {
        var minutes = traffic.minutes();
        return Stream.of(dashboards(minutes), clouds(minutes), counters(minutes))
                .flatMap(List::stream)
                .toList();
    }

    private static List<LayoutSample> dashboards(List<Minute> minutes) {
        return List.of(
                withTokens(
                        "grafana",
                        TraceFormat.GRAFANA,
                        "\"Time\",\"requests\",\"input_tokens\",\"output_tokens\"\n"
                                + rows(
                                        minutes,
                                        m -> stamp(m.at(), LOCAL) + "," + m.requests() + "," + m.input() + ","
                                                + m.output() + "\n")),
                countsOnly(
                                "grafana-excel",
                                TraceFormat.GRAFANA,
                                "sep=\t\r\n\"Time\"\t\"http {job=\"\"x\"\"}\"\r\n"
                                        + rows(minutes, m -> stamp(m.at(), LOCAL) + "\t" + m.requests() + "\r\n"))
                        .in(StandardCharsets.UTF_16LE),
                countsOnly(
                        "grafana-5",
                        TraceFormat.GRAFANA,
                        "sep=;\r\n\"Series\";\"Time\";\"Value\"\r\n"
                                + rows(
                                        minutes,
                                        m -> "hits;" + stamp(m.at(), "yyyy-MM-dd'T'HH:mm:ss+00:00") + ";" + m.requests()
                                                + "\r\n")),
                countsOnly("statistics", TraceFormat.CLOUDWATCH_STATISTICS, statistics(minutes)),
                withTokens("metric-data", TraceFormat.CLOUDWATCH_METRIC_DATA, metricData(minutes.reversed())));
    }

    private static List<LayoutSample> clouds(List<Minute> minutes) {
        return List.of(
                countsOnly(
                        "console",
                        TraceFormat.CLOUDWATCH_CONSOLE,
                        "Full label,x,\nLabel,requests\nStatistic,Sum\n"
                                + rows(minutes, m -> stamp(m.at(), "yyyy/MM/dd HH:mm:ss") + "," + m.requests() + "\n")),
                countsOnly(
                        "dump",
                        TraceFormat.CLOUDWATCH_DUMP,
                        "timestamp,value\n" + rows(minutes, m -> stamp(m.at(), LOCAL) + "," + m.requests() + ".0\n")),
                countsOnly("prometheus", TraceFormat.PROMETHEUS, prometheus("requests", "", values(minutes))),
                countsOnly("counter", TraceFormat.PROMETHEUS, prometheus("x_total", ",\"a\":\"b\"", counter(minutes))),
                countsOnly(
                        "locust",
                        TraceFormat.LOCUST,
                        "Timestamp,User Count,Type,Name,Requests/s,50%," + "Total Request Count\r\n" + locust(minutes)),
                countsOnly(
                        "nginx",
                        TraceFormat.NGINX_PLUS,
                        readings(
                                minutes,
                                (at, total) -> "{\"version\":8," + "\"timestamp\":" + at
                                        + "000,\"requests\":{\"total\":" + total + ",\"current\":1}}\n")));
    }

    private static List<LayoutSample> counters(List<Minute> minutes) {
        return List.of(
                countsOnly(
                        "cloudfront",
                        TraceFormat.CLOUDFRONT,
                        "Version:,1.0\nReport:,Usage\n"
                                + "DistributionID,FriendlyName,TimeBucket,Requests\n"
                                + rows(minutes, m -> "E1,x," + m.at() + "," + m.requests() + "\n")),
                withTokens(
                        "openai",
                        TraceFormat.OPENAI_USAGE,
                        "organization_id,n_requests,operation,"
                                + "n_context_tokens_total,n_generated_tokens_total,model,timestamp\n"
                                + rows(
                                        minutes,
                                        m -> "o," + m.requests() + ",c," + m.input() + ",0,a,"
                                                + m.at().getEpochSecond() + "\no,0,c,0," + m.output() + ",b,"
                                                + m.at().getEpochSecond() + "\n")),
                countsOnly("functions", TraceFormat.AZURE_FUNCTIONS_2019, functions(minutes)));
    }

    static String rows(List<Minute> minutes, Function<Minute, String> row) {
        return minutes.stream().map(row).collect(Collectors.joining());
    }

    private static String statistics(List<Minute> minutes) {
        var points = new ArrayList<>(minutes.stream()
                .map(m -> "{\"Timestamp\": \"" + m.at() + "\", \"Sum\": " + m.requests() + ".0, \"Unit\": \"Count\"}")
                .toList());
        Collections.shuffle(points, new Random(1));
        return "{\n\"Label\": \"RequestCount\",\n\"Datapoints\": [\n" + String.join(",\n", points) + "\n]}\n";
    }

    private static String metricData(List<Minute> newestFirst) {
        var times = list(newestFirst, m -> '"' + stamp(m.at(), "yyyy-MM-dd'T'HH:mm:ss+00:00") + '"');
        var results = List.of(
                result("Invocations", times, list(newestFirst, m -> m.requests() + ".0")),
                result("InputTokenCount", times, list(newestFirst, m -> m.input() + ".0")),
                result("OutputTokenCount", times, list(newestFirst, m -> m.output() + ".0")));
        return "{\"MetricDataResults\": [\n" + String.join(",\n", results) + "\n], \"Messages\": []}\n";
    }

    private static String result(String label, String times, String values) {
        return "{\"Id\": \"m1\", \"Label\": \"" + label + "\",\n\"Timestamps\": " + times + ",\n\"Values\": " + values
                + ", \"StatusCode\": \"Complete\"}";
    }

    private static String list(List<Minute> minutes, Function<Minute, String> value) {
        return minutes.stream().map(value).collect(Collectors.joining(",\n", "[", "]"));
    }

    private static String prometheus(String name, String labels, String values) {
        return "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":{\"__name__\":\""
                + name + "\"" + labels + "},\n\"values\":[" + values + "]}]}}\n";
    }

    private static String values(List<Minute> minutes) {
        return minutes.stream()
                .map(m -> "[" + m.at().getEpochSecond() + ".0,\"" + m.requests() + "\"]")
                .collect(Collectors.joining(",\n"));
    }

    private static String counter(List<Minute> minutes) {
        var text = readings(minutes, (at, total) -> "[" + at + ",\"" + total + "\"],\n");
        return text.substring(0, text.length() - 2);
    }

    private static String locust(List<Minute> minutes) {
        return readings(
                minutes,
                (at, total) ->
                        at + ",1,GET,/,1.0,N/A," + total + "\r\n" + at + ",1,,Aggregated,1.0,N/A," + total + "\r\n");
    }

    private interface Reading {

        String text(long second, long total);
    }

    /// What a counter shows at the start of each minute and at the end of the last.
    private static String readings(List<Minute> minutes, Reading reading) {
        var text = new StringBuilder();
        var total = 0L;
        for (var minute : minutes) {
            text.append(reading.text(minute.at().getEpochSecond(), total));
            total += minute.requests();
        }
        var end = minutes.getLast().at().getEpochSecond() + 60;
        return text.append(reading.text(end, total)).toString();
    }

    private static String functions(List<Minute> minutes) {
        var header = IntStream.rangeClosed(1, Math.max(12, minutes.size()))
                .mapToObj(minute -> "," + minute)
                .collect(Collectors.joining());
        var counts = IntStream.range(0, Math.max(12, minutes.size()))
                .mapToObj(i -> "," + (i < minutes.size() ? minutes.get(i).requests() : 0))
                .collect(Collectors.joining());
        var none = ",0".repeat(Math.max(12, minutes.size()));
        return "HashOwner,HashApp,HashFunction,Trigger" + header + "\no,a,f,http" + counts + "\no,a,g,queue" + none
                + "\n";
    }
}
