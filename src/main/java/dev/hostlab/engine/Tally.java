package dev.hostlab.engine;

/// Running counts of one run. Fields, since the hot path writes them; nobody outside the engine sees this class.
final class Tally {

    long arrived;
    long served;
    long rejected;
    long timedOut;
    long failed;
    long inFlight;
    long good;
    long delayed;
    long waited;
    long noTarget;
    long idleTimeout;
    long crashed;
    long keepAlive;
    long retries;
    double inputTokens;
    double outputTokens;

    /// So many have been turned away, since there is no unit at all (503).
    void foundNoTarget(long many) {
        rejected += many;
        noTarget += many;
    }

    /// One has met a crashed application (502).
    void refused() {
        failed++;
        crashed++;
    }

    /// Some of those served met a connection that was being closed (502).
    void hangUp(long many, long wereGood) {
        served -= many;
        good -= wereGood;
        failed += many;
        keepAlive += many;
    }

    /// What was lost since then was lost by a crash.
    void blameCrash(long failedBefore) {
        crashed += failed - failedBefore;
    }

    /// What was lost since then got 429 instead.
    void limitSince(long failedBefore) {
        var lost = failed - failedBefore;
        failed -= lost;
        rejected += lost;
    }

    /// Copies another tally, so that differences over a period can be taken.
    void set(Tally other) {
        arrived = other.arrived;
        served = other.served;
        rejected = other.rejected;
        timedOut = other.timedOut;
        failed = other.failed;
        inFlight = other.inFlight;
        good = other.good;
        delayed = other.delayed;
        waited = other.waited;
        noTarget = other.noTarget;
        idleTimeout = other.idleTimeout;
        crashed = other.crashed;
        keepAlive = other.keepAlive;
        retries = other.retries;
        inputTokens = other.inputTokens;
        outputTokens = other.outputTokens;
    }

    /// Takes another tally off this one.
    void subtract(Tally other) {
        arrived -= other.arrived;
        served -= other.served;
        rejected -= other.rejected;
        timedOut -= other.timedOut;
        failed -= other.failed;
        inFlight -= other.inFlight;
        good -= other.good;
        delayed -= other.delayed;
        waited -= other.waited;
        noTarget -= other.noTarget;
        idleTimeout -= other.idleTimeout;
        crashed -= other.crashed;
        keepAlive -= other.keepAlive;
        retries -= other.retries;
        inputTokens -= other.inputTokens;
        outputTokens -= other.outputTokens;
    }

    /// What the service was asked: requests and their retries.
    long attempts() {
        return arrived + retries;
    }

    /// Requests that have got their answer, or will never get one.
    long decided() {
        return served + rejected + timedOut + failed;
    }
}
