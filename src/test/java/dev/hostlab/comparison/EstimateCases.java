package dev.hostlab.comparison;

import dev.hostlab.files.ComparisonInput;
import dev.hostlab.files.Home;
import dev.hostlab.files.PriceChoice;
import dev.hostlab.hosting.OptionId;
import dev.hostlab.scenario.Scenario;
import dev.hostlab.settings.Settings;
import dev.hostlab.trace.ReadOptions;
import dev.hostlab.trace.TraceReader;
import dev.hostlab.trace.TraceReading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Comparisons of the shipped samples, as the command line puts them together.
final class EstimateCases {

    private EstimateCases() {}

    /// The request for a trace file with these settings over the defaults; for all options unless
    /// the settings say which.
    static ComparisonRequest request(Path trace, Map<String, String> settings) throws IOException {
        var revision = Settings.standard().with(settings);
        if (!revision.issues().isEmpty()) {
            throw new IllegalArgumentException(revision.issues().toString());
        }
        var scenario = Scenario.of(revision.settings());
        var reading = (TraceReading.Accepted) TraceReader.read(trace, ReadOptions.DEFAULT);
        var prices = new PriceChoice(Home.snapshots()).read(null, scenario);
        var input = new ComparisonInput(scenario, reading, prices.book().orElseThrow());
        var options =
                settings.containsKey("options") ? OptionId.chosen(revision.settings()) : List.of(OptionId.values());
        return input.request(input.resolve(), options, List.of());
    }

    static ComparisonRequest sample(String name, Map<String, String> settings) throws IOException {
        return request(Home.samples().resolve(name + ".csv"), settings);
    }
}
