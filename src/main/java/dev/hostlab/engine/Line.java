package dev.hostlab.engine;

/// Requests waiting in order of arrival.
sealed interface Line permits WaitingLine, CentralLine, ImpatientLine {

    boolean isEmpty();

    int size();

    /// Whether one more request fits.
    boolean hasRoom();

    /// Puts a request at the end.
    ///
    /// @param request its number among the run's arrivals, from 0
    /// @param demand  what was drawn for it
    void add(long request, long arrivedAt, RequestSampler demand);

    /// When the request at the head arrived.
    long headArrived();

    long headCpu();

    long headUpstream();

    /// The part of its wait upstream after the first token.
    default long headDecoding() {
        return 0;
    }

    void removeHead();

    /// Puts a request whose service was interrupted at the head.
    ///
    /// @param nanosLeft what is left of its service
    default void addFirst(long arrivedAt, long nanosLeft) {
        throw new UnsupportedOperationException("Service is not interrupted here");
    }

    /// When the next client gives up waiting, [Unit#NEVER] if nobody does.
    default long nextLeave() {
        return Unit.NEVER;
    }

    /// Takes out the request whose client gives up next and tells when it arrived.
    default long leaveNext() {
        throw new UnsupportedOperationException("Nobody gives up here");
    }
}
