package dev.hostlab.workload;

import java.util.List;

/// What may hold requests back besides capacity: the limits of a model provider, and what tenants are allowed.
///
/// @param provider limits that all units share
/// @param retries  what the service does when the provider refuses a call
/// @param tenants  who the requests belong to; empty where nobody is told apart
/// @param byTrace  whether the arrivals tell whose each request is; otherwise shares of the traffic do
public record Access(Provider provider, Retries retries, List<Tenant> tenants, boolean byTrace) {

    /// Nothing is limited and nobody is told apart.
    public static final Access OPEN = new Access(Provider.UNLIMITED, Retries.NONE, List.of());

    /// Whose requests are whose follows from shares.
    public Access(Provider provider, Retries retries, List<Tenant> tenants) {
        this(provider, retries, tenants, false);
    }

    /// What a model provider allows one account, all units together. 0 stands for no limit.
    ///
    /// @param requestsPerMinute     calls
    /// @param tokensPerMinute       input and output tokens together
    /// @param inputTokensPerMinute  input tokens
    /// @param outputTokensPerMinute output tokens
    /// @param tokensPerDay          input and output tokens together, from midnight to midnight UTC
    /// @param burstSeconds          how long a bucket takes to fill: it holds what the limit allows in that time
    /// @param reserves              whether a call takes its largest answer when it starts and is
    /// corrected at its end
    /// @param maxTokens             that largest answer, in output tokens
    public record Provider(
            long requestsPerMinute,
            long tokensPerMinute,
            long inputTokensPerMinute,
            long outputTokensPerMinute,
            long tokensPerDay,
            int burstSeconds,
            boolean reserves,
            long maxTokens) {

        public static final Provider UNLIMITED = new Provider(0, 0, 0, 0, 0, 60, true, 0);

        /// Whether there is no limit at all.
        public boolean isUnlimited() {
            return requestsPerMinute == 0
                    && tokensPerMinute == 0
                    && inputTokensPerMinute == 0
                    && outputTokensPerMinute == 0
                    && tokensPerDay == 0;
        }

        /// The same provider without any limit.
        public Provider unlimited() {
            return new Provider(0, 0, 0, 0, 0, burstSeconds, reserves, maxTokens);
        }
    }

    /// What the service does with a call that got 429.
    ///
    /// @param attempts         calls for one request, the first included; at least 1
    /// @param baseSeconds      the wait after the first refusal
    /// @param factor           how much longer each further wait is
    /// @param maxSeconds       the longest wait; a provider that asks for more is not asked again
    /// @param jitter           whether the wait is uniform between 0 and that (full jitter)
    /// @param honoursRetryAfter whether it waits at least as long as the provider says
    /// @param releasesSlot     whether the request gives its slot away while it waits
    public record Retries(
            int attempts,
            double baseSeconds,
            double factor,
            double maxSeconds,
            boolean jitter,
            boolean honoursRetryAfter,
            boolean releasesSlot) {

        public static final Retries NONE = new Retries(1, 1, 2, 60, true, true, false);
    }

    /// A customer or team whose requests are told apart. 0 stands for no limit.
    ///
    /// @param name              what people call it
    /// @param share             its part of the traffic, as a weight above 0; 0 for what the trace says
    /// @param requestsPerMinute requests that it may send
    /// @param tokensPerMinute   input and output tokens that it may use
    /// @param queues            whether requests above its limit wait their turn; otherwise they get 429
    /// @param budget            what it may spend
    public record Tenant(
            String name, double share, long requestsPerMinute, long tokensPerMinute, boolean queues, Budget budget) {}

    /// Tokens that a tenant may use in a month.
    ///
    /// @param tokens input and output tokens together, 0 for no budget
    /// @param spent  what is gone when the run starts
    /// @param hard   whether requests beyond it are refused; otherwise it only warns
    /// @param warnShare part of the tokens from which on it warns, above 0 and up to 1
    public record Budget(long tokens, long spent, boolean hard, double warnShare) {

        public static final Budget NONE = new Budget(0, 0, false);
        private static final double USUAL_WARNING = 0.8;

        /// A budget that warns when four fifths of it are used.
        public Budget(long tokens, long spent, boolean hard) {
            this(tokens, spent, hard, USUAL_WARNING);
        }
    }

    public Access {
        tenants = List.copyOf(tenants);
        if (retries.attempts() < 1) {
            throw new IllegalArgumentException("A request is tried once at least: " + retries.attempts());
        }
    }

    /// Whether nothing is limited and nobody is told apart.
    public boolean isOpen() {
        return provider.isUnlimited() && tenants.isEmpty();
    }
}
