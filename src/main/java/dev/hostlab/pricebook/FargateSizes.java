package dev.hostlab.pricebook;

import dev.hostlab.validation.Issue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The combinations of vCPU and memory that Fargate runs.
///
/// Source: Amazon ECS developer guide, "Troubleshoot Amazon ECS task definition invalid CPU or memory errors", read
/// 2026-11-23. A size between two listed ones is not rounded by AWS but refused.
public final class FargateSizes {

    private static final List<TaskSize> ALL = listAll();

    private FargateSizes() {}

    /// Every listed size, by vCPU, then memory.
    public static List<TaskSize> all() {
        return ALL;
    }

    public static boolean isListed(TaskSize size) {
        return ALL.contains(size);
    }

    /// The smallest listed size with at least this much of both, by vCPU first; empty where none is large enough.
    public static Optional<TaskSize> covering(TaskSize wanted) {
        return ALL.stream()
                .filter(size -> size.vcpus() >= wanted.vcpus() && size.memoryGib() >= wanted.memoryGib())
                .findFirst();
    }

    /// What is wrong with a size, empty if it is listed. The paths are those of the task: `vcpu` and `memoryGiB`.
    public static Optional<Issue> issue(TaskSize size) {
        if (isListed(size)) {
            return Optional.empty();
        }
        var sameVcpus = ALL.stream().filter(s -> s.vcpus() == size.vcpus()).toList();
        if (sameVcpus.isEmpty()) {
            var problem = "Fargate has no tasks of " + number(size.vcpus()) + " vCPU.";
            return Optional.of(new Issue("vcpu", problem, advice(size)));
        }
        var problem = "Fargate has no tasks of " + describe(size) + "; at " + number(size.vcpus()) + " vCPU it offers "
                + number(sameVcpus.getFirst().memoryGib()) + " to "
                + number(sameVcpus.getLast().memoryGib()) + " GiB.";
        return Optional.of(new Issue("memoryGiB", problem, advice(size)));
    }

    private static String advice(TaskSize size) {
        var near = new ArrayList<String>();
        covering(size).ifPresent(next -> near.add("the next larger is " + describe(next)));
        below(size).ifPresent(last -> near.add("the next smaller is " + describe(last)));
        var text = String.join(", ", near);
        return text.isEmpty()
                ? "Choose a listed size."
                : Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    private static Optional<TaskSize> below(TaskSize size) {
        return ALL.stream()
                .filter(s -> s.vcpus() <= size.vcpus() && s.memoryGib() <= size.memoryGib())
                .max(Comparator.comparingDouble(TaskSize::vcpus).thenComparingDouble(TaskSize::memoryGib));
    }

    private static String describe(TaskSize size) {
        return number(size.vcpus()) + " vCPU with " + number(size.memoryGib()) + " GiB";
    }

    private static String number(double value) {
        return value == StrictMath.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static List<TaskSize> listAll() {
        var sizes = new ArrayList<TaskSize>();
        List.of(0.5, 1.0, 2.0).forEach(gib -> sizes.add(new TaskSize(0.25, gib)));
        addRange(sizes, 0.5, new Range(1, 4, 1));
        addRange(sizes, 1, new Range(2, 8, 1));
        addRange(sizes, 2, new Range(4, 16, 1));
        addRange(sizes, 4, new Range(8, 30, 1));
        addRange(sizes, 8, new Range(16, 60, 4));
        addRange(sizes, 16, new Range(32, 120, 8));
        return List.copyOf(sizes);
    }

    private static void addRange(List<TaskSize> sizes, double vcpus, Range memory) {
        for (var gib = memory.from; gib <= memory.to; gib += memory.step) {
            sizes.add(new TaskSize(vcpus, gib));
        }
    }

    private record Range(int from, int to, int step) {}
}
