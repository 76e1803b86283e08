package dev.hostlab.hosting;

/// A token bucket that limits how fast units may be launched.
///
/// @param name      whose limit it is, for people, such as `launch rate of the service`
/// @param burst     launches that may happen at once, at least 1
/// @param perSecond launches that become possible each second, above 0
public record LaunchLimit(String name, double burst, double perSecond) {

    /// A limit without a name of its own.
    public LaunchLimit(double burst, double perSecond) {
        this("launch limit", burst, perSecond);
    }

    public LaunchLimit {
        if (!(burst >= 1) || !(perSecond > 0)) {
            throw new IllegalArgumentException("No launches: burst " + burst + ", " + perSecond + "/s");
        }
    }
}
