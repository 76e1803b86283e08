package dev.hostlab.engine;

/// Messages that wait when the run starts, and then other arrivals. Those that wait carry the mean tokens of the rest.
final class WaitingFirst implements ArrivalStream {

    private final ArrivalStream rest;
    private final double meanInput;
    private final double meanOutput;
    private long left;
    private boolean waiting = true;

    /// @param many       how many wait, at least 0
    /// @param meanInput  input tokens of each of them
    /// @param meanOutput output tokens of each of them
    WaitingFirst(long many, double meanInput, double meanOutput, ArrivalStream rest) {
        this.left = many;
        this.meanInput = meanInput;
        this.meanOutput = meanOutput;
        this.rest = rest;
    }

    @Override
    public long next() {
        if (left > 0) {
            left--;
            return 0;
        }
        waiting = false;
        return rest.next();
    }

    @Override
    public void fill(RequestBatch batch) {
        if (left > 0) {
            ArrivalStream.super.fill(batch);
        } else {
            rest.fill(batch);
        }
    }

    @Override
    public int tenant() {
        return waiting ? NOBODY : rest.tenant();
    }

    @Override
    public double inputTokens() {
        return waiting ? meanInput : rest.inputTokens();
    }

    @Override
    public double outputTokens() {
        return waiting ? meanOutput : rest.outputTokens();
    }
}
