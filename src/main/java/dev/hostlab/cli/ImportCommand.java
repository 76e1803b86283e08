package dev.hostlab.cli;

import dev.hostlab.files.OutputFile;
import dev.hostlab.trace.TraceReader;
import dev.hostlab.trace.TraceReading;
import dev.hostlab.trace.TraceWriter;
import dev.hostlab.validation.Issue;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Reads a file of any known layout, says what it took it for, and can write it as Hostlab's own CSV.
@Command(
        mixinStandardHelpOptions = true,
        name = "import",
        description = "Reads a trace of any known format, says what it read, and warns or refuses with the line.",
        footer = {
            "",
            "Examples:",
            "  hostlab import cloudwatch.json --out trace.csv",
            "  hostlab import export.csv --map timestamp=Date --map requests=Hits --zone Europe/Berlin",
            "  hostlab import access.log.gz --json -"
        })
final class ImportCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(index = "0", paramLabel = "FILE", description = "The file, plain or gzipped.")
    private Path file;

    @Mixin
    private TraceOptions options;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the trace as Hostlab's own CSV.")
    private @Nullable Path out;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the result as JSON; - for stdout.")
    private @Nullable String json;

    ImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InputProblem {
        var issues = new ArrayList<Issue>();
        var how = options.read(issues);
        var places = new OutputPlaces(file);
        issues.addAll(places.issues("--out", out == null ? null : out.toString()));
        issues.addAll(places.issues("--json", json));
        InputProblem.throwIfAny(issues);
        var reading = TraceReader.read(file, how);
        writeJson(reading);
        if (!"-".equals(json)) {
            console.out().print(new ImportPreview(reading).text());
        }
        if (reading instanceof TraceReading.Accepted accepted) {
            writeTrace(accepted);
            return ExitCode.DONE;
        }
        throw new InputProblem(reading.issues(file.toString()));
    }

    private void writeJson(TraceReading reading) throws IOException {
        if ("-".equals(json)) {
            var stream = new BufferedOutputStream(console.out());
            new ImportJson(reading).write(stream);
            stream.flush();
        } else if (json != null) {
            OutputFile.write(Path.of(json), new ImportJson(reading)::write);
            console.err().println("Wrote " + json);
        }
    }

    private void writeTrace(TraceReading.Accepted accepted) throws IOException {
        if (out == null) {
            return;
        }
        var workload = accepted.workload();
        var lost = accepted.summary().shape().lostNanos();
        OutputFile.write(out, stream -> TraceWriter.write(workload.from(), workload.arrivals(), lost, stream));
        console.err().println("Wrote " + out);
    }
}
