package dev.hostlab.estimate;

/// What one metering tick holds; reset when it is closed. Amounts are expected values.
final class TickLoad {

    double arrived;
    double tokens;
    double outputTokens;
    double rejected;
    double timedOut;
    double failed;
    double started;
    double good;
    double timely;
    double cpuSeconds;
    double insideSeconds;
    double slotSeconds;
    double unitSeconds;

    void reset() {
        arrived = 0;
        tokens = 0;
        outputTokens = 0;
        rejected = 0;
        timedOut = 0;
        failed = 0;
        started = 0;
        good = 0;
        timely = 0;
        cpuSeconds = 0;
        insideSeconds = 0;
        slotSeconds = 0;
        unitSeconds = 0;
    }
}
