package dev.hostlab.study;

/// What simulation and sources say about a claim.
public enum Ruling {
    SUPPORTED("supported"),
    NOT_SUPPORTED("not supported"),
    DEPENDS("depends"),
    OUT_OF_DATE("out of date");

    private final String words;

    Ruling(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
