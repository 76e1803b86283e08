package dev.hostlab.pricebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The sizes that Fargate runs.
class FargateSizesTest {

    @Test
    void thereAreSeventyFourSizes() {
        // 3 + 4 + 7 + 13 + 23 + 12 + 12: one row for each of .25, .5, 1, 2, 4, 8 and 16 vCPU
        assertThat(FargateSizes.all()).hasSize(74).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"0.25, 0.5", "0.25, 2", "0.5, 4", "1, 8", "2, 16", "4, 30", "8, 60", "16, 32", "16, 120"})
    void listedSizesHaveNoIssue(double vcpus, double gib) {
        assertThat(FargateSizes.issue(new TaskSize(vcpus, gib))).isEmpty();
    }

    @Test
    void tooMuchMemoryIsRefusedWithTheNearestSizes() {
        var issue = FargateSizes.issue(new TaskSize(0.25, 3)).orElseThrow();
        assertThat(issue.path()).isEqualTo("memoryGiB");
        assertThat(issue.problem()).contains("0.25 vCPU with 3 GiB").contains("0.5 to 2 GiB");
        assertThat(issue.advice())
                .isEqualTo("The next larger is 0.5 vCPU with 3 GiB, the next smaller is 0.25 vCPU with 2 GiB.");
    }

    @Test
    void anUnlistedCpuIsRefused() {
        var issue = FargateSizes.issue(new TaskSize(3, 8)).orElseThrow();
        assertThat(issue.path()).isEqualTo("vcpu");
        assertThat(issue.advice()).contains("4 vCPU with 8 GiB").contains("2 vCPU with 8 GiB");
    }

    @Test
    void stepsBetweenListedMemorySizesAreRefused() {
        assertThat(FargateSizes.issue(new TaskSize(8, 18))).isPresent();
        assertThat(FargateSizes.covering(new TaskSize(8, 18))).contains(new TaskSize(8, 20));
    }

    @Test
    void nothingCoversMoreThanTheLargest() {
        var issue = FargateSizes.issue(new TaskSize(32, 128)).orElseThrow();
        assertThat(FargateSizes.covering(new TaskSize(32, 128))).isEmpty();
        assertThat(issue.advice()).isEqualTo("The next smaller is 16 vCPU with 120 GiB.");
    }
}
