package dev.hostlab.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// Scheduled scaling: at fixed times of the week, UTC, the least and the most capacity change, or capacity itself.
///
/// Written as `mon-fri 08:00 min=6 max=20; daily 22:00 min=2`. Capacity outside a new range moves into it at once.
/// Source: EC2 Auto Scaling user guide and Application Auto Scaling user guide, "Scheduled scaling", read
/// 2026-11-23.
///
/// @param actions      in the order written
/// @param delaySeconds how late they run, usually seconds, up to two minutes
public record Timetable(List<Action> actions, double delaySeconds) {

    /// No scheduled action.
    public static final Timetable NONE = new Timetable(List.of(), 0);

    /// What [#of(String, double)] reads, for settings; JSON Schema reads it alike.
    public static final String PATTERN = "none|" + Action.PATTERN + "(; ?" + Action.PATTERN + ")*";

    private static final int SECONDS_PER_DAY = 86_400;
    private static final int DAYS = 7;

    public Timetable {
        actions = List.copyOf(actions);
    }

    /// One action.
    ///
    /// @param days        bit 0 is Monday
    /// @param secondOfDay UTC
    /// @param min         new least capacity, empty to keep it
    /// @param max         new most capacity, empty to keep it
    /// @param desired     new capacity, empty to keep it; Auto Scaling groups only
    /// @param text        as written
    public record Action(
            int days, int secondOfDay, OptionalInt min, OptionalInt max, OptionalInt desired, String text) {

        private static final String DAY = "(mon|tue|wed|thu|fri|sat|sun)";
        private static final String SPAN = DAY + "(-" + DAY + ")?";
        static final String PATTERN =
                "(daily|" + SPAN + "(," + SPAN + ")*) ([01][0-9]|2[0-3]):[0-5][0-9]( (min|max|desired)=[0-9]{1,5})+";

        private static final List<String> NAMES = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

        private static Action of(String text) {
            var words = text.strip().split(" ", -1);
            var clock = words[1].split(":", -1);
            var seconds = (Integer.parseInt(clock[0]) * 60 + Integer.parseInt(clock[1])) * 60;
            return new Action(
                    days(words[0]),
                    seconds,
                    number(words, "min"),
                    number(words, "max"),
                    number(words, "desired"),
                    text.strip());
        }

        /// The range after this action; a bound that is given pulls the other one along.
        public CapacityRange on(CapacityRange range) {
            var least = min.orElse(Math.min(range.minimum(), max.orElse(range.minimum())));
            var most = max.orElse(Math.max(range.maximum(), least));
            return new CapacityRange(Math.min(least, most), most);
        }

        /// Whether its numbers contradict each other.
        public boolean isInverted() {
            return min.isPresent() && max.isPresent() && min.getAsInt() > max.getAsInt();
        }

        private boolean isOn(long day) {
            return (days >> (day % DAYS) & 1) == 1;
        }

        private static int days(String word) {
            if (word.equals("daily")) {
                return (1 << DAYS) - 1;
            }
            var days = 0;
            for (var span : word.split(",", -1)) {
                var ends = span.split("-", -1);
                var last = NAMES.indexOf(ends[ends.length - 1]);
                for (var day = NAMES.indexOf(ends[0]); ; day = (day + 1) % DAYS) {
                    days |= 1 << day;
                    if (day == last) {
                        break;
                    }
                }
            }
            return days;
        }

        private static OptionalInt number(String[] words, String name) {
            for (var word : words) {
                if (word.startsWith(name + "=")) {
                    return OptionalInt.of(Integer.parseInt(word.substring(name.length() + 1)));
                }
            }
            return OptionalInt.empty();
        }
    }

    /// Reads a timetable.
    ///
    /// @throws IllegalArgumentException if the text does not match [#PATTERN]
    public static Timetable of(String text, double delaySeconds) {
        if (!Pattern.matches(PATTERN, text)) {
            throw new IllegalArgumentException("No timetable: " + text);
        }
        if (text.equals("none")) {
            return NONE;
        }
        var actions = new ArrayList<Action>();
        for (var action : text.split(";", -1)) {
            actions.add(Action.of(action));
        }
        return new Timetable(actions, delaySeconds);
    }

    /// The most capacity that any action allows, `otherwise` if that is more.
    public int most(int otherwise) {
        return actions.stream()
                .mapToInt(action -> action.max().orElse(action.min().orElse(0)))
                .reduce(otherwise, Math::max);
    }

    /// When an action happens next, in seconds since a Monday 00:00 UTC, delay not counted.
    ///
    /// @param after seconds since that Monday
    public static long next(Action action, long after) {
        for (var day = after / SECONDS_PER_DAY; ; day++) {
            var at = day * SECONDS_PER_DAY + action.secondOfDay();
            if (at > after && action.isOn(day)) {
                return at;
            }
        }
    }
}
