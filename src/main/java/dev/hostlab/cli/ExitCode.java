package dev.hostlab.cli;

/// What the process tells its caller.
final class ExitCode {

    static final int DONE = 0;
    /// A defect in Hostlab.
    static final int DEFECT = 1;
    /// Something the user gave: arguments, files, settings.
    static final int INPUT = 2;
    /// Ended from outside.
    static final int CANCELLED = 130;

    private ExitCode() {}
}
