package dev.hostlab.trace;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// The same traffic in a layout of another program.
///
/// @param name      of the file
/// @param format    what it should be taken for
/// @param bytes     the file
/// @param hasTokens whether the layout carries tokens
@SuppressWarnings("ArrayRecordComponent")
record LayoutSample(String name, TraceFormat format, byte[] bytes, boolean hasTokens) {

    static LayoutSample withTokens(String name, TraceFormat format, String text) {
        return new LayoutSample(name, format, text.getBytes(StandardCharsets.UTF_8), true);
    }

    static LayoutSample countsOnly(String name, TraceFormat format, String text) {
        return new LayoutSample(name, format, text.getBytes(StandardCharsets.UTF_8), false);
    }

    LayoutSample in(Charset charset) {
        var text = "\ufeff" + new String(bytes, StandardCharsets.UTF_8);
        return new LayoutSample(name, format, text.getBytes(charset), hasTokens);
    }

    /// The same file for another reader.
    LayoutSample as(String newName, TraceFormat newFormat) {
        return new LayoutSample(newName, newFormat, bytes, hasTokens);
    }

    /// The traffic in every layout.
    static List<LayoutSample> all(Traffic traffic) {
        return Stream.of(
                        CsvSamples.of(traffic).stream(),
                        MetricSamples.of(traffic).stream(),
                        UsageSamples.of(traffic).stream(),
                        LogSamples.of(traffic).stream())
                .flatMap(samples -> samples)
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
