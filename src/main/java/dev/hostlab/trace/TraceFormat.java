package dev.hostlab.trace;

/// The layouts that can be read.
public enum TraceFormat {
    /// Hostlab's own CSV, one row a bin.
    BINNED("trace-binned", "Trace CSV, one row a bin"),
    /// Hostlab's own CSV, one row a request.
    PER_REQUEST("trace-requests", "Trace CSV, one row a request");

    private final String id;
    private final String label;

    TraceFormat(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /// The stable name in files and on the command line.
    public String id() {
        return id;
    }

    /// The name for people.
    public String label() {
        return label;
    }
}
