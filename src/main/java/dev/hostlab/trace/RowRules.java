package dev.hostlab.trace;

import java.util.EnumSet;
import java.util.Set;

/// How the rows of a format are to be taken.
///
/// @param meaning  what a row stands for
/// @param counting what the numbers of bins mean
/// @param sameTime what bins of one time mean
/// @param time     how times are written
/// @param quirks   what else is peculiar
record RowRules(RowMeaning meaning, Counting counting, SameTime sameTime, TimeStyle time, Set<Quirk> quirks) {

    /// Something that rows of a format have and those of others have not.
    enum Quirk {
        /// Cells that are empty, NaN, null or N/A are unknown, not a mistake; a bin without a number is a gap.
        HOLES,
        /// Times are those at which requests were done; the duration tells when they began.
        END_TIMES,
        /// Cells that are empty mean that there was nothing.
        EMPTY_IS_NONE,
        /// Durations are in milliseconds.
        DURATION_MILLISECONDS,
        /// Durations are in nanoseconds.
        DURATION_NANOSECONDS,
        /// Rows may be longer or shorter than the header.
        ANY_WIDTH,
        /// -1 means unknown.
        MINUS_ONE_UNKNOWN,
        /// Stamps without a zone are UTC: the format says so.
        UTC,
        /// A row whose number cells are all empty belongs to a series that is not used.
        SPARSE,
        /// Requests are not counted, only their tokens.
        NO_REQUESTS
    }

    RowRules {
        quirks = Set.copyOf(quirks);
    }

    static RowRules requests(TimeStyle time, Quirk... quirks) {
        return new RowRules(RowMeaning.REQUESTS, Counting.COUNT, SameTime.REFUSE, time, Set.of(quirks));
    }

    static RowRules bins(TimeStyle time, SameTime sameTime, Quirk... quirks) {
        return new RowRules(RowMeaning.BINS, Counting.COUNT, sameTime, time, Set.of(quirks));
    }

    boolean has(Quirk quirk) {
        return quirks.contains(quirk);
    }

    RowRules meaning(RowMeaning newMeaning) {
        return new RowRules(newMeaning, counting, sameTime, time, quirks);
    }

    RowRules counting(Counting newCounting) {
        return new RowRules(meaning, newCounting, sameTime, time, quirks);
    }

    RowRules with(Quirk quirk) {
        var more = EnumSet.of(quirk);
        more.addAll(quirks);
        return new RowRules(meaning, counting, sameTime, time, more);
    }

    /// These rules with what the user said in their place.
    RowRules overriddenBy(ImportChoices choices) {
        return new RowRules(
                choices.rows().orElse(meaning),
                choices.counting().orElse(counting),
                choices.sameTime().orElse(sameTime),
                choices.time().orElse(time),
                quirks);
    }
}
