package dev.hostlab.workload;

/// The service being hosted: what one request needs of a task.
///
/// A request holds one of the task's slots for its CPU work and then for its wait on something upstream; waiting
/// holds the slot but no CPU. CPU work of requests on the same task shares its vCPUs evenly, at most one vCPU a
/// request.
///
/// @param concurrency slots of one task, at least 1
/// @param cpu         CPU work
/// @param upstream    wait for something upstream: a database, a model
/// @param tokens      tokens of a request where the trace has none
/// @param payload     bytes on the wire and in the log
/// @param memory      memory of one task
/// @param clients     what clients put up with
/// @param access      limits of the model provider, and tenants
public record ServiceModel(
        int concurrency,
        Cpu cpu,
        Upstream upstream,
        Tokens tokens,
        Payload payload,
        Memory memory,
        Clients clients,
        Access access) {

    /// A service whose calls nobody limits.
    public ServiceModel(
            int concurrency,
            Cpu cpu,
            Upstream upstream,
            Tokens tokens,
            Payload payload,
            Memory memory,
            Clients clients) {
        this(concurrency, cpu, upstream, tokens, payload, memory, clients, Access.OPEN);
    }

    /// CPU work of one request: milliseconds of one vCPU.
    ///
    /// @param msPerRequest     fixed part
    /// @param msPerOutputToken for each token sent on
    /// @param usPerInputToken  microseconds for each token read
    /// @param variation        factor on the sum
    public record Cpu(double msPerRequest, double msPerOutputToken, double usPerInputToken, Variation variation) {

        /// Mean milliseconds of one vCPU for a request of these tokens.
        public double meanMs(double inputTokens, double outputTokens) {
            return msPerRequest + msPerOutputToken * outputTokens + usPerInputToken * inputTokens / 1_000;
        }
    }

    /// Wait of one request for something upstream.
    ///
    /// @param ms              fixed part in milliseconds: a query, or the time to first token
    /// @param variation       factor on the fixed part
    /// @param msPerInputToken added to it for each input token
    /// @param decoding        how output tokens arrive
    /// @param stalls          rare long pauses
    public record Upstream(double ms, Variation variation, double msPerInputToken, Decoding decoding, Stalls stalls) {

        /// Mean milliseconds for a request of these tokens.
        public double meanMs(double inputTokens, double outputTokens) {
            return ms
                    + msPerInputToken * inputTokens
                    + decoding.meanMs(outputTokens)
                    + stalls.probability() * (stalls.minSeconds() + stalls.maxSeconds()) * 500;
        }
    }

    /// How fast output tokens come.
    ///
    /// @param tokensPerSecond median speed; 0 where nothing is decoded
    /// @param variation       factor on the time each request needs
    /// @param streamed        whether tokens go on to the client as they come; otherwise the
    /// answer comes in one piece
    public record Decoding(double tokensPerSecond, Variation variation, boolean streamed) {

        public static final Decoding NONE = new Decoding(0, new Variation.Constant());

        /// Tokens that go on as they come, if there are any.
        public Decoding(double tokensPerSecond, Variation variation) {
            this(tokensPerSecond, variation, tokensPerSecond > 0);
        }

        double meanMs(double outputTokens) {
            return tokensPerSecond == 0 ? 0 : outputTokens / tokensPerSecond * 1_000;
        }
    }

    /// Pauses that a small share of requests meets, uniform between two bounds.
    ///
    /// @param probability share of requests, 0 to 1
    /// @param minSeconds  shortest
    /// @param maxSeconds  longest
    public record Stalls(double probability, double minSeconds, double maxSeconds) {

        public static final Stalls NONE = new Stalls(0, 0, 0);
    }

    /// Tokens of a request where the trace does not say.
    ///
    /// @param meanInput  mean input tokens
    /// @param meanOutput mean output tokens
    /// @param variation  factor on each, drawn apart; also spreads a bin's total over its requests
    public record Tokens(double meanInput, double meanOutput, Variation variation) {

        public static final Tokens NONE = new Tokens(0, 0, new Variation.Constant());
    }

    /// Bytes of one request.
    ///
    /// @param requestBytes        from the client
    /// @param responseBytes       to the client, fixed part
    /// @param bytesPerOutputToken to the client for each output token
    public record Payload(double requestBytes, double responseBytes, double bytesPerOutputToken) {

        public static final Payload NONE = new Payload(0, 0, 0);
    }

    /// Memory of one task in MiB.
    ///
    /// @param baseMib       with no request
    /// @param perRequestMib for each request inside
    public record Memory(double baseMib, double perRequestMib) {

        public static final Memory NONE = new Memory(0, 0);
    }

    /// What clients put up with.
    ///
    /// @param timeoutSeconds    they leave after this; infinite where they never do
    /// @param cancelsAbandoned  whether queued work of a client that has gone is dropped; otherwise it goes on
    /// @param leftByLoadBalancer whether it is the load balancer that gives up after that time, for want of a byte
    /// @param firstByteSeconds  a streamed answer that waits longer for a slot is given up too; infinite for never
    /// @param retries           what they do then
    public record Clients(
            double timeoutSeconds,
            boolean cancelsAbandoned,
            boolean leftByLoadBalancer,
            double firstByteSeconds,
            ClientRetries retries) {

        public static final Clients PATIENT = new Clients(Double.POSITIVE_INFINITY, false);

        /// Clients behind no load balancer, or a patient one.
        public Clients(double timeoutSeconds, boolean cancelsAbandoned) {
            this(timeoutSeconds, cancelsAbandoned, false, Double.POSITIVE_INFINITY, ClientRetries.NONE);
        }
    }

    /// The same service with other limits.
    public ServiceModel with(Access other) {
        return new ServiceModel(concurrency, cpu, upstream, tokens, payload, memory, clients, other);
    }

    public ServiceModel {
        if (concurrency < 1) {
            throw new IllegalArgumentException("A task has at least one slot: " + concurrency);
        }
    }
}
