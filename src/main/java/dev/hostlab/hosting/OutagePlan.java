package dev.hostlab.hosting;

/// What becomes of units that their host, their zone or the Spot market takes away.
///
/// @param zones               availability zones that units are spread over, at least 1
/// @param zoneSeconds         how long a failed zone stays down
/// @param noticeFromSeconds   soonest that a dead unit gets no more traffic
/// @param noticeToSeconds     latest
/// @param replaceSeconds      until a dead unit is replaced, if that is later
/// @param instanceSeconds     until a dead instance under tasks is replaced
/// @param spot                how units on Spot capacity come and go
public record OutagePlan(
        int zones,
        double zoneSeconds,
        double noticeFromSeconds,
        double noticeToSeconds,
        double replaceSeconds,
        double instanceSeconds,
        Spot spot) {

    /// Units on Spot capacity.
    ///
    /// @param share            of units that are, 0 to 1
    /// @param hazardPerMonth   interruptions of one of them in 730 hours
    /// @param interruptedShare of them that one interruption of the whole pool takes
    /// @param warningSeconds   between the notice and the end
    public record Spot(double share, double hazardPerMonth, double interruptedShare, double warningSeconds) {

        public static final Spot NONE = new Spot(0, 0, 0, 120);
    }
}
