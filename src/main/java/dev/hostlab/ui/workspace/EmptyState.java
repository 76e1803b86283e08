package dev.hostlab.ui.workspace;

import dev.hostlab.units.Figures;
import javafx.scene.control.Label;

/// What is said where there is no result yet: what to do next.
record EmptyState(String title, String words) {

    static EmptyState of(WorkspaceViewModel model) {
        if (model.opened().isReading()) {
            return new EmptyState("Reading " + model.opened().nameProperty().get() + "…", "");
        }
        var trace = model.traceProperty().get();
        if (trace.isEmpty()) {
            return new EmptyState(
                    "No trace yet",
                    "Open a trace, or drop one here: a CSV file with a time and a number of requests in each row.");
        }
        if (!model.form().isFine()) {
            return new EmptyState("Not ready to run", "Mend what is marked on the left.");
        }
        var requests =
                Figures.count(Math.round(trace.get().workload().arrivals().requests()));
        return model.run().isRunning()
                ? new EmptyState("Simulating", requests + " requests, one by one, through three options.")
                : new EmptyState("Ready to run", "Press Run, or Ctrl or ⌘ R.");
    }

    void show(Label titleLabel, Label wordsLabel) {
        titleLabel.setText(title);
        wordsLabel.setText(words);
    }
}
