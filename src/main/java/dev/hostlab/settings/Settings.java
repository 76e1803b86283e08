package dev.hostlab.settings;

import static dev.hostlab.settings.StandIns.PREFIX;

import dev.hostlab.validation.Issue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// A value for every parameter of the catalogue. Immutable; two that hold the same are equal.
///
/// Three layers: the catalogue's standard values, over them what presets and the workload imply, over both what
/// the user said. A higher layer hides a lower one and never changes it, so taking back a change brings back what
/// was below.
public final class Settings {

    private static final Settings STANDARD = new Settings(Map.of(), Map.of(), StandIns.NONE);

    private final Map<String, Implied> implied;
    private final Map<String, Object> chosen;
    private final StandIns standIns;

    /// A value that follows from something else.
    private record Implied(Object value, Evidence evidence) {}

    private Settings(Map<String, Implied> implied, Map<String, Object> chosen, StandIns standIns) {
        this.implied = Collections.unmodifiableMap(new LinkedHashMap<>(implied));
        this.chosen = Collections.unmodifiableMap(new LinkedHashMap<>(chosen));
        this.standIns = standIns;
    }

    /// Every parameter at its standard value.
    public static Settings standard() {
        return STANDARD;
    }

    @SuppressWarnings("unchecked") // only values of a parameter's own domain get in
    public <T> T get(Parameter<T> parameter) {
        return (T) valueOf(parameter);
    }

    /// The value as canonical text.
    public <T> String text(Parameter<T> parameter) {
        return parameter.domain().print(get(parameter));
    }

    /// Whether the user said it.
    public boolean isChanged(Parameter<?> parameter) {
        return chosen.containsKey(parameter.path());
    }

    /// Where the value comes from; for a user's value, where the value that it hides comes from.
    public Evidence evidence(Parameter<?> parameter) {
        var under = implied.get(parameter.path());
        return under == null ? parameter.evidence() : under.evidence();
    }

    /// With one more change by the user, given as text.
    public Revision with(String path, String text) {
        return with(Map.of(path, text));
    }

    /// With more changes by the user, path → text, in the map's order.
    public Revision with(Map<String, String> texts) {
        var issues = new ArrayList<Issue>();
        var more = new LinkedHashMap<>(chosen);
        var rates = standIns;
        for (var change : texts.entrySet()) {
            var path = change.getKey();
            var parameter = Catalogue.find(path);
            if (parameter.isPresent()) {
                read(parameter.get(), change.getValue(), more, issues);
            } else if (!StandIns.isPath(path)) {
                issues.add(Catalogue.unknown(path));
            } else if (!StandIns.isRate(change.getValue())) {
                issues.add(new Issue(
                        path, "'" + change.getValue() + "' is not a price.", "Give US dollars, like 0.0225."));
            } else {
                rates = rates.with(path, change.getValue());
            }
        }
        return new Revision(new Settings(implied, more, rates), issues);
    }

    /// With one more change by the user.
    ///
    /// @throws IllegalArgumentException if the value is out of the parameter's range
    public <T> Settings with(Parameter<T> parameter, T value) {
        var more = new LinkedHashMap<>(chosen);
        more.put(parameter.path(), checked(parameter, value));
        return new Settings(implied, more, standIns);
    }

    /// Without the user's value of a path, if there is one.
    public Settings without(String path) {
        var fewer = new LinkedHashMap<>(chosen);
        fewer.remove(path);
        return new Settings(implied, fewer, path.startsWith(PREFIX) ? standIns.without(path) : standIns);
    }

    /// With a value that follows from something else, and why. It hides the standard value, never the user's.
    ///
    /// @throws IllegalArgumentException if the value is out of the parameter's range
    public <T> Settings implying(Parameter<T> parameter, T value, Evidence why) {
        var more = new LinkedHashMap<>(implied);
        more.put(parameter.path(), new Implied(checked(parameter, value), why));
        return new Settings(more, chosen, standIns);
    }

    /// The user's choices alone, over standard values.
    public Settings choices() {
        return new Settings(Map.of(), chosen, standIns);
    }

    /// The paths that the user set, in the catalogue's order, then stand-ins for prices.
    public List<String> changed() {
        return List.copyOf(choicesAsText().keySet());
    }

    /// The user's choices as canonical text, in the catalogue's order, then stand-ins for prices.
    public SequencedMap<String, String> choicesAsText() {
        return texts(Catalogue.ALL.stream().filter(this::isChanged).toList());
    }

    /// Every value as canonical text, in the catalogue's order, then stand-ins for prices.
    public SequencedMap<String, String> toMap() {
        return texts(Catalogue.ALL);
    }

    /// Prices that the user put in where a snapshot has none: the figure's name → US dollars.
    public SortedMap<String, BigDecimal> priceStandIns() {
        return standIns.rates();
    }

    /// The JSON Schema type of a path's value; prices are numbers.
    public static String jsonType(String path) {
        return Catalogue.find(path)
                .map(parameter -> parameter.domain().jsonType())
                .orElse("number");
    }

    /// Every assumption as people should see it, in the catalogue's order, then stand-ins for prices.
    public List<LedgerEntry> ledger() {
        var entries = new ArrayList<LedgerEntry>();
        Catalogue.ALL.forEach(parameter -> entries.add(entry(parameter)));
        standIns.texts()
                .forEach((path, rate) -> entries.add(new LedgerEntry(
                        path,
                        rate,
                        "USD",
                        "0 and up",
                        Certainty.ASSUMED,
                        "the user's stand-in for a missing price",
                        true)));
        return List.copyOf(entries);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Settings that
                && implied.equals(that.implied)
                && chosen.equals(that.chosen)
                && standIns.equals(that.standIns);
    }

    @Override
    public int hashCode() {
        return Objects.hash(implied, chosen, standIns);
    }

    @Override
    public String toString() {
        return "Settings" + choicesAsText();
    }

    private Object valueOf(Parameter<?> parameter) {
        var said = chosen.get(parameter.path());
        return said == null ? below(parameter) : said;
    }

    /// The value without the user's choice.
    private Object below(Parameter<?> parameter) {
        var under = implied.get(parameter.path());
        return under == null ? parameter.standard() : under.value();
    }

    private <T> LedgerEntry entry(Parameter<T> parameter) {
        var known = evidence(parameter);
        var changed = isChanged(parameter);
        @SuppressWarnings("unchecked") // as in get
        var hidden = parameter.domain().print((T) below(parameter));
        var source = changed ? "set by the user; otherwise " + hidden + " (" + known.source() + ")" : known.source();
        return new LedgerEntry(
                parameter.path(),
                text(parameter),
                parameter.unit(),
                parameter.domain().range(),
                known.certainty(),
                source,
                changed);
    }

    private SequencedMap<String, String> texts(List<Parameter<?>> parameters) {
        var texts = new LinkedHashMap<String, String>();
        parameters.forEach(parameter -> texts.put(parameter.path(), text(parameter)));
        texts.putAll(standIns.texts());
        return Collections.unmodifiableSequencedMap(texts);
    }

    private static <T> void read(Parameter<T> parameter, String text, Map<String, Object> into, List<Issue> issues) {
        switch (parameter.domain().parse(text)) {
            case Parsed.Value<T>(var value) -> into.put(parameter.path(), value);
            case Parsed.Refused<T>(var problem) -> issues.add(parameter.refuse(problem));
        }
    }

    private static <T> T checked(Parameter<T> parameter, T value) {
        if (!parameter.domain().holds(value)) {
            throw new IllegalArgumentException(parameter.path() + " cannot be " + value);
        }
        return value;
    }
}
