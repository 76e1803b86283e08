package dev.hostlab.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/// Several policies of one service or group, which share their pacing.
///
/// Capacity grows if any of them wants it to, to the largest that is wanted. Target tracking takes capacity away only
/// if every policy that may scale in wants it, to the largest that any of them wants. Source: Application Auto
/// Scaling user guide, "Target tracking scaling policies", considerations; EC2 Auto Scaling user guide, "Multiple
/// dynamic scaling policies"; read 2026-11-23.
public final class PolicySet {

    private final List<Scaler> policies;

    /// @param policies at least one; on a tie the first decides
    public PolicySet(List<Scaler> policies) {
        this.policies = List.copyOf(policies);
    }

    /// What a set of policies wants, and which of them it was.
    ///
    /// @param policy index of the policy that decided
    public record Choice(Resize resize, int policy) {}

    /// Decides once for all of them and takes it as done.
    public Resize evaluate(long atSeconds, int desired) {
        return choose(atSeconds, desired, _ -> true).resize();
    }

    /// The same for those whose alarms are looked at now, with the policy that decided.
    ///
    /// @param atSeconds seconds from the start of the run
    /// @param desired   desired capacity now
    /// @param due       whether the policy of an index is looked at
    public Choice choose(long atSeconds, int desired, IntPredicate due) {
        var wanted = new ArrayList<Resize>();
        for (var index = 0; index < policies.size(); index++) {
            wanted.add(due.test(index) ? policies.get(index).propose(atSeconds, desired) : Resize.keep(desired));
        }
        var choice = largest(wanted, desired);
        if (choice.resize().desired() != desired) {
            policies.get(choice.policy())
                    .done(atSeconds, desired, choice.resize().desired());
        }
        return choice;
    }

    /// From now on capacity keeps to another range.
    public void keepWithin(CapacityRange range) {
        policies.forEach(policy -> policy.keepWithin(range));
    }

    private Choice largest(List<Resize> wanted, int desired) {
        var best = 0;
        var rises = false;
        for (var index = 0; index < wanted.size(); index++) {
            if (wanted.get(index).desired()
                    > Math.max(desired, rises ? wanted.get(best).desired() : desired)) {
                best = index;
                rises = true;
            }
        }
        return rises ? new Choice(wanted.get(best), best) : lowest(wanted, desired);
    }

    private Choice lowest(List<Resize> wanted, int desired) {
        var best = -1;
        for (var index = 0; index < wanted.size(); index++) {
            var falls = wanted.get(index).desired() < desired;
            if (falls
                    && (best < 0
                            || wanted.get(index).desired() > wanted.get(best).desired())) {
                best = index;
            }
        }
        if (best < 0) {
            return new Choice(spoken(wanted), 0);
        }
        var lowers = best;
        var veto = policies.stream()
                .filter(policy -> policy != policies.get(lowers) && policy.forbidsScaleIn())
                .findFirst();
        return veto.isPresent() && policies.get(best) instanceof TargetTracker
                ? new Choice(new Resize(desired, "another policy does not want to scale in"), best)
                : new Choice(wanted.get(best), best);
    }

    /// The first reason that says something.
    private static Resize spoken(List<Resize> wanted) {
        return wanted.stream()
                .filter(resize -> !resize.reason().equals(Resize.NO_ALARM))
                .findFirst()
                .orElse(wanted.getFirst());
    }
}
