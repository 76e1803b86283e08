package dev.hostlab.usage;

import java.time.Duration;

/// How a provider turns running time into billed time.
///
/// @param step    running time is rounded up to a multiple of this, above 0
/// @param minimum the least that one run is billed for, 0 or more
public record BillingClock(Duration step, Duration minimum) {

    /// Linux tasks on Fargate: by the second, one minute at least; from the start of the image download to the
    /// task's end.
    ///
    /// Source: AWS Fargate pricing, "Pricing details", read 2026-11-23; the minimum as quoted by vantage.sh and
    /// wring.co.
    /// @see <a href="https://aws.amazon.com/fargate/pricing/">AWS Fargate pricing</a>
    public static final BillingClock FARGATE_LINUX = new BillingClock(Duration.ofSeconds(1), Duration.ofSeconds(60));

    /// Linux instances on EC2: by the second, 60 seconds at least for each run; a restart is a new run.
    ///
    /// Source: Amazon EC2 user guide, `concepts.md` and `DocumentHistory.md`, as of 2023-06-15.
    public static final BillingClock EC2_LINUX = new BillingClock(Duration.ofSeconds(1), Duration.ofSeconds(60));

    public BillingClock {
        if (step.isNegative() || step.isZero() || minimum.isNegative()) {
            throw new IllegalArgumentException("A step is above 0 and a minimum not below: " + step + ", " + minimum);
        }
    }

    /// The time billed for a run of `running`, 0 or more. Even a run of no time at all pays the minimum.
    public Duration billable(Duration running) {
        return Duration.ofNanos(billableNanos(running.toNanos()));
    }

    /// The same in nanoseconds of simulated time, for the engine.
    public long billableNanos(long runningNanos) {
        if (runningNanos < 0) {
            throw new IllegalArgumentException("Running time is 0 or more: " + runningNanos);
        }
        var stepNanos = step.toNanos();
        return Math.max(Math.ceilDiv(runningNanos, stepNanos) * stepNanos, minimum.toNanos());
    }
}
