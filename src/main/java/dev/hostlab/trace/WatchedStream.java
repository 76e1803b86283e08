package dev.hostlab.trace;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/// Tells now and then how many bytes were read.
final class WatchedStream extends FilterInputStream {

    /// Bytes between two tellings: 1 MiB.
    private static final long STEP = 1 << 20;

    private final LongConsumer watcher;
    private long read;
    private long told;

    WatchedStream(InputStream in, LongConsumer watcher) {
        super(in);
        this.watcher = watcher;
    }

    /// Bytes read so far.
    long count() {
        return read;
    }

    @Override
    public int read() throws IOException {
        var one = in.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        var count = in.read(bytes, from, length);
        count(Math.max(0, count));
        return count;
    }

    private void count(int bytes) {
        read += bytes;
        if (read - told >= STEP) {
            told = read;
            watcher.accept(read);
        }
    }
}
