package dev.hostlab.comparison;

import java.time.Instant;

/// The workload that was played.
///
/// @param name         its name, mostly the file's
/// @param sha256       of the trace file's bytes, hexadecimal
/// @param rows         data rows read
/// @param from         start of the first bin, or first request
/// @param to           end of the last bin, or last request
/// @param requests     requests in the trace
/// @param inputTokens  input tokens, 0 where the trace has none
/// @param outputTokens output tokens, 0 where the trace has none
public record WorkloadSummary(
        String name,
        String sha256,
        long rows,
        Instant from,
        Instant to,
        double requests,
        double inputTokens,
        double outputTokens) {}
