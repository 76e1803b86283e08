package dev.hostlab.trace;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// A text that another thread reads ahead, so that unpacking, decoding and guarding go on while rows are parsed.
///
/// Four pieces of 64 Ki characters at most are in flight. What goes wrong there comes up here, in its place.
final class ReadAhead extends Reader {

    private static final int CHARS = 1 << 16;
    private static final int PIECES = 4;

    private final BlockingQueue<Piece> full = new ArrayBlockingQueue<>(PIECES);
    private final BlockingQueue<char[]> empty = new ArrayBlockingQueue<>(PIECES);
    private final Thread thread;
    private volatile boolean closed;
    private Piece piece = new Piece(new char[0], 0, Optional.empty());
    private int used;

    /// @param length characters in use; negative at the end of the text
    @SuppressWarnings("ArrayRecordComponent")
    private record Piece(char[] chars, int length, Optional<IOException> failure) {}

    ReadAhead(Reader text) {
        for (var i = 0; i < PIECES; i++) {
            empty.add(new char[CHARS]);
        }
        thread = Thread.ofPlatform().daemon().name("trace-read-ahead").start(() -> fill(text));
    }

    private void fill(Reader text) {
        try {
            var goesOn = true;
            while (goesOn && !closed) {
                var chars = empty.take();
                var next = closed ? new Piece(chars, -1, Optional.empty()) : read(text, chars);
                full.put(next);
                goesOn = next.length >= 0;
            }
        } catch (InterruptedException nobodyDoes) {
            Thread.currentThread().interrupt();
        }
    }

    private static Piece read(Reader text, char[] chars) {
        try {
            return new Piece(chars, text.read(chars, 0, chars.length), Optional.empty());
        } catch (IOException failure) {
            return new Piece(chars, -1, Optional.of(failure));
        }
    }

    @Override
    public int read(char[] chars, int from, int length) throws IOException {
        if (used == piece.length && !nextPiece()) {
            return -1;
        }
        var count = Math.min(length, piece.length - used);
        System.arraycopy(piece.chars, used, chars, from, count);
        used += count;
        return count;
    }

    private boolean nextPiece() throws IOException {
        try {
            do {
                if (piece.chars.length > 0) {
                    empty.put(piece.chars);
                }
                piece = full.take();
                used = 0;
            } while (piece.length == 0);
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Reading was cancelled.");
        }
        var end = piece;
        if (end.length < 0) {
            piece = new Piece(Arrays.copyOf(end.chars, 0), 0, Optional.empty());
            full.add(end);
            if (end.failure.isPresent()) {
                throw end.failure.get();
            }
            return false;
        }
        return true;
    }

    /// Waits until the other thread has let go of the text, which stays open.
    @Override
    public void close() {
        closed = true;
        while (thread.isAlive()) {
            full.clear();
            empty.offer(new char[1]);
            try {
                thread.join(1);
            } catch (InterruptedException cancelled) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
