package dev.hostlab.engine;

import dev.hostlab.hosting.StartUp;
import dev.hostlab.scaling.Fulfilment;
import java.util.ArrayList;
import java.util.List;

/// How long the stages of each start take. The draws depend on the number of the start and of the stage only.
final class StartUpDraws {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final int STAGES_PER_START = 16;

    private final long key;
    private long starts;

    StartUpDraws(RunId run) {
        key = run.key(Stream.START_UP);
    }

    /// Ends of the stages of one more start.
    ///
    /// @param from when the first stage begins
    /// @param starting how many units are starting, this one included
    Timing draw(StartUp startUp, long from, double starting) {
        var first = starts++ * STAGES_PER_START;
        var at = from;
        var billedFrom = Unit.NEVER;
        var stages = startUp.stages();
        var ends = new long[stages.size()];
        for (var stage = 0; stage < ends.length; stage++) {
            if (stages.get(stage).billed()) {
                billedFrom = Math.min(billedFrom, at);
            }
            var seconds = stages.get(stage).latency().at(Draws.unit(Draws.bits(key, first + stage)));
            var crowd = 1 + stages.get(stage).crowding() * starting / StartUp.Stage.CROWD;
            at += Math.round(seconds * crowd * NANOS_PER_SECOND);
            ends[stage] = at;
        }
        var registration = startUp.registrationFromStage();
        return new Timing(
                startUp, from, ends, Math.min(billedFrom, at), registration == 0 ? from : ends[registration - 1], at);
    }

    /// When the stages of one start end.
    ///
    /// @param startUp    the stages
    /// @param from       when the first one begins
    /// @param ends       end of each stage
    /// @param billedFrom when the meter starts to run; the end where no stage is billed
    /// @param started    when registration begins
    /// @param ready      when it is done
    @SuppressWarnings("ArrayRecordComponent")
    record Timing(StartUp startUp, long from, long[] ends, long billedFrom, long started, long ready) {

        /// Each stage with the time it took.
        List<Fulfilment.Step> steps() {
            var steps = new ArrayList<Fulfilment.Step>();
            var begun = from;
            for (var stage = 0; stage < ends.length; stage++) {
                steps.add(new Fulfilment.Step(
                        startUp.stages().get(stage).name(), (ends[stage] - begun) / NANOS_PER_SECOND));
                begun = ends[stage];
            }
            return steps;
        }
    }
}
