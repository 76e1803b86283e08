package dev.hostlab.cli;

import java.io.PrintStream;

/// Where a command speaks.
///
/// @param out      results
/// @param err      progress and problems
/// @param terminal whether a person watches
record Console(PrintStream out, PrintStream err, boolean terminal) {}
