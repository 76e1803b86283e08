package dev.hostlab.engine;

import dev.hostlab.scaling.ScalingDecision;
import dev.hostlab.usage.FleetEvent;
import dev.hostlab.usage.Usage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one run was found to do: requests by outcome, latencies, usage, and how the fleet moved.
///
/// @param requests         requests by outcome
/// @param responses        response times of served requests
/// @param waits            waiting times of served requests
/// @param meanResponseSeconds mean response time, NaN where nothing was served
/// @param meanWaitSeconds  mean waiting time, NaN where nothing was served
/// @param firstTokensOrNull times to the first token of served requests; null where answers are not streamed
/// @param usage            what was consumed
/// @param fleet            capacity held and started
/// @param decisions        changes of desired capacity, in order of time
/// @param events           deployments, failures and the like, in order of time
/// @param queueOrNull      the central queue; null where a load balancer sends the requests
/// @param timelineOrNull   tick by tick; null unless it was asked for
/// @param limitsOrNull     what limits of the model provider and of tenants did; null where there are none
public record RunResult(
        Requests requests,
        LatencyHistogram responses,
        LatencyHistogram waits,
        double meanResponseSeconds,
        double meanWaitSeconds,
        @Nullable FirstTokens firstTokensOrNull,
        Usage usage,
        FleetSummary fleet,
        List<ScalingDecision> decisions,
        List<FleetEvent> events,
        @Nullable Queue queueOrNull,
        @Nullable RunTimeline timelineOrNull,
        @Nullable RunLimits limitsOrNull) {

    /// Requests by outcome; `arrived` is the sum of the next five.
    ///
    /// @param good    served within the objective
    /// @param delayed found every slot taken while capacity was starting
    /// @param noTarget    rejected with 503, for want of any target
    /// @param idleTimeout timed out with 504, since the load balancer saw no byte for too long
    /// @param crashed     failed with 502, since the application had crashed
    /// @param keepAlive   failed with 502, since the target was closing the connection
    /// @param repeats     what clients asked again
    public record Requests(
            long arrived,
            long served,
            long rejected,
            long timedOut,
            long failed,
            long inFlight,
            long good,
            long delayed,
            long noTarget,
            long idleTimeout,
            long crashed,
            long keepAlive,
            Repeats repeats) {

        /// Nobody asked again.
        public Requests(
                long arrived,
                long served,
                long rejected,
                long timedOut,
                long failed,
                long inFlight,
                long good,
                long delayed,
                long noTarget,
                long idleTimeout,
                long crashed,
                long keepAlive) {
            this(
                    arrived,
                    served,
                    rejected,
                    timedOut,
                    failed,
                    inFlight,
                    good,
                    delayed,
                    noTarget,
                    idleTimeout,
                    crashed,
                    keepAlive,
                    Repeats.NONE);
        }
    }

    /// What clients asked again.
    ///
    /// @param retries          attempts beyond the first of a request
    /// @param withheld         retries that the clients' quota did not allow
    /// @param abandonedSeconds time of slots that attempts took whose clients had gone when they ended
    public record Repeats(long retries, long withheld, double abandonedSeconds) {

        public static final Repeats NONE = new Repeats(0, 0, 0);
    }

    /// Times from the arrival of a request to its first token.
    ///
    /// @param meanSeconds NaN where nothing was served
    public record FirstTokens(LatencyHistogram times, double meanSeconds) {}

    /// Capacity held and started.
    ///
    /// @param meanTasks            time average of task-sized capacity in service
    /// @param coldStarts           units that came into service after the start
    /// @param meanColdStartSeconds decision → first traffic, 0 where there was none
    /// @param crashes              applications that crashed
    /// @param launchesHeld         launches that had to wait for the account's quota
    /// @param meanTasksHeld        time average of the tasks that waited for it
    public record FleetSummary(
            double meanTasks,
            int peakTasks,
            int minTasks,
            double meanInstances,
            int peakInstances,
            long coldStarts,
            double meanColdStartSeconds,
            long crashes,
            long launchesHeld,
            double meanTasksHeld) {}

    /// What became of the central queue.
    ///
    /// @param startMessages messages that waited when the run started; they are among the arrivals
    /// @param oldestSeconds age that the oldest waiting message reached, at the ends of ticks
    /// @param withinTarget  share of the time in which it was not above its target
    /// @param deliveriesOrNull what became of deliveries; null where what a worker loses is lost
    public record Queue(
            long startMessages,
            double oldestSeconds,
            double withinTarget,
            @Nullable Deliveries deliveriesOrNull) {}

    /// What became of the deliveries of a queue.
    ///
    /// @param receives     messages received, again or not
    /// @param redeliveries receives beyond the first of a message
    /// @param failed       attempts that failed
    /// @param lost         attempts that ended with their worker's unit
    /// @param inVain       attempts that ended well after their message was gone or in other hands
    /// @param wastedSeconds time of slots that all those took
    /// @param deadLettered messages that came back once too often; among those failed
    /// @param expired      messages that the queue dropped for their age; among those failed
    /// @param calls        requests to the queue's API as Amazon SQS counts them: sends, receives
    /// with and without a
    /// message, deletes, changes of visibility, see [dev.hostlab.hosting.QueueCalls]
    public record Deliveries(
            long receives,
            long redeliveries,
            long failed,
            long lost,
            long inVain,
            double wastedSeconds,
            long deadLettered,
            long expired,
            long calls) {}

    public RunResult {
        decisions = List.copyOf(decisions);
        events = List.copyOf(events);
    }

    public Optional<Queue> queue() {
        return Optional.ofNullable(queueOrNull);
    }

    public Optional<FirstTokens> firstTokens() {
        return Optional.ofNullable(firstTokensOrNull);
    }

    public Optional<RunTimeline> timeline() {
        return Optional.ofNullable(timelineOrNull);
    }

    public Optional<RunLimits> limits() {
        return Optional.ofNullable(limitsOrNull);
    }
}
