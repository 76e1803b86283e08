package dev.hostlab.trace;

import java.util.function.LongConsumer;

/// How much of a file is read, and who is told how far reading has come.
///
/// @param mostRows  data rows after which reading stops as if the file ended there
/// @param bytesRead is told now and then how many bytes of the file have been read, on the thread that reads them
public record ReadExtent(long mostRows, LongConsumer bytesRead) {

    /// The whole file, and nobody is told.
    public static final ReadExtent WHOLE = new ReadExtent(Long.MAX_VALUE, bytes -> {});

    /// Only the beginning: enough to see whether a file is understood.
    public static ReadExtent first(long rows) {
        return new ReadExtent(rows, bytes -> {});
    }

    /// The whole file, while somebody watches.
    public static ReadExtent watched(LongConsumer bytesRead) {
        return new ReadExtent(Long.MAX_VALUE, bytesRead);
    }
}
