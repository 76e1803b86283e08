package dev.hostlab.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.workload.sample.SampleWorkload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The shipped samples against the generator.
class SampleTraceTest {

    private static final Path SHIPPED = Path.of("sample-workloads");
    private static final int MOST_BYTES = 1_500_000;

    @ParameterizedTest
    @EnumSource
    void shippedFileIsWhatTheGeneratorMakes(SampleWorkload sample) throws IOException {
        var shipped = Files.readAllBytes(SHIPPED.resolve(sample.id() + ".csv"));
        assertThat(new SampleTrace(sample, Map.of()).csv()).isEqualTo(shipped);
        assertThat(shipped).hasSizeLessThan(MOST_BYTES);
    }

    @ParameterizedTest
    @EnumSource
    void localeAndTimeZoneChangeNothing(SampleWorkload sample) throws IOException {
        var locale = Locale.getDefault();
        var zone = TimeZone.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
        try {
            shippedFileIsWhatTheGeneratorMakes(sample);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @ParameterizedTest
    @EnumSource
    void generatedAndReadWorkloadAreTheSame(SampleWorkload sample) throws IOException {
        var generated = new SampleTrace(sample, Map.of()).workload();
        var reading = TraceReader.read(SHIPPED.resolve(sample.id() + ".csv"), ReadOptions.DEFAULT);
        assertThat(reading.errors()).isEmpty();
        assertThat(reading.warnings()).isEmpty();
        var read = ((TraceReading.Accepted) reading).workload();
        assertThat(read).usingRecursiveComparison().isEqualTo(generated);
    }
}
