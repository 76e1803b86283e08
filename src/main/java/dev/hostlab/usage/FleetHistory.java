package dev.hostlab.usage;

/// What happened to the fleet over a horizon, as far as it makes work for people; means over replications may be
/// fractional.
///
/// @param meanInstances     time average of EC2 instances that a team must look after; 0 where AWS owns the hosts
/// @param launches          instances or tasks started by scaling
/// @param scaleOuts         decisions that raised desired capacity
/// @param scaleIns          decisions that lowered desired capacity
/// @param breachEpisodes    unbroken stretches of more than 10 minutes in which the SLO was missed
/// @param breachDays        calendar days (UTC) with at least one such stretch
/// @param strandedShare     stranded part of the capacity paid for, 0 to 1
/// @param incidents         events that make work
public record FleetHistory(
        double meanInstances,
        double launches,
        double scaleOuts,
        double scaleIns,
        double breachEpisodes,
        double breachDays,
        double strandedShare,
        Incidents incidents) {

    /// A fleet to which nothing happened.
    public FleetHistory(
            double meanInstances,
            double launches,
            double scaleOuts,
            double scaleIns,
            double breachEpisodes,
            double breachDays,
            double strandedShare) {
        this(
                meanInstances,
                launches,
                scaleOuts,
                scaleIns,
                breachEpisodes,
                breachDays,
                strandedShare,
                Incidents.NONE);
    }
}
