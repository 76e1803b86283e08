package dev.hostlab.units.trespass.friend;

import dev.hostlab.units.trespass.Trespassers;

/// Uses a class that uses it: a cycle between two packages, planted on purpose.
public final class Friend {

    public boolean isFriendly(Object other) {
        return other instanceof Trespassers.ClosesCycle;
    }
}
