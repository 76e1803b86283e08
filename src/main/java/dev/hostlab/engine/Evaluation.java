package dev.hostlab.engine;

import dev.hostlab.hosting.EvaluationStage;
import dev.hostlab.usage.FleetEvent;

/// The evaluation of one version while it is rolled out. Its calls take tokens from the model provider's limits, as
/// live traffic does: each second it asks for what its pace wants, is granted what is there, and goes on for longer
/// where that was less.
final class Evaluation {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final long STEP = 1_000_000_000L;
    private static final double ROUNDING = 0.5;

    private final EvaluationStage stage;
    private final boolean fails;
    private final RolloutTools tools;
    private long began = Unit.NEVER;
    private long asked;
    private long over = Unit.NEVER;
    private double input;
    private double output;
    private String where = "";

    /// @param fails whether the version does not pass
    Evaluation(EvaluationStage stage, boolean fails, RolloutTools tools) {
        this.stage = stage;
        this.fails = fails;
        this.tools = tools;
    }

    /// It begins now.
    ///
    /// @param told where the version is then, in words
    void begin(String told, long now) {
        where = told;
        began = now;
        asked = now;
        tools.wakeAt(next(now));
    }

    boolean hasBegun() {
        return began != Unit.NEVER;
    }

    private long next(long now) {
        var end = began + RolloutTools.nanos(stage.seconds());
        return tools.fleet.rotation().limitsTokens() || now >= end ? now + STEP : end;
    }

    /// Goes on; whether it is over.
    boolean isOver(long now) {
        if (over != Unit.NEVER) {
            return true;
        }
        if (now > asked || stage.seconds() == 0) {
            ask(now);
        }
        var isDone = now - began >= RolloutTools.nanos(stage.seconds())
                && stage.inputTokens() + stage.outputTokens() - input - output < ROUNDING;
        if (isDone) {
            over = now;
        } else if (now > asked) {
            tools.wakeAt(next(now));
        }
        asked = now;
        return isDone;
    }

    private void ask(long now) {
        var elapsed = stage.seconds() == 0 ? 1 : Math.min(1, (now - began) / NANOS_PER_SECOND / stage.seconds());
        var moreInput = elapsed * stage.inputTokens() - input;
        var moreOutput = elapsed * stage.outputTokens() - output;
        if (moreInput + moreOutput > 0) {
            var granted = tools.fleet.rotation().grantTokens(moreInput, moreOutput, now);
            input += granted * moreInput;
            output += granted * moreOutput;
        }
    }

    /// Whether the version has not passed; only when it is over.
    boolean hasFailed() {
        return fails;
    }

    /// Whether it will not pass.
    boolean fails() {
        return fails;
    }

    /// What is to be told at the end of the change.
    ///
    /// @param met requests that met a version that failed
    FleetEvent.Evaluated told(long met, long now) {
        var ended = over == Unit.NEVER ? now : over;
        return new FleetEvent.Evaluated(
                where,
                began == Unit.NEVER ? 0 : (ended - began) / NANOS_PER_SECOND,
                Math.rint(input),
                Math.rint(output),
                over != Unit.NEVER && !fails,
                over != Unit.NEVER && fails,
                met);
    }
}
