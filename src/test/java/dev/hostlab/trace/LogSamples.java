package dev.hostlab.trace;

import static dev.hostlab.trace.CsvSamples.millis;
import static dev.hostlab.trace.CsvSamples.rows;
import static dev.hostlab.trace.CsvSamples.stamp;
import static dev.hostlab.trace.LayoutSample.countsOnly;

import java.util.List;
import java.util.stream.Stream;

/// One line a request: access logs and results of load tests, without tokens.
final class LogSamples {

    private static final String MICROS = "yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'";

    private LogSamples() {}

    static List<LayoutSample> of(Traffic traffic) {
        return Stream.of(loadBalancers(traffic), servers(traffic), loadTests(traffic))
                .flatMap(List::stream)
                .toList();
    }

    private static List<LayoutSample> loadBalancers(Traffic traffic) {
        return List.of(
                countsOnly(
                        "alb",
                        TraceFormat.ALB_LOG,
                        rows(
                                traffic,
                                r -> "https " + r.at().plusSeconds(9)
                                        + " app/my/50dc 192.168.131.39:2817 10.0.0.1:80 0.086 -1 0.037 200 200 0 57"
                                        + " \"GET https://www.example.com:443/ HTTP/1.1\" \"curl/7.46.0\" ECDHE TLSv1.2 arn:aws:x"
                                        + " \"Root=1-58337281\" \"www.example.com\" \"arn:cert\" 1 " + stamp(r, MICROS)
                                        + " \"forward\" \"-\" \"-\" \"10.0.0.1:80\" \"200\" \"-\" \"-\"\n")),
                countsOnly(
                        "clb",
                        TraceFormat.CLB_LOG,
                        rows(
                                traffic,
                                r -> stamp(r, MICROS)
                                        + " my-lb 192.168.131.39:2817 10.0.0.1:80 0.000073 0.001048 0.000057 200 200 0 29"
                                        + " \"GET http://www.example.com:80/ HTTP/1.1\" \"curl/7.38.0\" - -\n")));
    }

    private static List<LayoutSample> servers(Traffic traffic) {
        return List.of(
                countsOnly(
                        "combined",
                        TraceFormat.COMBINED_LOG,
                        rows(
                                traffic,
                                r -> "83.149.9.216 - - ["
                                        + stamp(r, "dd/MMM/yyyy:HH:mm:ss") + " +0000] \"GET /a\\\"b HTTP/1.1\" 200 203"
                                        + " \"http://x/\" \"Mozilla/5.0 (X)\"\n")),
                countsOnly(
                        "vegeta",
                        TraceFormat.VEGETA,
                        rows(traffic, r -> millis(r) + "000000,200,46089479,0,1256,,aGVsbG8=,,1,GET,http://x/,\n")),
                countsOnly(
                        "k6",
                        TraceFormat.K6,
                        "metric_name,timestamp,metric_value,check,error\n"
                                + rows(
                                        traffic,
                                        r -> "http_reqs," + millis(r) / 1_000 + ",1.000000,,\nhttp_req_duration,"
                                                + millis(r) / 1_000 + ",3.1,,\n")),
                countsOnly(
                        "jmeter",
                        TraceFormat.JMETER,
                        "timeStamp,elapsed,label,responseMessage\n"
                                + rows(traffic, r -> millis(r) + ",100,HTTP Request,\"O\nK\"\n")));
    }

    private static List<LayoutSample> loadTests(Traffic traffic) {
        return List.of(
                countsOnly(
                        "gatling",
                        TraceFormat.GATLING,
                        "RUN\tx.Sim\tsim\t1700158600000\t \t3.9.5\n"
                                + rows(
                                        traffic,
                                        r -> "REQUEST\t\tget\t" + millis(r) + "\t" + (millis(r) + 50) + "\tOK\t \n")),
                countsOnly(
                        "ab",
                        TraceFormat.APACHE_BENCH,
                        "starttime\tseconds\tctime\tdtime\tttime\twait\n"
                                + rows(
                                        traffic,
                                        r -> stamp(r, "EEE MMM dd HH:mm:ss yyyy") + "\t" + millis(r) / 1_000
                                                + "\t1\t2\t3\t2\n")),
                countsOnly(
                        "swf",
                        TraceFormat.SWF,
                        "; UnixStartTime: 0\n"
                                + rows(
                                        traffic,
                                        r -> " 1 " + CsvSamples.sinceStart(r) / 1_000
                                                + " -1 5 1 -1 -1 1 -1 -1 1 1 1 1 1 1 -1 -1\n")));
    }
}
