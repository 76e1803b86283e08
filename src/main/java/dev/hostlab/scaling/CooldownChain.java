package dev.hostlab.scaling;

import java.util.Optional;

/// The cooldowns of Application Auto Scaling.
///
/// While a scale-out cooldown runs, capacity that the first scale-out added counts as added already: the next one
/// starts from what was desired before it, and only a larger result adds the difference; that it restarts the
/// cooldown is deduced. A scale-in cooldown holds back scale-ins, and any scale-out ends it. Source: Application Auto
/// Scaling user guide, "Target tracking scaling policies" and "Step scaling policies", cooldowns, read 2026-11-23.
public final class CooldownChain implements Pacing {

    private static final long NEVER = Long.MIN_VALUE;

    private int base;
    private long outEnds = NEVER;
    private long inEnds = NEVER;

    @Override
    public int outBase(long at, int desired) {
        return at < outEnds ? Math.min(base, desired) : desired;
    }

    @Override
    public int inBase(long at, int desired) {
        return desired;
    }

    @Override
    public Optional<String> holdsScaleIn(long at) {
        return at < inEnds ? Optional.of("scale-in cooldown until " + Words.clock(inEnds)) : Optional.empty();
    }

    @Override
    public Optional<String> settling(long at) {
        return at < outEnds ? Optional.of("cooldown until " + Words.clock(outEnds)) : Optional.empty();
    }

    @Override
    public void changed(long at, int from, int to, Pause pause) {
        if (to > from) {
            base = outBase(at, from);
            outEnds = at + pause.outSeconds();
            inEnds = NEVER;
        } else {
            outEnds = NEVER;
            inEnds = at + pause.inSeconds();
        }
    }
}
