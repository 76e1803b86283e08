package dev.hostlab.hosting;

/// A token bucket that limits how fast units may be launched.
///
/// @param burst     launches that may happen at once, at least 1
/// @param perSecond launches that become possible each second, above 0
public record LaunchLimit(double burst, double perSecond) {

    public LaunchLimit {
        if (!(burst >= 1) || !(perSecond > 0)) {
            throw new IllegalArgumentException("No launches: burst " + burst + ", " + perSecond + "/s");
        }
    }
}
