package dev.hostlab.engine;

import org.jspecify.annotations.Nullable;

/// The request side of a run: plays arrivals through the units that are in service. The control side calls it
/// between two of its events and changes only which units take requests.
///
/// A unit is known by its index, which no other unit of the kernel has at that time. All methods take simulated
/// nanoseconds that never go back.
interface Kernel {

    /// Puts a fresh unit into service.
    void admit(int index, long now);

    /// Sends no more requests to a unit in service; what it holds goes on.
    void withdraw(int index, long now);

    /// Ends a unit that was withdrawn; requests that it still holds are lost.
    void end(int index, long now);

    /// The application of a unit in service crashes: what it holds is lost. What is sent to it fails at once until
    /// it is withdrawn; workers that pull take nothing more.
    void crash(int index, long now);

    /// The CPU time that a unit used since the last call, in vCPU-nanoseconds up to `now`. Asked of units in
    /// service, and of one that has just been withdrawn.
    double harvestCpuNanos(int index, long now);

    /// Plays all that arrives before `time`, and what units do up to and including `time` itself. The control side
    /// changes nothing before `time`.
    void serveUntil(long time);

    /// Counts what is still inside at the end of the run: in units and in a central line.
    void countInFlight(long now);

    /// When the message arrived that waits longest in a line of all units, [Unit#NEVER] where none waits or there
    /// is no such line.
    default long oldestWaiting() {
        return Unit.NEVER;
    }

    /// Whether a model provider limits the tokens of all units together.
    default boolean limitsTokens() {
        return false;
    }

    /// Asks the model provider for tokens beside those of requests.
    ///
    /// @return the share that it grants, 0 to 1; those are taken
    default double grantTokens(double input, double output, long now) {
        return 1;
    }

    /// Requests played so far.
    long requests();

    /// Requests that wait for a slot now; of a queue that delivers again, messages that can be received.
    default long waiting(Meter counted) {
        return counted.waiting();
    }

    /// What became of deliveries, null where a message is delivered once.
    ///
    /// @param calls counts requests to the queue's API
    default RunResult.@Nullable Deliveries deliveries(QueueCallMeter calls) {
        return null;
    }

    /// What clients asked again so far.
    default RunResult.Repeats repeats() {
        return RunResult.Repeats.NONE;
    }

    /// What limits did, null where there are none.
    default @Nullable LimitMeter limits() {
        return null;
    }
}
