package dev.hostlab.usage;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One event of a run, and what it cost.
///
/// @param kind             what happened: `deployment`, `zone failure`
/// @param how              how the option took it: `rolling`, `immutable`; empty for a failure
/// @param beginSeconds     since the start of the run
/// @param endSeconds       when it was over, or the end of the run
/// @param outcome          how it ended
/// @param story            the same in words
/// @param lostUnitSeconds  capacity that was desired and not in service, units × seconds
/// @param leastUnits       fewest healthy units in service meanwhile
/// @param extraUnitSeconds capacity held beyond what was desired, units (or instances) × seconds
/// @param extraBalancerHours hours of a second load balancer, each begun one whole
/// @param notServed        requests rejected, timed out or failed meanwhile, whatever the reason
/// @param isGiven          whether somebody asked for it; otherwise it is one of a usual month
/// @param evaluatedOrNull  how a change was evaluated; null where it was not
public record FleetEvent(
        String kind,
        String how,
        double beginSeconds,
        double endSeconds,
        Outcome outcome,
        String story,
        double lostUnitSeconds,
        int leastUnits,
        double extraUnitSeconds,
        long extraBalancerHours,
        long notServed,
        boolean isGiven,
        @Nullable Evaluated evaluatedOrNull) {

    /// How a change was evaluated.
    ///
    /// @param where        what the new version did meanwhile, in words
    /// @param seconds      that it took
    /// @param inputTokens  that its calls read
    /// @param outputTokens that they wrote
    /// @param passed       whether it passed
    /// @param failed       whether it failed; neither where the run ended before
    /// @param met          requests that met the version that failed
    public record Evaluated(
            String where,
            double seconds,
            double inputTokens,
            double outputTokens,
            boolean passed,
            boolean failed,
            long met) {

        /// Where nobody's traffic reached the new version meanwhile.
        public static final String BEFORE_TRAFFIC = "before any traffic reached it";

        /// Whether nobody's traffic reached the new version meanwhile.
        public boolean isBeforeTraffic() {
            return where.equals(BEFORE_TRAFFIC);
        }
    }

    /// How an event ended.
    public enum Outcome {
        /// As it should.
        DONE("done"),
        /// It failed and was taken back without a person.
        ROLLED_BACK("rolled back"),
        /// It failed and a person had to mend it.
        MENDED("mended by hand"),
        /// Lost capacity was replaced.
        RECOVERED("recovered"),
        /// It had not ended with the run.
        OPEN("still open");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /// Whether something went wrong that somebody has to look into.
        public boolean isFailure() {
            return this == ROLLED_BACK || this == MENDED;
        }
    }

    public Optional<Evaluated> evaluated() {
        return Optional.ofNullable(evaluatedOrNull);
    }

    public double durationSeconds() {
        return endSeconds - beginSeconds;
    }
}
