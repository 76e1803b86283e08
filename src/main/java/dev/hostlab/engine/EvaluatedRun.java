package dev.hostlab.engine;

import dev.hostlab.hosting.Rollout;
import dev.hostlab.usage.FleetEvent.Outcome;

/// A change whose option has no way to try a version before it serves everybody: it goes out, is evaluated while it
/// serves, and where it fails, the version before goes out in the same way.
final class EvaluatedRun implements RolloutRun {

    private final Rollout rollout;
    private final Order order;
    private final Evaluation evaluation;
    private final RolloutTools tools;
    private final Version before;
    private RolloutRun run;
    private boolean goesBack;
    private boolean done;

    /// @param order what goes out, and the version number that going back has
    EvaluatedRun(Rollout rollout, Order order, Evaluation evaluation, RolloutTools tools, long now) {
        this.rollout = rollout;
        this.order = order;
        this.evaluation = evaluation;
        this.tools = tools;
        this.before = tools.fleet.version();
        this.run = RolloutRun.plain(rollout, order.withoutEvaluation(), tools, now);
    }

    @Override
    public void step(long now) {
        if (done) {
            return;
        }
        run.step(now);
        if (!run.isDone()) {
            return;
        }
        if (goesBack || run.outcome() != Outcome.DONE) {
            done = true;
            return;
        }
        if (!evaluation.hasBegun()) {
            evaluation.begin("while it served everybody", now);
        }
        if (evaluation.isOver(now)) {
            finish(now);
        }
    }

    private void finish(long now) {
        if (!evaluation.hasFailed()) {
            done = true;
            return;
        }
        goesBack = true;
        run = RolloutRun.plain(
                rollout, new Order(new Version(order.backNumber(), before.isBad()), null, 0), tools, now);
        step(now);
    }

    @Override
    public boolean isDone() {
        return done;
    }

    @Override
    public Outcome outcome() {
        return goesBack ? Outcome.ROLLED_BACK : run.outcome();
    }

    @Override
    public String story() {
        return goesBack
                ? "served everybody before its evaluation could tell that it fails; the version before was deployed again"
                : run.story();
    }

    @Override
    public boolean holdsScaleIn() {
        return run.holdsScaleIn() && !run.isDone();
    }

    @Override
    public boolean holdsScaleOut() {
        return run.holdsScaleOut() && !run.isDone();
    }
}
