package dev.hostlab.hosting;

/// How often applications crash, how soon that is seen, and who sees to it.
///
/// @param crashesPerMonth     of one unit in service, at random; 0 or more
/// @param noticeFromSeconds   soonest that a crashed unit gets no more traffic
/// @param noticeToSeconds     latest
/// @param isReplaced          whether another unit is started in its place; otherwise it stays, and is paid for
/// @param graceSeconds        after its start a unit is not replaced for so long
/// @param repairSeconds       until somebody has restarted the application of one that is not replaced
public record HealthPlan(
        double crashesPerMonth,
        double noticeFromSeconds,
        double noticeToSeconds,
        boolean isReplaced,
        double graceSeconds,
        double repairSeconds) {

    /// Nothing ever crashes.
    public static final HealthPlan SOUND = new HealthPlan(0, 0, 0, true, 0, 0);

    public HealthPlan {
        if (!(crashesPerMonth >= 0) || noticeToSeconds < noticeFromSeconds) {
            throw new IllegalArgumentException("No plan for health: " + crashesPerMonth + " crashes a month, noticed"
                    + " after " + noticeFromSeconds + " to " + noticeToSeconds + " s");
        }
    }
}
