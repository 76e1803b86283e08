package dev.hostlab.ui.workspace;

import dev.hostlab.validation.Issue;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the workspace has to say: what is wrong with the opened files, and what was done last.
final class Messages {

    private final ReadOnlyStringWrapper last = new ReadOnlyStringWrapper("");
    private final ObservableList<Issue> problems = FXCollections.observableArrayList();
    private final ObservableList<Issue> seen = FXCollections.unmodifiableObservableList(problems);

    /// What was done last, such as where a file was written.
    ReadOnlyStringProperty lastProperty() {
        return last.getReadOnlyProperty();
    }

    /// What is wrong.
    ObservableList<Issue> problems() {
        return seen;
    }

    boolean areFine() {
        return problems.isEmpty();
    }

    /// Something new begins.
    void clear() {
        last.set("");
    }

    void setProblems(List<Issue> issues) {
        problems.setAll(issues);
    }

    void addProblems(List<Issue> issues) {
        problems.addAll(issues);
    }

    /// A file was written, or could not be.
    void wrote(Path file, List<Issue> issues) {
        problems.setAll(issues);
        last.set(issues.isEmpty() ? "Wrote " + file + "." : "");
    }
}
