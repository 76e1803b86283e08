package dev.hostlab.hosting;

import dev.hostlab.scaling.Adjustment;
import dev.hostlab.scaling.CapacityRange;
import dev.hostlab.scaling.MissingData;
import dev.hostlab.scaling.Pacing;
import dev.hostlab.scaling.StepAdjustment;
import dev.hostlab.scaling.StepScaling;
import dev.hostlab.settings.Settings;
import dev.hostlab.settings.StepParameters;
import java.util.ArrayList;

/// A step policy from settings.
///
/// @param settings resolved settings
/// @param step     which of them
/// @param missing  what its alarms take a period without a point for
record Steps(Settings settings, StepParameters step, MissingData missing) {

    StepScaling policy(double threshold, CapacityRange range, Pacing.Pause pause) {
        var steps = new ArrayList<StepAdjustment>();
        for (var text : settings.get(step.steps).split(";", -1)) {
            steps.add(StepAdjustment.of(text.strip()).orElseThrow());
        }
        return new StepScaling(
                threshold,
                steps,
                Adjustment.of(settings.get(step.stepAdjustment)).orElseThrow(),
                settings.get(step.stepMinMagnitude),
                range,
                new StepScaling.Points(settings.get(step.stepPoints), settings.get(step.stepPeriods), missing),
                pause);
    }
}
