package dev.hostlab.ui.workspace;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.comparison.ComparisonRequest;
import dev.hostlab.hosting.OptionId;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What was simulated, weighed at the prices and the effort of the form. While a run goes on, it holds the options that
/// are done.
final class ResultViewModel {

    private final ReadOnlyObjectWrapper<Optional<Comparison>> comparison =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper outOfDate = new ReadOnlyBooleanWrapper();
    private Optional<WeighedRuns> runs = Optional.empty();
    private Optional<WeighedRuns> whole = Optional.empty();
    private List<OptionId> asked = List.of();
    private int shown;

    /// The options that are done, side by side; only [#isWhole] with a verdict that means anything.
    ReadOnlyObjectProperty<Optional<Comparison>> comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }

    Optional<Comparison> comparison() {
        return comparison.get();
    }

    /// Whether the form has changed in a way that the shown comparison does not know.
    ReadOnlyBooleanProperty outOfDateProperty() {
        return outOfDate.getReadOnlyProperty();
    }

    /// Whether what is shown was estimated while a slider moved, and not simulated.
    boolean isEstimate() {
        return comparison().map(Comparison::isEstimate).orElse(false);
    }

    /// Whether there is a comparison of all options that were asked for.
    boolean isWhole() {
        return comparison().isPresent() && pending().isEmpty();
    }

    /// The options that were asked for and are not in the comparison.
    List<OptionId> pending() {
        var done = runs.map(made -> made.runs().options()).orElse(List.of());
        return asked.stream().filter(option -> !done.contains(option)).toList();
    }

    /// A number that is another one whenever other runs are shown, and the same where they were only weighed again.
    int shownRuns() {
        return shown;
    }

    void forget() {
        runs = Optional.empty();
        whole = Optional.empty();
        asked = List.of();
        comparison.set(Optional.empty());
        outOfDate.set(false);
    }

    /// A run begins; what an earlier one left unfinished is forgotten.
    void begin(ComparisonRequest request) {
        if (!isWhole() && !isEstimate()) {
            forget();
        }
        if (runs.isEmpty()) {
            asked = request.options();
        }
    }

    /// Takes runs of some or all of the options that were asked for.
    void take(WeighedRuns made) {
        runs = Optional.of(made);
        asked = made.request().options();
        shown++;
        if (pending().isEmpty()) {
            whole = runs;
        }
        outOfDate.set(false);
        comparison.set(Optional.of(made.comparison()));
    }

    /// The run has ended. If it ended early, the last whole result is shown again, if there is one.
    void settle() {
        if (!pending().isEmpty() && whole.isPresent()) {
            runs = whole;
            asked = whole.get().runs().options();
            shown++;
            comparison.set(Optional.of(whole.get().comparison()));
        }
    }

    /// Weighs what was simulated for a request that is much like the one it was made for, if it answers that.
    void follow(ComparisonRequest request) {
        runs.ifPresent(made -> {
            var done = request.withOptions(made.runs().options());
            var answered = made.runs().answer(done);
            outOfDate.set(!answered);
            if (answered && !made.isOf(request)) {
                keep(new WeighedRuns(made.runs(), request, made.runs().weighed(done)));
            }
        });
    }

    private void keep(WeighedRuns weighed) {
        whole = whole.isPresent() && whole.equals(runs) ? Optional.of(weighed) : whole;
        runs = Optional.of(weighed);
        comparison.set(Optional.of(weighed.comparison()));
    }

    /// The form says something that cannot be weighed.
    void markOld() {
        outOfDate.set(comparison().isPresent());
    }
}
