package dev.hostlab.ui.workspace;

import dev.hostlab.settings.Domain;
import dev.hostlab.settings.Parameter;
import dev.hostlab.settings.Parsed;
import dev.hostlab.settings.Settings;
import dev.hostlab.validation.Issue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// One setting of the form: its text as the user types it, whether it was changed, what is wrong with it.
final class FieldViewModel {

    private final Parameter<?> parameter;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper unit = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper help = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private boolean refreshing;

    /// @param edited takes path and text whenever the user changes the text
    FieldViewModel(Parameter<?> parameter, BiConsumer<String, String> edited) {
        this.parameter = parameter;
        text.addListener((property, before, now) -> {
            if (!refreshing) {
                edited.accept(path(), now.strip());
            }
        });
    }

    String path() {
        return parameter.path();
    }

    String label() {
        return FieldNames.label(parameter);
    }

    ReadOnlyStringProperty unitProperty() {
        return unit.getReadOnlyProperty();
    }

    boolean isFlag() {
        return parameter.domain() instanceof Domain.Flag;
    }

    /// Words to choose from; empty where any text may be typed.
    List<String> choices() {
        return parameter.domain() instanceof Domain.Choice(var words) ? words : List.of();
    }

    boolean isNumber() {
        return !parameter.domain().jsonType().equals("string") && !isFlag();
    }

    StringProperty textProperty() {
        return text;
    }

    ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /// What is wrong and what to do; empty when all is well.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// What the setting means, its default, range and source.
    ReadOnlyStringProperty helpProperty() {
        return help.getReadOnlyProperty();
    }

    /// Shows what the settings say. A text that says the same in another way, such as "2.0", stays as it was typed.
    ///
    /// @param settings the resolved settings
    /// @param issues   everything that is wrong, of this field or others
    /// @param refused  a text of the user's that could not be taken over; it stays to be mended
    void show(Settings settings, List<Issue> issues, Optional<String> refused) {
        refreshing = true;
        var now = settings.text(parameter);
        if (refused.isEmpty() && !now.equals(canonical(parameter, text.get().strip()))) {
            text.set(now);
        }
        refused.ifPresent(text::set);
        refreshing = false;
        changed.set(settings.isChanged(parameter) || refused.isPresent());
        problem.set(issues.stream()
                .filter(issue -> issue.path().equals(path()))
                .map(issue -> issue.problem() + " " + issue.advice())
                .distinct()
                .collect(Collectors.joining("\n")));
        help.set(help(settings));
        unit.set(FieldNames.unit(parameter, settings));
    }

    private static <T> String canonical(Parameter<T> parameter, String typed) {
        return switch (parameter.domain().parse(typed)) {
            case Parsed.Value<T>(var value) -> parameter.domain().print(value);
            case Parsed.Refused<T> _ -> "";
        };
    }

    private String help(Settings settings) {
        var evidence = settings.evidence(parameter);
        var certainty = evidence.certainty().name().toLowerCase(Locale.ROOT);
        return parameter.meaning() + "\n\nDefault: "
                + withUnit(settings.without(path()).text(parameter))
                + "\nRange: " + parameter.rangeWithUnit() + "\nSource, " + certainty + ": " + evidence.source()
                + "\n" + path();
    }

    private String withUnit(String value) {
        return parameter.unit().isEmpty() ? value : value + " " + parameter.unit();
    }
}
