package dev.hostlab.comparison;

import dev.hostlab.engine.QueueResult;
import dev.hostlab.theory.Answers;
import dev.hostlab.theory.Figure;
import dev.hostlab.theory.QueueModel;
import dev.hostlab.theory.Theory;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// What the simulation of a plain queue showed, beside what theory says.
///
/// @param study        what was asked
/// @param figures      means with their intervals; empty where the queue is unstable
/// @param theory       exact answers, as far as there are any
/// @param rows         what each row of a schedule held; empty without one
/// @param replications how many were run
/// @param speed        how fast the simulation ran
public record QueueReport(
        QueueStudy study, Map<Figure, Sampled> figures, Answers theory, List<Row> rows, int replications, Speed speed) {

    /// How fast the simulation ran.
    ///
    /// @param requests          requests that were counted, of all replications
    /// @param requestsPerSecond requests simulated in a second of one core, warm-up included
    /// @param wallSeconds       wall time in seconds
    public record Speed(long requests, double requestsPerSecond, double wallSeconds) {}

    /// One row of a schedule over all replications.
    ///
    /// @param row          as given
    /// @param insideAtEnd  requests inside when it ended
    /// @param waitAtEnd    the chance that a request would then have had to wait
    /// @param meanInside   mean requests inside
    /// @param meanWaiting  mean requests waiting
    /// @param meanBusy     mean servers busy
    /// @param completed    requests served
    public record Row(
            QueueModel.Load.Row row,
            Sampled insideAtEnd,
            Sampled waitAtEnd,
            Sampled meanInside,
            Sampled meanWaiting,
            Sampled meanBusy,
            Sampled completed) {

        static Row of(QueueModel.Load.Row row, List<QueueResult.RowState> states) {
            return new Row(
                    row,
                    over(states, QueueResult.RowState::insideAtEnd),
                    over(states, state -> state.allBusyAtEnd() ? 1 : 0),
                    over(states, QueueResult.RowState::meanInside),
                    over(states, QueueResult.RowState::meanWaiting),
                    over(states, QueueResult.RowState::meanBusy),
                    over(states, QueueResult.RowState::completed));
        }

        private static Sampled over(
                List<QueueResult.RowState> states, ToDoubleFunction<QueueResult.RowState> quantity) {
            return Sampled.of(states.stream().mapToDouble(quantity).toArray());
        }
    }

    public QueueReport {
        figures = new EnumMap<>(figures);
        rows = List.copyOf(rows);
    }

    /// Of a queue that was not run, since it has no steady state.
    static QueueReport unstable(QueueStudy study) {
        return new QueueReport(
                study, new EnumMap<>(Figure.class), Theory.answers(study.model()), List.of(), 0, new Speed(0, 0, 0));
    }

    public boolean isUnstable() {
        return study.model().isUnstable();
    }

    public Optional<Sampled> figure(Figure figure) {
        return Optional.ofNullable(figures.get(figure));
    }
}
