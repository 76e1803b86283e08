package dev.hostlab.workload.sample;

/// What random numbers are for, so that changing one part of a sample leaves the others as they were.
final class Streams {

    static final long RATE = 1;
    static final long COUNT = 2;
    static final long INPUT_TOKENS = 3;
    static final long OUTPUT_TOKENS = 4;
    static final long BURSTS = 5;

    private Streams() {}
}
