package dev.hostlab.trace;

/// Something about a file that was found out rather than said.
///
/// @param subject what was found out, in a word or two
/// @param taken   how it was taken
/// @param choice  what a user may say instead
public record Inference(String subject, String taken, Choice choice) {

    @Override
    public String toString() {
        return subject + ": " + taken + " (--" + choice.id() + ")";
    }
}
