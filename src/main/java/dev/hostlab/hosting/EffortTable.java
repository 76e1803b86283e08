package dev.hostlab.hosting;

import dev.hostlab.effort.Coefficient;
import dev.hostlab.effort.EffortCoefficients;
import dev.hostlab.settings.EffortParameters;
import dev.hostlab.settings.EffortPresets;
import dev.hostlab.settings.OptionEffort;
import dev.hostlab.settings.Settings;
import java.util.EnumMap;

/// The effort model's numbers of one option, from settings.
///
/// @param settings resolved settings
/// @param option   the option's own parameters
record EffortTable(Settings settings, OptionEffort option) {

    EffortCoefficients coefficients() {
        var values = new EnumMap<Coefficient, Double>(Coefficient.class);
        for (var coefficient : Coefficient.values()) {
            values.put(coefficient, settings.get(option.parameter(coefficient.id())));
        }
        return new EffortCoefficients(values, EffortPresets.source(settings.get(EffortParameters.PRESET)));
    }
}
