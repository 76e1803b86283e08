package dev.hostlab.trace;

import java.io.IOException;
import java.io.Reader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/// Goes through a JSON document without holding it, and says in which line it stops being one.
final class JsonCursor implements AutoCloseable {

    private final JsonParser parser;

    JsonCursor(Reader text) {
        this.parser = JsonFactory.builder()
                .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
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

    /// Goes to the next token.
    ///
    /// @return whether there is one
    boolean next() throws IOException {
        try {
            return parser.nextToken() != null;
        } catch (UnexpectedEndOfInputException early) {
            throw stop(TraceProblem.TRUNCATED, "The file ends within its JSON.", early);
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
        } catch (JacksonException broken) {
            throw stop(TraceProblem.NOT_CSV, "This is not well-formed JSON.", broken);
        }
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
