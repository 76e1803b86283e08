package dev.hostlab.settings;

/// One assumption of a run, as shown to people.
///
/// @param path      the setting's path
/// @param value     its value as text
/// @param unit      its unit, empty where it has none
/// @param range     what it may be, as text
/// @param certainty how well it is known
/// @param source    where the default comes from
/// @param changed   whether the user set it
public record LedgerEntry(
        String path, String value, String unit, String range, Certainty certainty, String source, boolean changed) {}
