package dev.hostlab.engine;

import dev.hostlab.routing.Routing;

/// Round robin, random and power-of-two routing to units with lines of their own, by departure computation.
final class RotaKernel extends DepartureKernel {

    private final Routing routing;
    private final Rota rota;

    RotaKernel(KernelPlan plan, RequestSource source, Meter meter, RunId run) {
        super(plan, source, meter);
        this.routing = plan.routing();
        this.rota = new Rota(run.key(Stream.ROUTING));
    }

    @Override
    public void admit(int index, long now) {
        slots.open(index, now);
        rota.add(index);
    }

    @Override
    public void withdraw(int index, long now) {
        rota.remove(index);
    }

    @Override
    void play(int from, int to, long time) {
        if (rota.size() == 0) {
            meter.total().foundNoTarget(to - from);
            return;
        }
        switch (routing) {
            case ROUND_ROBIN -> playInTurn(from, to, time);
            case RANDOM -> playAtRandom(from, to, time);
            case POWER_OF_TWO -> playBetterOfTwo(from, to, time);
            case CENTRAL, LEAST_OUTSTANDING -> throw new IllegalStateException("Not by rota: " + routing);
        }
    }

    private void playInTurn(int from, int to, long time) {
        for (var index = from; index < to; index++) {
            offer(index, rota.next(), time);
        }
    }

    private void playAtRandom(int from, int to, long time) {
        var first = batch.number() - batch.position();
        for (var index = from; index < to; index++) {
            offer(index, rota.any(rota.bits(first + index)), time);
        }
    }

    private void playBetterOfTwo(int from, int to, long time) {
        var first = batch.number() - batch.position();
        for (var index = from; index < to; index++) {
            var bits = rota.bits(first + index);
            var now = batch.at[index];
            var place = rota.place(bits);
            var one = rota.at(place);
            var other = rota.at(rota.otherPlace(place, bits));
            offer(index, slots.outstanding(other, now) < slots.outstanding(one, now) ? other : one, time);
        }
    }

    @Override
    void beginUntil(long time) {
        // nobody waits but in a unit's own line
    }

    @Override
    void settled(long time) {
        // units are looked at only when a request reaches them
    }
}
