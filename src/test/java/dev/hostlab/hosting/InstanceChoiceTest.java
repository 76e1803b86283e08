package dev.hostlab.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.pricebook.Architecture;
import dev.hostlab.pricebook.InstanceType;
import dev.hostlab.pricebook.SampleInstanceTypes;
import dev.hostlab.pricebook.TaskSize;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstanceChoiceTest {

    private static InstanceChoice x86(double vcpus, double gib) {
        return new InstanceChoice(Architecture.X86_64, new TaskSize(vcpus, gib), new InstanceChoice.Room(0.96, 0));
    }

    private static InstanceType type(String name) {
        return SampleInstanceTypes.ALL.stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tasksWithAGpuFitAsOftenAsThereAreGpus() {
        var choice = new InstanceChoice(Architecture.X86_64, new TaskSize(4, 12), new InstanceChoice.Room(0.96, 0), 1);
        var four = new InstanceType("g5.12xlarge", 48, 196_608, Architecture.X86_64, null, false, 4);
        assertThat(choice.tasksOn(four)).isEqualTo(4);
        assertThat(choice.tuned(List.of(type("m7i.large"), four), 1)).contains(four);
        assertThat(x86(1, 2).tuned(List.of(four), 1))
                .as("nobody pays for a GPU that is not needed")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // By vCPU 2 ÷ 1 = 2; by memory 8,192 × 0.96 ÷ 2,048 = 3.84.
        "m7i.large, 1, 2, 2",
        // By vCPU 2 ÷ 0.25 = 8; by memory 7,864 ÷ 512 = 15.36.
        "m7i.large, 0.25, 0.5, 8",
        // By vCPU 2; by memory 4,096 × 0.96 ÷ 2,048 = 1.92.
        "c5.large, 1, 2, 1",
        // By memory 2,048 × 0.96 ÷ 2,048 = 0.96.
        "t3.small, 1, 2, 0",
        "m7i.large, 4, 8, 0"
    })
    void tasksFitByTheScarcerOfCpuAndMemory(String name, double vcpus, double gib, int tasks) {
        assertThat(x86(vcpus, gib).tasksOn(type(name))).isEqualTo(tasks);
    }

    @Test
    void memoryHeldBackIsNotForTasks() {
        // 4,096 × 0.96 − 1,900 = 2,032 MiB, less than one task of 2,048.
        var choice = new InstanceChoice(Architecture.X86_64, new TaskSize(1, 2), new InstanceChoice.Room(0.96, 1_900));
        assertThat(choice.tasksOn(type("c5.large"))).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 1, m7i.large", "1, 2, 2, m7i.large", "2, 4, 2, m7i.xlarge", "4, 8, 2, m7i.2xlarge"})
    void teamTakesTheSmallestCurrentGeneralPurposeType(double vcpus, double gib, int tasks, String expected) {
        assertThat(x86(vcpus, gib).tuned(SampleInstanceTypes.ALL, tasks)).contains(type(expected));
    }

    @Test
    void teamFallsBackToWhateverFits() {
        // 16 vCPU and 120 GiB: only the memory-optimised type has room, and the one with a graphics processor never
        // counts.
        assertThat(x86(16, 120).tuned(SampleInstanceTypes.ALL, 2)).contains(type("r7i.16xlarge"));
        assertThat(x86(16, 120).tuned(SampleInstanceTypes.ALL, 5)).isEmpty();
    }

    @Test
    void teamTakesGravitonForArm() {
        var arm = new InstanceChoice(Architecture.ARM64, new TaskSize(1, 2), new InstanceChoice.Room(0.96, 0));
        assertThat(arm.tuned(SampleInstanceTypes.ALL, 1)).contains(type("m7g.large"));
        assertThat(arm.cheapest(SampleInstanceTypes.ALL, 1)).contains(type("t4g.medium"));
    }

    @ParameterizedTest
    @CsvSource({"0.25, 0.5, 1, t3.micro", "1, 2, 1, t3.medium", "1, 2, 2, t3.large", "4, 8, 1, t3.xlarge"})
    void outOfTheBoxIsMicroOrTheSmallestThatFits(double vcpus, double gib, int tasks, String expected) {
        assertThat(x86(vcpus, gib).cheapest(SampleInstanceTypes.ALL, tasks)).contains(type(expected));
    }
}
