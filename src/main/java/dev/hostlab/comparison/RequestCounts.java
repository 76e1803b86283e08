package dev.hostlab.comparison;

import dev.hostlab.engine.RunResult;

/// What became of the requests of one run; `arrived` is the sum of the next five.
///
/// @param arrived   first attempts
/// @param served    answered in time
/// @param rejected  queue full, 503 or 429
/// @param timedOut  the client or the load balancer gave up first
/// @param failed    502, or lost with the unit that held it
/// @param inFlight  not yet decided at the end of the horizon
/// @param retries   attempts beyond the first: calls to a provider, deliveries of a message, requests of a client
/// @param causes    why some were not served
/// @param repeats   what clients asked again
public record RequestCounts(
        long arrived,
        long served,
        long rejected,
        long timedOut,
        long failed,
        long inFlight,
        long retries,
        ErrorCauses causes,
        RunResult.Repeats repeats) {

    /// Clients that ask once.
    public RequestCounts(
            long arrived,
            long served,
            long rejected,
            long timedOut,
            long failed,
            long inFlight,
            long retries,
            ErrorCauses causes) {
        this(arrived, served, rejected, timedOut, failed, inFlight, retries, causes, RunResult.Repeats.NONE);
    }

    /// The usual causes: full lines, clients that leave, units that stop.
    public RequestCounts(
            long arrived, long served, long rejected, long timedOut, long failed, long inFlight, long retries) {
        this(
                arrived,
                served,
                rejected,
                timedOut,
                failed,
                inFlight,
                retries,
                new ErrorCauses(rejected, 0, timedOut, 0, failed, 0));
    }

    public RequestCounts {
        if (arrived != served + rejected + timedOut + failed + inFlight) {
            throw new IllegalArgumentException("Requests are not conserved: " + arrived + " arrived, but " + served
                    + " served, " + rejected + " rejected, " + timedOut + " timed out, " + failed + " failed, "
                    + inFlight
                    + " in flight");
        }
    }
}
