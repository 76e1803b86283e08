package dev.hostlab.ui.workspace;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// States to go back to and forward again. Changes of one setting right after another are one step, so that typing and
/// dragging are undone as a whole.
///
/// @param <S> a state, unchangeable
final class History<S> {

    private static final int KEPT = 200;

    private final Deque<S> before = new ArrayDeque<>();
    private final Deque<S> after = new ArrayDeque<>();
    private String lastChanged = "";

    /// A setting is about to change.
    ///
    /// @param now  the state until then
    /// @param path the setting
    void changes(S now, String path) {
        if (!path.equals(lastChanged)) {
            before.push(now);
            if (before.size() > KEPT) {
                before.removeLast();
            }
        }
        lastChanged = path;
        after.clear();
    }

    /// The state before the last step, if there is one.
    Optional<S> undo(S now) {
        return step(before, after, now);
    }

    /// The state after the step that was undone last, if nothing was changed since.
    Optional<S> redo(S now) {
        return step(after, before, now);
    }

    private Optional<S> step(Deque<S> from, Deque<S> to, S now) {
        lastChanged = "";
        if (from.isEmpty()) {
            return Optional.empty();
        }
        to.push(now);
        return Optional.of(from.pop());
    }

    void clear() {
        before.clear();
        after.clear();
        lastChanged = "";
    }
}
