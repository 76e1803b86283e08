package dev.hostlab.report;

import dev.hostlab.comparison.Comparison;
import java.io.IOException;
import java.io.OutputStream;

/// Writes a comparison for somebody to read. The same comparison always makes the same bytes.
@FunctionalInterface
public interface Reporter {

    /// Writes UTF-8; the stream is flushed and left open.
    void write(Comparison comparison, OutputStream out) throws IOException;
}
