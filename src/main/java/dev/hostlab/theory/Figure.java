package dev.hostlab.theory;

/// The figures by which queues are compared, under the names that queueing theory has for them.
public enum Figure {
    /// Share of requests that wait before they are served.
    P_WAIT("P_wait", Unit.SHARE, "requests that wait"),
    /// Mean number of requests waiting.
    LQ("Lq", Unit.NUMBER, "mean requests waiting"),
    /// Mean number of requests inside, waiting or served.
    L("L", Unit.NUMBER, "mean requests inside"),
    /// Mean wait in seconds; with impatience over all arrivals, a wait ending when patience does.
    WQ("Wq", Unit.SECONDS, "mean wait"),
    /// Mean response time of served requests in seconds.
    W("W", Unit.SECONDS, "mean response"),
    WQ_P50("Wq_p50", Unit.SECONDS, "wait, median"),
    WQ_P95("Wq_p95", Unit.SECONDS, "wait, 95th percentile"),
    WQ_P99("Wq_p99", Unit.SECONDS, "wait, 99th percentile"),
    W_P50("W_p50", Unit.SECONDS, "response, median"),
    W_P95("W_p95", Unit.SECONDS, "response, 95th percentile"),
    W_P99("W_p99", Unit.SECONDS, "response, 99th percentile"),
    /// Share of arrivals that are turned away because the system is full.
    P_BLOCK("P_block", Unit.SHARE, "turned away, system full"),
    /// Share of arrivals that leave before they are served.
    P_ABANDON("P_abandon", Unit.SHARE, "gave up waiting"),
    /// Mean number of busy servers.
    E_BUSY("E_busy", Unit.NUMBER, "mean busy servers"),
    /// Mean number of servers in a cold start.
    E_SETUP("E_setup", Unit.NUMBER, "mean servers starting"),
    /// Mean number of servers that are paid for: busy, idle or starting.
    E_ON("E_on", Unit.NUMBER, "mean servers on");

    /// What a figure counts in.
    public enum Unit {
        SHARE,
        NUMBER,
        SECONDS
    }

    private final String id;
    private final Unit unit;
    private final String words;

    Figure(String id, Unit unit, String words) {
        this.id = id;
        this.unit = unit;
        this.words = words;
    }

    /// The name in files.
    public String id() {
        return id;
    }

    public Unit unit() {
        return unit;
    }

    /// What it is, in words.
    public String words() {
        return words;
    }
}
