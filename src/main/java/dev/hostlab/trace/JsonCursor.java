package dev.hostlab.trace;

import java.io.IOException;
import java.io.Reader;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// Goes through a JSON document without holding it, and says in which line it stops being one.
final class JsonCursor implements AutoCloseable {

    private static final String EARLY = "The file ends within its JSON.";

    private final JsonParser parser;

    JsonCursor(Reader text) {
        this.parser = JsonFactory.builder()
                .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .build()
                .createParser(ObjectReadContext.empty(), text);
    }

    /// What is done with the fields of an object or the values of a list.
    interface Visit {

        /// Takes a value, at which the cursor stands.
        ///
        /// @param name of the field, empty in a list
        void value(String name) throws IOException;
    }

    /// What is done at a document.
    interface Document {

        void read() throws IOException;
    }

    /// What is done with a value that is neither list nor object.
    interface Field {

        /// Takes a value as written, empty for null.
        ///
        /// @param path of the field: names with a point between
        void take(String path, String text) throws IOException;
    }

    /// Stands at one object of the text after the other: answers that follow each other or stand in a list, as
    /// pages of one answer do.
    void documents(Document document) throws IOException {
        while (next()) {
            if (isList()) {
                visit(none -> document.read());
            } else {
                document.read();
            }
        }
    }

    /// Takes every field of the object at which the cursor stands, those of inner objects too;
    /// lists are passed over.
    void flat(String prefix, Field field) throws IOException {
        visit(name -> {
            if (isObject()) {
                flat(prefix + name + ".", field);
            } else if (isList()) {
                skip();
            } else {
                field.take(prefix + name, text());
            }
        });
    }

    /// Goes to the next token.
    ///
    /// @return whether there is one
    boolean next() throws IOException {
        try {
            return parser.nextToken() != null;
        } catch (UnexpectedEndOfInputException early) {
            throw stop(TraceProblem.TRUNCATED, EARLY, early);
        } catch (JacksonException broken) {
            if (broken.getCause() instanceof IOException failed) {
                throw failed;
            }
            throw stop(TraceProblem.NOT_CSV, "This is not well-formed JSON.", broken);
        }
    }

    /// Visits every field of the object, or every value of the list, at which the cursor stands; another value is
    /// passed over.
    void visit(Visit visit) throws IOException {
        if (isObject()) {
            while (next() && parser.currentToken() == JsonToken.PROPERTY_NAME) {
                var name = parser.currentName();
                next();
                visit.value(name);
            }
        } else if (isList()) {
            while (next() && parser.currentToken() != JsonToken.END_ARRAY) {
                visit.value("");
            }
        }
    }

    /// Passes over the value at which the cursor stands.
    void skip() throws IOException {
        var depth = 0;
        do {
            var token = parser.currentToken();
            depth += token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY ? 1 : 0;
            depth -= token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY ? 1 : 0;
        } while (depth > 0 && next());
    }

    /// Whether the cursor stands at a value that is neither list nor object.
    boolean isPlain() {
        var token = parser.currentToken();
        return token != null && token.isScalarValue();
    }

    boolean isObject() {
        return parser.currentToken() == JsonToken.START_OBJECT;
    }

    boolean isList() {
        return parser.currentToken() == JsonToken.START_ARRAY;
    }

    /// Text, a number or the like as written, empty for null; a list or object is passed over and is empty too.
    String text() throws IOException {
        if (isObject() || isList()) {
            skip();
            return "";
        }
        try {
            return parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getString();
        } catch (UnexpectedEndOfInputException early) {
            throw stop(TraceProblem.TRUNCATED, EARLY, early);
        } catch (JacksonException broken) {
            throw stop(TraceProblem.NOT_CSV, "This is not well-formed JSON.", broken);
        }
    }

    /// Name of the field at whose value the cursor stands, empty in a list.
    String name() {
        return Objects.requireNonNullElse(parser.currentName(), "");
    }

    /// Physical line of the token at which the cursor stands.
    long line() {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private static TraceStop stop(TraceProblem code, String problem, JacksonException cause) {
        var at = cause.getLocation();
        var stop = new TraceStop(code, at == null ? 1 : Math.max(1, at.getLineNr()), problem);
        stop.initCause(cause);
        return stop;
    }
}
