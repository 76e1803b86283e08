package dev.hostlab.ui.chart;

import dev.hostlab.hosting.OptionId;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;

/// Which lines are seen: quantities that were asked for, and options that were hidden. Shared by all charts of a page,
/// and kept from one result to the next.
public final class Layers {

    private final ObservableSet<String> asked = FXCollections.observableSet();
    private final ObservableSet<OptionId> hidden = FXCollections.observableSet();

    /// The same choices for the charts of the next result; nobody listens to them yet.
    public Layers next() {
        var next = new Layers();
        next.asked.addAll(asked);
        next.hidden.addAll(hidden);
        return next;
    }

    boolean shows(Series series) {
        return (series.stress() == Series.Stress.MAIN || isAsked(series.quantity()))
                && series.option().stream().noneMatch(hidden::contains);
    }

    public boolean isAsked(String quantity) {
        return asked.contains(quantity);
    }

    /// Shows a quantity that is shown on demand, or no longer.
    public void ask(String quantity, boolean wanted) {
        if (wanted) {
            asked.add(quantity);
        } else {
            asked.remove(quantity);
        }
    }

    public boolean isHidden(OptionId option) {
        return hidden.contains(option);
    }

    public void hide(OptionId option, boolean gone) {
        if (gone) {
            hidden.add(option);
        } else {
            hidden.remove(option);
        }
    }

    /// Does something whenever other lines are to be seen.
    public void onChange(Runnable work) {
        asked.addListener((SetChangeListener<String>) change -> work.run());
        hidden.addListener((SetChangeListener<OptionId>) change -> work.run());
    }
}
