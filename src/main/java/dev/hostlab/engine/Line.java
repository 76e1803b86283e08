package dev.hostlab.engine;

/// Requests waiting in order of arrival.
sealed interface Line permits WaitingLine, CentralLine {

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

    void removeHead();
}
