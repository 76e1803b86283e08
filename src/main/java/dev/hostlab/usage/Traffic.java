package dev.hostlab.usage;

/// What crossed the network over a horizon; means over replications may be fractional.
///
/// @param requests       requests that arrived
/// @param requestBytes   bytes received from clients
/// @param responseBytes  bytes sent to clients
public record Traffic(double requests, double requestBytes, double responseBytes) {}
