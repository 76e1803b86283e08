package dev.hostlab.trace;

/// What may stand between the cells of a row.
enum Delimiters {
    COMMA(','),
    SEMICOLON(';'),
    TAB('\t'),
    PIPE('|'),
    SPACE(' ');

    private final char character;

    Delimiters(char character) {
        this.character = character;
    }

    char character() {
        return character;
    }

    /// @param name as in [Choice#DELIMITER]
    static char named(String name) {
        return Choice.constant(Delimiters.class, name).character;
    }

    static String words(char delimiter) {
        return switch (delimiter) {
            case '\t' -> "a tab";
            case ' ' -> "a space";
            default -> "'" + delimiter + "'";
        };
    }
}
