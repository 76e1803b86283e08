package dev.hostlab.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The warm-up of EC2 Auto Scaling, which has no cooldown for target tracking and step scaling.
///
/// A new instance counts as capacity once it has been in service for the warm-up time; until then a scale-out starts
/// from the warm ones, so that a breach of the same size adds nothing. Nothing is scaled in until every new instance
/// is warm. An instance that is terminating still counts when a step policy scales in. Source: EC2 Auto Scaling user
/// guide, "Step and simple scaling policies", instance warm-up, and "Set the default instance warmup", read
/// 2026-11-23.
public final class InstanceWarmUp implements Pacing {

    private final int launchSeconds;
    private final int warmupSeconds;
    private final int terminateSeconds;
    private final List<Batch> warming = new ArrayList<>();
    private final List<Batch> leaving = new ArrayList<>();

    /// Instances that one change asked for or gave up.
    ///
    /// @param until seconds from the start of the run until which they are under way
    private record Batch(int count, long until) {}

    /// @param launchSeconds    from the decision until new instances are in service
    /// @param warmupSeconds    from there until they count
    /// @param terminateSeconds from the decision until given-up instances are gone
    public InstanceWarmUp(int launchSeconds, int warmupSeconds, int terminateSeconds) {
        this.launchSeconds = launchSeconds;
        this.warmupSeconds = warmupSeconds;
        this.terminateSeconds = terminateSeconds;
    }

    @Override
    public int outBase(long at, int desired) {
        return Math.max(0, desired - count(warming, at));
    }

    @Override
    public int inBase(long at, int desired) {
        return desired + count(leaving, at);
    }

    @Override
    public Optional<String> holdsScaleIn(long at) {
        return settling(at);
    }

    @Override
    public Optional<String> settling(long at) {
        forgetPast(warming, at);
        return warming.isEmpty()
                ? Optional.empty()
                : Optional.of("instances warming up until "
                        + Words.clock(warming.getLast().until()));
    }

    @Override
    public void changed(long at, int from, int to, Pause pause) {
        if (to > from) {
            warming.add(new Batch(to - from, at + launchSeconds + warmupSeconds));
        } else {
            leaving.add(new Batch(from - to, at + terminateSeconds));
        }
    }

    private static int count(List<Batch> batches, long at) {
        forgetPast(batches, at);
        return batches.stream().mapToInt(Batch::count).sum();
    }

    private static void forgetPast(List<Batch> batches, long at) {
        batches.removeIf(batch -> batch.until() <= at);
    }
}
