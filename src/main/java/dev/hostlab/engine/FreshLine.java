package dev.hostlab.engine;

/// Messages that nobody has received yet, first come first served, of any length in constant memory: messages are
/// numbered and their draws depend on the number, so the line keeps only how many wait and draws the head again.
final class FreshLine {

    private final ArrivalStream arrivals;
    private long number = -1;
    private long arrived;
    private long size;

    /// @param twin a second source of the same messages; only its arrivals are used
    FreshLine(RequestSource twin) {
        arrivals = twin.arrivals();
    }

    boolean isEmpty() {
        return size == 0;
    }

    long size() {
        return size;
    }

    /// Adds the message of a number; those between it and the last one did not have to wait.
    void add(long message) {
        if (size++ == 0) {
            while (number < message) {
                skipToNext();
            }
        }
    }

    long headNumber() {
        return number;
    }

    long headArrived() {
        return arrived;
    }

    /// Draws what the head needs.
    void drawHead(RequestSampler demands) {
        demands.draw(number, arrivals.inputTokens(), arrivals.outputTokens());
    }

    void removeHead() {
        if (--size > 0) {
            skipToNext();
        }
    }

    private void skipToNext() {
        arrived = arrivals.next();
        number++;
    }
}
