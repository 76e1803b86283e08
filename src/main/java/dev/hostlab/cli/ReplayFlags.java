package dev.hostlab.cli;

import dev.hostlab.settings.Parsed;
import dev.hostlab.validation.Issue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The numbers that were given, read all at once.
///
/// @param numbers those that are fine
/// @param issues  what is wrong with the others
record ReplayFlags(Map<ReplayFlag, Number> numbers, List<Issue> issues) {

    /// Puts the flags into the command's help.
    static final class Options implements IModelTransformer {
        @Override
        public CommandSpec transform(CommandSpec command) {
            for (var flag : ReplayFlag.values()) {
                command.addOption(OptionSpec.builder(flag.id())
                        .paramLabel("N")
                        .type(String.class)
                        .description(flag.description())
                        .build());
            }
            return command;
        }
    }

    static ReplayFlags of(CommandSpec command) {
        var numbers = new EnumMap<ReplayFlag, Number>(ReplayFlag.class);
        var issues = new ArrayList<Issue>();
        for (var flag : ReplayFlag.values()) {
            String text = command.findOption(flag.id()).getValue();
            if (text != null) {
                switch (flag.domain().parse(text.strip())) {
                    case Parsed.Value<?>(var value) -> numbers.put(flag, (Number) value);
                    case Parsed.Refused<?>(var problem) ->
                        issues.add(new Issue(
                                flag.id(), problem, "Give " + flag.domain().range() + "."));
                }
            }
        }
        return new ReplayFlags(numbers, issues);
    }

    boolean has(ReplayFlag flag) {
        return numbers.containsKey(flag);
    }

    Optional<Integer> whole(ReplayFlag flag) {
        return Optional.ofNullable(numbers.get(flag)).map(Number::intValue);
    }

    int whole(ReplayFlag flag, int otherwise) {
        return whole(flag).orElse(otherwise);
    }

    double real(ReplayFlag flag, double otherwise) {
        return Optional.ofNullable(numbers.get(flag)).map(Number::doubleValue).orElse(otherwise);
    }

    /// Flags that were given and mean nothing for this service.
    List<String> unusedBy(ReplayService service) {
        return numbers.keySet().stream()
                .filter(flag -> !flag.isUsedBy(service))
                .map(ReplayFlag::id)
                .toList();
    }
}
