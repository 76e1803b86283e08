package dev.hostlab.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.workload.sample.SampleParameter;
import dev.hostlab.workload.sample.SampleWorkload;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The page on how samples are made, against the generator.
class CalibrationPageTest {

    @ParameterizedTest
    @EnumSource
    void pageListsEveryParameter(SampleWorkload sample) throws IOException {
        var page = Files.readString(Path.of("sample-workloads", "CALIBRATION.md"));
        var section = page.substring(page.indexOf("\n## " + sample.id() + "\n"));
        assertThat(sample.parameters())
                .allSatisfy(parameter -> assertThat(section).contains(row(parameter)));
    }

    private static String row(SampleParameter parameter) {
        return String.join(
                " | ",
                "| `" + parameter.name() + "`",
                new BigDecimal(Double.toString(parameter.value()))
                        .stripTrailingZeros()
                        .toPlainString(),
                parameter.range().words(),
                parameter.meaning(),
                parameter.origin().certainty().name().toLowerCase(Locale.ROOT),
                parameter.origin().source() + " |\n");
    }
}
