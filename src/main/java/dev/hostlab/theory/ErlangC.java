package dev.hostlab.theory;

/// M/M/c: Poisson arrivals, exponential service, one queue, *c* servers.
///
/// Source: A. K. Erlang, "Solution of some problems in the theory of probabilities of significance in automatic
/// telephone exchanges", 1917; formulas as in Gross, Shortle, Thompson and Harris, "Fundamentals of Queueing
/// Theory", 4th ed. 2008, sections 2.3 and 2.5.
public final class ErlangC {

    private ErlangC() {}

    /// Erlang B: the share of requests turned away where nobody can wait (M/G/c/c, whatever the service times).
    ///
    /// @param servers at least 0
    /// @param load    arrival rate × mean service time, 0 or more
    public static double blocking(int servers, double load) {
        var blocking = 1.0;
        for (var server = 1; server <= servers; server++) {
            blocking = load * blocking / (server + load * blocking);
        }
        return blocking;
    }

    /// Erlang C: the share of requests that wait; 1 where load reaches the number of servers.
    ///
    /// @param servers at least 1
    /// @param load    arrival rate × mean service time, 0 or more
    public static double waitProbability(int servers, double load) {
        if (load >= servers) {
            return 1;
        }
        var blocking = blocking(servers, load);
        return blocking / (1 - load / servers * (1 - blocking));
    }

    /// The mean wait of all requests, in mean service times; infinite where load reaches the number of servers.
    ///
    /// @param servers at least 1
    /// @param load    arrival rate × mean service time, 0 or more
    public static double meanWait(int servers, double load) {
        return load >= servers ? Double.POSITIVE_INFINITY : waitProbability(servers, load) / (servers - load);
    }
}
