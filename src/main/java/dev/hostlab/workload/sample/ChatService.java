package dev.hostlab.workload.sample;

import dev.hostlab.workload.sample.SampleParameter.Origin;
import java.util.Arrays;
import java.util.List;

/// People in conversation with a language model: many independent users, hence nearly Poisson.
final class ChatService implements SampleModel {

    private static final Origin AZURE = Origin.measured("Azure LLM inference trace 2023, conversation, 1 h");
    private static final int BIN_SECONDS = 60;
    private static final int MINUTES_PER_HOUR = 60;

    @Override
    public List<SampleParameter> parameters() {
        return List.of(
                Common.seed(199),
                Common.hours(4, Origin.assumed("the original has one hour; four show more of the noise")),
                Common.meanPerMinute(328, AZURE),
                Common.rateSigma(0.24, Origin.measured("fitted to the per-minute CV of 0.25 of the same trace")),
                Common.rateCorrelation(0.5, Origin.assumed("minutes resemble their neighbours somewhat")));
    }

    @Override
    public Sample generate(SampleSettings settings) {
        var expected = new double[settings.whole("hours") * MINUTES_PER_HOUR];
        Arrays.fill(expected, settings.value("meanPerMinute"));
        var counts = BinCounts.draw(expected, settings);
        return new Sample(START, BinCounts.conversation(counts, BIN_SECONDS, settings.seed()));
    }

    @Override
    public double expectedRequests(SampleSettings settings) {
        return settings.value("hours") * MINUTES_PER_HOUR * settings.value("meanPerMinute");
    }
}
