package dev.hostlab.report;

import dev.hostlab.comparison.Sampled;
import dev.hostlab.units.Usd;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/// JSON with the habits of Hostlab's files: a whole number has no fraction, what is not finite is null, money is in
/// cents.
final class JsonOut {

    /// Whole numbers beyond this are not exact in a double.
    private static final double EXACT_INTEGERS = 9e15;

    private final JsonGenerator json;

    JsonOut(JsonGenerator json) {
        this.json = json;
    }

    JsonOut field(String name, String value) {
        json.writeStringProperty(name, value);
        return this;
    }

    JsonOut field(String name, boolean value) {
        json.writeBooleanProperty(name, value);
        return this;
    }

    JsonOut field(String name, long value) {
        json.writeNumberProperty(name, value);
        return this;
    }

    JsonOut field(String name, double value) {
        json.writeName(name);
        number(value);
        return this;
    }

    /// Dollars rounded to cents.
    JsonOut field(String name, Usd value) {
        json.writeName(name);
        json.writeNumber(value.roundedToCents().amount());
        return this;
    }

    JsonOut nothing(String name) {
        json.writeNullProperty(name);
        return this;
    }

    /// The half-width, or null where there is none.
    JsonOut halfWidth(String name, Sampled sampled) {
        return sampled.hasInterval() ? field(name, sampled.halfWidth95()) : nothing(name);
    }

    JsonOut strings(String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
        return this;
    }

    JsonOut numbers(String name, double[] values) {
        json.writeArrayPropertyStart(name);
        for (var value : values) {
            number(value);
        }
        json.writeEndArray();
        return this;
    }

    JsonOut object(String name, Runnable fields) {
        json.writeObjectPropertyStart(name);
        fields.run();
        json.writeEndObject();
        return this;
    }

    <T> JsonOut objects(String name, List<T> items, Consumer<T> fields) {
        json.writeArrayPropertyStart(name);
        for (var item : items) {
            json.writeStartObject();
            fields.accept(item);
            json.writeEndObject();
        }
        json.writeEndArray();
        return this;
    }

    private void number(double value) {
        if (!Double.isFinite(value)) {
            json.writeNull();
        } else if (value == Math.rint(value) && Math.abs(value) < EXACT_INTEGERS) {
            json.writeNumber((long) value);
        } else {
            json.writeNumber(value);
        }
    }
}
