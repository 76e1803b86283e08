package dev.hostlab.workload.sample;

/// Tokens of a request, drawn so that published quantiles come out: log-linear between them.
///
/// Source of the quantiles: Azure LLM inference trace 2023 (Microsoft, CC-BY 4.0; Patel et al., ISCA 2024), one
/// hour of production. The ends, which are not published, are chosen so that the published mean comes out.
final class TokenTable {

    private static final double[] SHARES = {0, 0.05, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1};

    /// Draws are as fine as this share of all requests.
    private static final int STEPS = 1 << 14;

    static final TokenTable CODE_INPUT = new TokenTable(30, 75, 578, 1_469, 2_744, 5_188, 7_303, 7_436, 7_437);
    static final TokenTable CODE_OUTPUT = new TokenTable(5, 6, 9, 13, 24, 55, 90, 251, 850);
    static final TokenTable CONVERSATION_INPUT =
            new TokenTable(100, 181, 396, 1_020, 1_189, 2_734, 4_083, 4_142, 4_200);
    static final TokenTable CONVERSATION_OUTPUT = new TokenTable(10, 41, 85, 129, 395, 424, 451, 601, 1_000);

    private final int[] tokens = new int[STEPS];

    /// @param quantiles least, p5, p25, p50, p75, p90, p95, p99, most
    private TokenTable(double... quantiles) {
        for (var i = 0; i < STEPS; i++) {
            tokens[i] = at((i + 0.5) / STEPS, quantiles);
        }
    }

    /// Tokens of one request.
    int draw(RandomStream random) {
        return tokens[(int) (random.uniform() * STEPS)];
    }

    private static int at(double share, double... quantiles) {
        var above = 1;
        while (SHARES[above] < share) {
            above++;
        }
        var within = (share - SHARES[above - 1]) / (SHARES[above] - SHARES[above - 1]);
        var from = StrictMath.log(quantiles[above - 1]);
        var to = StrictMath.log(quantiles[above]);
        return (int) StrictMath.rint(StrictMath.exp(from + within * (to - from)));
    }

    /// Tokens of many requests together.
    double sum(RandomStream random, double requests) {
        var sum = 0L;
        for (var i = 0; i < requests; i++) {
            sum += draw(random);
        }
        return sum;
    }
}
