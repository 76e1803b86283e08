package dev.hostlab.settings;

import static dev.hostlab.settings.Evidence.assumed;
import static dev.hostlab.settings.Evidence.documented;
import static dev.hostlab.settings.Measure.seconds;
import static dev.hostlab.settings.Measure.text;
import static dev.hostlab.settings.Parameter.parameter;

/// Scheduled scaling, the same for every option.
public final class ScheduleParameters {

    private static final String DAY = "(mon|tue|wed|thu|fri|sat|sun)";
    private static final String DAYS = DAY + "(-" + DAY + ")?";
    private static final String ACTION =
            "(daily|" + DAYS + "(," + DAYS + ")*) ([01][0-9]|2[0-3]):[0-5][0-9]( (min|max|desired)=[0-9]{1,5})+";

    /// What a timetable looks like.
    public static final String PATTERN = "none|" + ACTION + "(; ?" + ACTION + ")*";

    public final Parameter<String> actions;
    public final Parameter<Double> delaySeconds;

    /// @param at path up to the last point
    ScheduleParameters(String at) {
        actions = parameter(
                at + "schedule",
                "none",
                text(PATTERN, "none, or actions like mon-fri 08:00 min=6 max=20; daily 22:00 min=2"),
                assumed("no scheduled action unless somebody makes one"),
                "Changes of the least and the most capacity at fixed times, UTC.");
        delaySeconds = parameter(
                at + "scheduleDelaySeconds",
                5.0,
                seconds(0, 120),
                documented("EC2 Auto Scaling user guide, scheduled scaling: usually seconds, up to two minutes late"),
                "How late a scheduled action runs.");
    }
}
