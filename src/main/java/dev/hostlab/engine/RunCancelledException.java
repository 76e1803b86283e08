package dev.hostlab.engine;

/// A run was ended from outside before its horizon; there is no result.
public final class RunCancelledException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public RunCancelledException() {
        super("The run was cancelled");
    }
}
