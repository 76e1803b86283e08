package dev.hostlab.engine;

/// A version of the application.
///
/// @param number counts from 0; a rollback goes back to a smaller one
/// @param isBad  whether it never passes a health check
record Version(int number, boolean isBad) {

    static final Version FIRST = new Version(0, false);
}
