package dev.hostlab.effort;

/// One chore of a month.
///
/// @param chore   what is done, for people: "Patch the host image"
/// @param count   times a month
/// @param minutes minutes each time
/// @param hours   count × minutes ÷ 60
/// @param source  where the minutes come from
public record ChoreHours(String chore, double count, double minutes, double hours, String source) {}
