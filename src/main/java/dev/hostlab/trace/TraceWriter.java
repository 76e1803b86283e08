package dev.hostlab.trace;

import dev.hostlab.workload.Arrivals;
import dev.hostlab.workload.BinnedArrivals;
import dev.hostlab.workload.PoissonArrivals;
import dev.hostlab.workload.RequestArrivals;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.IntToLongFunction;

/// Writes arrivals as Hostlab's own trace CSV: UTF-8, LF, times in UTC; the same arrivals, the same bytes.
public final class TraceWriter {

    private static final double EXACT_LONGS = 1e15;

    private TraceWriter() {}

    /// Writes to a stream and leaves it open.
    ///
    /// @param from start of the first bin, or of the time that requests are counted from
    public static void write(Instant from, Arrivals arrivals, OutputStream stream) throws IOException {
        write(from, arrivals, bin -> 0, stream);
    }

    /// Writes what was read from a trace: bins after a gap keep their times.
    ///
    /// @param lostNanos how much time was left out before a bin, by its index
    public static void write(Instant from, Arrivals arrivals, IntToLongFunction lostNanos, OutputStream stream)
            throws IOException {
        var csv = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        switch (arrivals) {
            case BinnedArrivals binned -> writeBins(from, binned, lostNanos, csv);
            case RequestArrivals requests -> writeRequests(from, requests, csv);
            case PoissonArrivals process ->
                throw new IllegalArgumentException("A process has no arrivals to write: " + process);
        }
        csv.flush();
    }

    private static void writeBins(Instant from, BinnedArrivals arrivals, IntToLongFunction lostNanos, Writer csv)
            throws IOException {
        csv.write("timestamp,requests");
        csv.write(arrivals.hasTokens() ? ",input_tokens,output_tokens" : "");
        csv.write(arrivals.hasQueueDepth() ? ",queue_depth\n" : "\n");
        var parts = partsOfABin(arrivals);
        var at = from;
        for (var bin = 0; bin < arrivals.bins(); bin++) {
            var width = arrivals.widthNanos(bin);
            for (var part = 0; part < parts; part++) {
                var start = at.plusNanos(lostNanos.applyAsLong(bin) + width / parts * part);
                writeBin(start, arrivals, bin, parts, csv);
            }
            at = at.plusNanos(width);
        }
    }

    /// One row does not tell how long its bin lasts, two halves do.
    private static int partsOfABin(BinnedArrivals arrivals) {
        return arrivals.bins() == 1 && arrivals.widthNanos(0) != BinWidths.ONLY_BIN_NANOS ? 2 : 1;
    }

    private static void writeBin(Instant start, BinnedArrivals arrivals, int bin, int parts, Writer csv)
            throws IOException {
        csv.write(start.toString());
        writeNumber(arrivals.requests(bin) / parts, csv);
        if (arrivals.hasTokens()) {
            writeNumber(arrivals.inputTokens(bin) / parts, csv);
            writeNumber(arrivals.outputTokens(bin) / parts, csv);
        }
        if (arrivals.hasQueueDepth()) {
            writeNumber(arrivals.queueDepth(bin), csv);
        }
        csv.write('\n');
    }

    private static void writeRequests(Instant from, RequestArrivals arrivals, Writer csv) throws IOException {
        csv.write(arrivals.hasTokens() ? "timestamp,input_tokens,output_tokens\n" : "timestamp\n");
        for (var i = 0; i < arrivals.count(); i++) {
            csv.write(from.plusNanos(arrivals.atNanos(i)).toString());
            if (arrivals.hasTokens()) {
                writeNumber(arrivals.inputTokens(i), csv);
                writeNumber(arrivals.outputTokens(i), csv);
            }
            csv.write('\n');
        }
    }

    private static void writeNumber(double value, Writer csv) throws IOException {
        csv.write(',');
        csv.write(
                value == Math.rint(value) && value < EXACT_LONGS
                        ? Long.toString((long) value)
                        : new BigDecimal(Double.toString(value)).toPlainString());
    }
}
