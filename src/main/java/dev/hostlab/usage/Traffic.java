package dev.hostlab.usage;

/// What crossed the network over a horizon; means over replications may be fractional.
///
/// @param requests       requests that arrived
/// @param requestBytes   bytes received from clients
/// @param responseBytes  bytes sent to clients
/// @param queueRequests  requests to the API of the message queue, as its provider counts them
public record Traffic(double requests, double requestBytes, double responseBytes, double queueRequests) {

    /// Without a message queue.
    public Traffic(double requests, double requestBytes, double responseBytes) {
        this(requests, requestBytes, responseBytes, 0);
    }
}
