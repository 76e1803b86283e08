package dev.hostlab.trace;

import static dev.hostlab.trace.TraceProblem.Level.ERROR;
import static dev.hostlab.trace.TraceProblem.Level.WARNING;

/// Everything that can be said about a trace file, with what to do about it.
///
/// The names are stable: programs read them from `hostlab import --json -`.
public enum TraceProblem {
    AMBIGUOUS_DATE(ERROR, "Write dates as 2026-03-01T00:00:00Z."),
    AMBIGUOUS_NUMBER(ERROR, "Write numbers without thousands separators and with a decimal point."),
    BIDI_CONTROL(WARNING, "Take the direction marks out of the name if nobody put them there on purpose."),
    BLANK_LINE_SKIPPED(WARNING, "Nothing to do if no row was meant to be there."),
    COMMENT_SKIPPED(WARNING, "Nothing to do if the line is a comment."),
    CONFUSABLE_NAMES(WARNING, "Make the names the same if they mean the same; they are kept apart."),
    CONTROL_CHAR(WARNING, "Take the control characters out of the cell; they are shown as escapes."),
    DECIMAL_COMMA(WARNING, "Check the totals; the comma is read as the decimal mark."),
    DELIMITER_INFERRED(WARNING, "Nothing to do if the columns came out right."),
    DUPLICATE_COLUMN(ERROR, "Rename or remove one of the columns."),
    DUPLICATE_DROPPED(WARNING, "Nothing to do if the rows were copies; one of each is kept."),
    DUPLICATE_TIMESTAMP(
            ERROR, "Add the offset to local times, name what tells the rows apart in a workload or tenant column."),
    EMPTY_COLUMN(WARNING, "Nothing to do; the column is ignored."),
    EMPTY_FILE(ERROR, "Export the trace again: the file needs a header line and one row a bin or request."),
    ENCODING_FALLBACK(WARNING, "Save the file as UTF-8 if names look wrong."),
    ENCODING_UTF16(WARNING, "Nothing to do if names look right."),
    EOL_CR(WARNING, "Nothing to do if the number of rows is right."),
    EPOCH_UNIT_INFERRED(WARNING, "Check the dates; write 2026-03-01T00:00:00Z to leave no doubt."),
    EPOCH_UNIT_MIXED(ERROR, "Write all timestamps in one unit, or as 2026-03-01T00:00:00Z."),
    EXPANDS_TOO_LARGE(ERROR, "Unpack the file yourself and cut it to the period of interest."),
    GAP(WARNING, "Choose gaps=zero if there was no load, gaps=unknown if there was no measurement."),
    HOUR_24(WARNING, "Nothing to do if 24:00 means the end of the day."),
    INTERVAL_ASSUMED(WARNING, "Add a second row: the width of a bin is the distance to the next."),
    IRREGULAR_INTERVAL(WARNING, "Check the export; each row is taken to last until the next one."),
    IS_DIRECTORY(ERROR, "Name a file inside the folder."),
    LEAP_SECOND(WARNING, "Nothing to do; second 60 is read as 59."),
    LINE_TOO_LONG(ERROR, "Check that the file is CSV with one line a row."),
    MISSING_COLUMN(ERROR, "Let the first line name the columns: timestamp,requests[,input_tokens,output_tokens,…]."),
    MISSING_VALUE(ERROR, "Fill the cell (0 if there was none) or remove the row."),
    NAME_TOO_LONG(ERROR, "Shorten the name."),
    NEGATIVE_VALUE(ERROR, "Counts cannot be negative: correct or remove the row."),
    NOT_A_NUMBER(ERROR, "Write plain digits with a decimal point and no unit."),
    NOT_A_TIMESTAMP(ERROR, "Write dates as 2026-03-01T00:00:00Z, or as seconds since 1970."),
    NOT_CSV(ERROR, "Export the trace as CSV."),
    NOT_FINITE(ERROR, "Write a finite number or remove the row."),
    NOT_FOUND(ERROR, "Check the path."),
    NOT_REGULAR_FILE(ERROR, "Name a file on disk; copy a pipe's content to a file first."),
    NOT_TEXT(ERROR, "Export the trace as CSV text."),
    NO_DATA_ROWS(ERROR, "Add one row a bin or request under the header."),
    NUL_BYTE(ERROR, "Save the file as UTF-8 text."),
    OUT_OF_RANGE(ERROR, "Check the unit of the column."),
    PERMISSION_DENIED(ERROR, "Give yourself the right to read the file."),
    RAGGED_ROW(ERROR, "Give every row as many cells as the header has."),
    SORTED(WARNING, "Nothing to do; the rows are put in order of time."),
    STRAY_QUOTE(ERROR, "Put the whole cell in quotes and double each quote inside it."),
    SYMLINK_LOOP(ERROR, "Repair the link."),
    TOO_LARGE(ERROR, "Cut the file to the period of interest, or count requests in bins."),
    TOO_MANY_COLUMNS(ERROR, "Keep the columns that a trace needs."),
    TOO_MANY_WORKLOADS(ERROR, "Group the names, or split the file."),
    TRUNCATED(ERROR, "Copy or download the file again."),
    UNBALANCED_QUOTE(ERROR, "Close the quote that opens here."),
    UNKNOWN_COLUMN(WARNING, "Nothing to do if the column does not matter; it is ignored."),
    ZERO_LOAD(WARNING, "Check the export; with no request there is no latency and no cost per request."),
    ZONE_ASSUMED_UTC(WARNING, "Name the zone of the stamps if it is not UTC.");

    private final Level level;
    private final String advice;

    TraceProblem(Level level, String advice) {
        this.level = level;
        this.advice = advice;
    }

    /// Whether the file can be used nevertheless.
    public enum Level {
        /// The file is used; the reading says how the matter was taken.
        WARNING,
        /// The file is rejected.
        ERROR
    }

    public Level level() {
        return level;
    }

    /// What a person can do about it, in one sentence.
    public String advice() {
        return advice;
    }
}
