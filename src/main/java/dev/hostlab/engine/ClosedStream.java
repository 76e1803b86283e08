package dev.hostlab.engine;

import dev.hostlab.theory.QueueModel;

/// The requests of a fixed number of users, who think, ask, and think again when they have got their answer. Unlike
/// other streams it can be asked for the next arrival as often as one likes, since answers change it.
final class ClosedStream implements ArrivalStream {

    private final NextEvents asks = new NextEvents();
    private final DrawnSpan thinking;
    private final int[] waiting;
    private int waitingCount;
    private long answered;

    /// @param scale simulated seconds in one second of the load
    ClosedStream(QueueModel.Load.Closed load, double scale, RunId run) {
        thinking = new DrawnSpan(load.think(), scale, run.key(Stream.THINKING));
        waiting = new int[load.users()];
        for (var user = 0; user < load.users(); user++) {
            asks.set(user, thinking.draw());
        }
    }

    @Override
    public long next() {
        return asks.earliest();
    }

    /// The next user asks and waits.
    void leave() {
        var user = asks.unit();
        waiting[waitingCount++] = user;
        asks.set(user, Unit.NEVER);
    }

    /// So many requests have been answered or turned away up to `now`; users who are new among them think again.
    void answered(long total, long now) {
        for (; answered < total; answered++) {
            asks.set(waiting[--waitingCount], now + thinking.draw());
        }
    }

    @Override
    public double inputTokens() {
        return 0;
    }

    @Override
    public double outputTokens() {
        return 0;
    }
}
