package dev.hostlab.engine;

import dev.hostlab.scaling.Resize;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/// What kept a policy from acting although its alarm was on, so that the next decision can say what it waited for.
final class HeldBack {

    private final Set<String> reasons = new LinkedHashSet<>();
    private long since;

    /// The policies were asked and capacity stays as it is.
    void stays(Resize resize, boolean alarmed, long seconds) {
        if (!alarmed) {
            reasons.clear();
            return;
        }
        since = reasons.isEmpty() ? seconds : since;
        reasons.add(resize.reason());
    }

    /// The decision with what it waited for; from now on nothing holds it back.
    Resize explain(Resize resize) {
        if (reasons.isEmpty()) {
            return resize;
        }
        var explained = String.format(
                Locale.ROOT,
                "%s; held back since %d:%02d:%02d (%s)",
                resize.reason(),
                since / 3_600,
                since / 60 % 60,
                since % 60,
                String.join(", ", reasons));
        reasons.clear();
        return new Resize(resize.desired(), explained);
    }
}
