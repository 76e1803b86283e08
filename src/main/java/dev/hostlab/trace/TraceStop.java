package dev.hostlab.trace;

import java.io.IOException;

/// A problem after which nothing more can be read from the file.
///
/// An [IOException] because it has to come up through readers and streams.
final class TraceStop extends IOException {

    private static final long serialVersionUID = 1L;

    private final TraceProblem code;
    private final long line;

    TraceStop(TraceProblem code, String problem) {
        this(code, 0, problem);
    }

    TraceStop(TraceProblem code, long line, String problem) {
        super(problem);
        this.code = code;
        this.line = line;
    }

    TraceIssue issue() {
        return new TraceIssue(code, line, "", 1, String.valueOf(getMessage()));
    }
}
