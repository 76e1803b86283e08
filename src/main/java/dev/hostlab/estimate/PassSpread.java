package dev.hostlab.estimate;

/// How far the passes of an estimate differ from each other, and whether their mean is known well enough: billed
/// capacity with a standard error of 0.3 %, the mean wait with one of 5 % or 2 ms.
final class PassSpread {

    private static final double BILLED_ERROR = 0.003;
    private static final double WAIT_ERROR = 0.05;
    private static final double WAIT_SECONDS = 0.002;

    private final Figure billed = new Figure();
    private final Figure wait = new Figure();

    /// A running mean and variance (Welford, Technometrics 4, 1962).
    private static final class Figure {
        private int count;
        private double mean;
        private double squares;

        private void add(double value) {
            count++;
            var off = value - mean;
            mean += off / count;
            squares += off * (value - mean);
        }

        private double standardError() {
            return count < 2 ? 0 : Math.sqrt(squares / (count - 1) / count);
        }
    }

    void add(Estimate pass) {
        billed.add(pass.usage().compute().stream()
                .mapToDouble(each -> each.billedSeconds())
                .sum());
        pass.waiting().ifPresent(latency -> wait.add(latency.mean()));
    }

    boolean isSettled() {
        return billed.standardError() <= BILLED_ERROR * billed.mean
                && wait.standardError() <= Math.max(WAIT_SECONDS, WAIT_ERROR * wait.mean);
    }
}
