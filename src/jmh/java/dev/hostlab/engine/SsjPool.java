package dev.hostlab.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import umontreal.ssj.probdist.LognormalDistFromMoments;
import umontreal.ssj.randvar.ExponentialGen;
import umontreal.ssj.randvar.LognormalGen;
import umontreal.ssj.randvar.RandomVariateGen;
import umontreal.ssj.rng.MRG32k3a;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.SplayTree;
import umontreal.ssj.stat.Tally;

/// The peer: one central pool of servers in SSJ (P. L'Ecuyer's Stochastic Simulation in Java), written with events as
/// its tutorial does, with its default event list and generator. It meters less than Hostlab does: means of waits and
/// responses, and the mean in the pool each minute where the pool scales.
final class SsjPool {

    private static final double MINUTE = 60;
    private static final int HIGH_POINTS = 3;
    private static final int LOW_POINTS = 15;

    private final Simulator sim = new Simulator(new SplayTree());
    private final Deque<Customer> line = new ArrayDeque<>();
    private final Deque<Customer> spare = new ArrayDeque<>();
    private final Tally waits = new Tally();
    private final Tally responses = new Tally();
    private final double[] perMinute;
    private final double startSeconds;
    private final ExponentialGen gaps = new ExponentialGen(new MRG32k3a(), 1);
    private final RandomVariateGen services;
    private int servers;
    private int busy;
    private double insideArea;
    private double areaUntil;
    private int minute;
    private int high;
    private int low;

    private SsjPool(double[] perMinute, int servers, RandomVariateGen services, double startSeconds) {
        this.perMinute = perMinute;
        this.servers = servers;
        this.services = services;
        this.startSeconds = startSeconds;
    }

    /// A fixed pool with exponential service of mean 1 s.
    static SsjPool exponential(double[] perMinute, int servers) {
        return new SsjPool(perMinute, servers, new ExponentialGen(new MRG32k3a(), 1), -1);
    }

    /// A pool that follows a target of 60 % busy, with lognormal service; new servers come after a delay.
    static SsjPool tracking(double[] perMinute, int servers, double meanSeconds, double cv) {
        var variance = meanSeconds * cv * meanSeconds * cv;
        var service = new LognormalGen(new MRG32k3a(), new LognormalDistFromMoments(meanSeconds, variance));
        return new SsjPool(perMinute, servers, service, MINUTE);
    }

    /// Plays the minutes and tells how many requests were served.
    long play() {
        sim.init();
        new Arrival().schedule(gap());
        new Minute().schedule(MINUTE);
        sim.start();
        return responses.numberObs();
    }

    double meanResponseSeconds() {
        return responses.average();
    }

    double meanWaitSeconds() {
        return waits.average();
    }

    int servers() {
        return servers;
    }

    private double gap() {
        return gaps.nextDouble() * MINUTE / perMinute[minute];
    }

    private void settle() {
        insideArea += (busy + line.size()) * (sim.time() - areaUntil);
        areaUntil = sim.time();
    }

    private void begin(Customer customer) {
        busy++;
        waits.add(sim.time() - customer.arrived);
        customer.schedule(services.nextDouble());
    }

    /// A customer, who is the event of leaving, too.
    private final class Customer extends Event {

        private double arrived;

        Customer() {
            super(SsjPool.this.sim);
        }

        @Override
        public void actions() {
            settle();
            busy--;
            responses.add(sim.time() - arrived);
            spare.push(this);
            if (busy < servers && !line.isEmpty()) {
                begin(line.removeFirst());
            }
        }
    }

    private final class Arrival extends Event {

        Arrival() {
            super(SsjPool.this.sim);
        }

        @Override
        public void actions() {
            settle();
            schedule(gap());
            var customer = spare.isEmpty() ? new Customer() : spare.pop();
            customer.arrived = sim.time();
            if (busy < servers) {
                begin(customer);
            } else {
                line.add(customer);
            }
        }
    }

    private final class Minute extends Event {

        Minute() {
            super(SsjPool.this.sim);
        }

        @Override
        public void actions() {
            settle();
            minute++;
            if (minute == perMinute.length) {
                sim.stop();
                return;
            }
            if (startSeconds >= 0) {
                follow(insideArea / MINUTE / servers);
            }
            insideArea = 0;
            schedule(MINUTE);
        }

        private void follow(double use) {
            high = use > 0.6 ? high + 1 : 0;
            low = use < 0.54 ? low + 1 : 0;
            if (high >= HIGH_POINTS || low >= LOW_POINTS) {
                new Resize((int) Math.ceil(servers * use / 0.6)).schedule(high > 0 ? startSeconds : 0);
                high = 0;
                low = 0;
            }
        }
    }

    private final class Resize extends Event {

        private final int to;

        Resize(int to) {
            super(SsjPool.this.sim);
            this.to = to;
        }

        @Override
        public void actions() {
            servers = to;
            while (busy < servers && !line.isEmpty()) {
                begin(line.removeFirst());
            }
        }
    }
}
