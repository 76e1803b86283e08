package dev.hostlab.ui.workspace;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.hostlab.pricebook.InstanceType;
import dev.hostlab.scenario.Resolution;
import dev.hostlab.scenario.ScenarioDefaults;
import dev.hostlab.settings.Catalogue;
import dev.hostlab.settings.Settings;
import dev.hostlab.validation.Issue;
import dev.hostlab.workload.Workload;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The scenario's settings as a form: every change is resolved at once, so that what follows from it is seen at once.
final class FormViewModel {

    private final Map<String, FieldViewModel> fields;
    private final Map<String, Refusal> refused = new LinkedHashMap<>();
    private final History<State> history = new History<>();
    private final ReadOnlyObjectWrapper<Resolution> resolution;
    private Settings choices = Settings.standard();
    private Optional<Workload> workload = Optional.empty();
    private List<InstanceType> types = List.of();

    /// A text that could not be taken over, and why.
    private record Refusal(String text, Issue issue) {}

    /// Everything that the user said.
    private record State(Settings choices, Map<String, Refusal> refused) {}

    FormViewModel() {
        fields = Catalogue.ALL.stream()
                .map(parameter -> new FieldViewModel(parameter, this::edit))
                .collect(toUnmodifiableMap(FieldViewModel::path, Function.identity()));
        resolution = new ReadOnlyObjectWrapper<>(ScenarioDefaults.resolve(choices, types));
        show();
    }

    FieldViewModel field(String path) {
        return Optional.ofNullable(fields.get(path))
                .orElseThrow(() -> new IllegalArgumentException("No setting " + path));
    }

    /// The user's choices alone.
    Settings choices() {
        return choices;
    }

    /// What follows from the choices; issues include texts that could not be taken over.
    Resolution resolution() {
        return resolution.get();
    }

    ReadOnlyObjectProperty<Resolution> resolutionProperty() {
        return resolution.getReadOnlyProperty();
    }

    boolean isFine() {
        return resolution().isFine();
    }

    /// Takes other choices, such as a file's.
    void load(Settings other) {
        choices = other.choices();
        refused.clear();
        history.clear();
        resolve();
    }

    /// The workload and the instance types that defaults follow from.
    void follow(Workload played, Collection<InstanceType> offered) {
        workload = Optional.of(played);
        types = List.copyOf(offered);
        resolve();
    }

    /// Takes one text of the user's, or marks what is wrong with it.
    void edit(String path, String text) {
        history.changes(state(), path);
        var revision = choices.with(path, text);
        if (revision.isFine()) {
            refused.remove(path);
            choices = revision.settings();
        } else {
            refused.put(path, new Refusal(text, revision.issues().getFirst()));
        }
        resolve();
    }

    /// Takes back what the user said about one setting.
    void reset(String path) {
        history.changes(state(), "reset " + path);
        refused.remove(path);
        choices = choices.without(path);
        resolve();
    }

    /// Takes back the last change, if there was one.
    void undo() {
        history.undo(state()).ifPresent(this::restore);
    }

    /// Makes the change again that was taken back last.
    void redo() {
        history.redo(state()).ifPresent(this::restore);
    }

    private State state() {
        return new State(choices, new LinkedHashMap<>(refused));
    }

    private void restore(State state) {
        choices = state.choices;
        refused.clear();
        refused.putAll(state.refused);
        resolve();
    }

    private void resolve() {
        var resolved = workload.map(played -> ScenarioDefaults.resolve(choices, played, types))
                .orElseGet(() -> ScenarioDefaults.resolve(choices, types));
        var issues = new ArrayList<Issue>();
        refused.values().forEach(refusal -> issues.add(refusal.issue()));
        if (workload.isPresent()) {
            issues.addAll(resolved.issues());
        }
        resolution.set(new Resolution(resolved.settings(), issues, resolved.notes()));
        show();
    }

    private void show() {
        var now = resolution.get();
        for (var field : fields.values()) {
            var text = Optional.ofNullable(refused.get(field.path())).map(Refusal::text);
            field.show(now.settings(), now.issues(), text);
        }
    }
}
