package dev.hostlab.theory;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// What theory says about a queue: some of the figures, and where they come from.
public final class Answers {

    private final String source;
    private final Map<Figure, Double> values = new EnumMap<>(Figure.class);

    /// @param source the model in Kendall's notation and its method; empty where theory has nothing to say
    Answers(String source) {
        this.source = source;
    }

    /// Nothing is known.
    static Answers none() {
        return new Answers("");
    }

    Answers with(Figure figure, double value) {
        if (Double.isFinite(value)) {
            values.put(figure, value);
        }
        return this;
    }

    Answers with(Map<Figure, Double> others) {
        others.forEach(this::with);
        return this;
    }

    Answers without(Figure... figures) {
        for (var figure : figures) {
            values.remove(figure);
        }
        return this;
    }

    public Optional<Double> value(Figure figure) {
        return Optional.ofNullable(values.get(figure));
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /// The model and the method, in one line.
    public String source() {
        return source;
    }
}
