package dev.hostlab.ui;

import dev.hostlab.files.ScenarioFile;
import dev.hostlab.scenario.FileRef;
import dev.hostlab.scenario.Scenario;
import dev.hostlab.settings.Settings;
import dev.hostlab.trace.ReadOptions;
import dev.hostlab.trace.TraceReader;
import dev.hostlab.trace.TraceReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Scenario files with a sample as their trace.
public final class Scenarios {

    /// A provider's limit that the busy hours reach, and three tenants of whom one is loud.
    public static final Map<String, String> LIMITS = Map.of(
            "provider.tokensPerMinute", "520000",
            "capacity.max", "12",
            "replications", "2",
            "service.tenants",
                    "acme share=6; beta share=2 tpm=120000 queue; trial share=0.5 budget=12000000 spent=9000000 hard",
            "evaluation.minutes", "12");

    /// A day with deployments, one of them bad, and a zone that fails.
    public static final Map<String, String> EVENTS =
            Map.of("events.deploymentsAt", "9.5, 20 bad", "events.zoneFailuresAt", "14", "replications", "2");

    private Scenarios() {}

    /// Writes a scenario and its trace into a folder.
    ///
    /// @return the scenario's file
    public static Path write(Path folder, String sample, Map<String, String> changes) throws IOException {
        var trace = Files.copy(TestWindow.SAMPLES.resolve(sample), folder.resolve(sample));
        var read = (TraceReading.Accepted) TraceReader.read(trace, ReadOptions.DEFAULT);
        var settings = Settings.standard().with(changes).settings();
        var named = new FileRef(sample, read.workload().sha256());
        var file = folder.resolve(sample.replace(".csv", ".scenario.json"));
        return Files.writeString(file, ScenarioFile.text(new Scenario(named, null, settings)));
    }
}
