package dev.hostlab.trace;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// The content of a gzip file, as long as it is whole and does not grow out of proportion.
final class ExpandingStream extends FilterInputStream {

    private static final int BUFFER = 1 << 14;

    /// Content below this is never called too large: 16 MiB.
    private static final long HARMLESS = 16L << 20;

    private final CountingStream packed;
    private final Members members;
    private final TraceLimits limits;
    private long expanded;

    ExpandingStream(InputStream packed, TraceLimits limits) throws IOException {
        var counting = new CountingStream(packed);
        var members = open(counting);
        super(members);
        this.members = members;
        this.packed = counting;
        this.limits = limits;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        try {
            var count = in.read(bytes, from, length);
            expanded += Math.max(count, 0);
            refuseBomb();
            if (count < 0) {
                members.refuseRest();
            }
            return count;
        } catch (EOFException early) {
            throw damaged("The gzip file ends early: part of it is missing.", early);
        } catch (ZipException broken) {
            throw damaged("The gzip file is damaged.", broken);
        }
    }

    private void refuseBomb() throws TraceStop {
        var outOfProportion = expanded > HARMLESS && expanded / limits.expansion() > packed.count;
        if (expanded > limits.expandedBytes() || outOfProportion) {
            throw new TraceStop(
                    TraceProblem.EXPANDS_TOO_LARGE,
                    "The gzip file grows from " + packed.count + " to more than " + expanded + " bytes.");
        }
    }

    private static Members open(InputStream packed) throws IOException {
        try {
            return new Members(packed);
        } catch (EOFException early) {
            throw damaged("The gzip file ends early: part of it is missing.", early);
        } catch (ZipException broken) {
            throw damaged("The gzip file is damaged.", broken);
        }
    }

    private static TraceStop damaged(String problem, IOException cause) {
        var stop = new TraceStop(TraceProblem.TRUNCATED, problem);
        stop.initCause(cause);
        return stop;
    }

    /// The members of a gzip file. What follows the last of them is passed over by Java, though it may be the
    /// beginning of another one that was cut; only padding with zeros is harmless.
    private static final class Members extends GZIPInputStream {

        /// Checksum and length at the end of a member.
        private static final int TRAILER = 8;

        Members(InputStream packed) throws IOException {
            super(packed, BUFFER);
        }

        void refuseRest() throws IOException {
            var rest = 0;
            for (var at = len - inf.getRemaining() + TRAILER; at < len; at++) {
                rest |= buf[at];
            }
            for (var next = in.read(buf); next > 0 && rest == 0; next = in.read(buf)) {
                for (var at = 0; at < next; at++) {
                    rest |= buf[at];
                }
            }
            if (rest != 0) {
                throw new TraceStop(TraceProblem.TRUNCATED, "What follows the compressed data is no gzip, or was cut.");
            }
        }
    }

    private static final class CountingStream extends FilterInputStream {

        private long count;

        CountingStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var read = in.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            var read = in.read(bytes, from, length);
            count += Math.max(read, 0);
            return read;
        }
    }
}
