package dev.hostlab;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which package may use which: the one place where the order of the packages is written down for the tests.
final class Borders {

    static final String ROOT = "dev.hostlab";

    /// Each may use itself and those before it.
    static final List<String> CORE = List.of(
            "units",
            "validation",
            "settings",
            "pricebook",
            "workload",
            "usage",
            "cost",
            "effort",
            "scaling",
            "routing",
            "theory",
            "hosting",
            "scenario",
            "engine",
            "estimate",
            "comparison",
            "study");

    /// All may use the whole core, and of each other only what stands here.
    private static final Map<String, Set<String>> OUTER = Map.of(
            "trace", Set.of(),
            "pricing", Set.of(),
            "report", Set.of(),
            "files", Set.of("trace", "pricing"),
            "cli", Set.of("trace", "pricing", "report", "files"),
            "ui", Set.of("trace", "pricing", "report", "files"),
            "", Set.of("trace", "pricing", "report", "files", "cli", "ui"));

    private static final Map<String, List<String>> MAY_USE = mayUse();

    private Borders() {}

    /// Holds for a class whose package has its place here and which uses only packages that it may use.
    static ArchCondition<JavaClass> keepToTheirPlace() {
        return new ArchCondition<>("use only their own package and the packages that come before it") {
            @Override
            public void check(JavaClass from, ConditionEvents events) {
                var allowed = MAY_USE.get(placeOf(from));
                if (allowed == null) {
                    events.add(
                            SimpleConditionEvent.violated(from, from.getName() + " is in a package without a place"));
                    return;
                }
                from.getDirectDependenciesFromSelf().stream()
                        .filter(use -> isOurs(use.getTargetClass()) && !allowed.contains(placeOf(use.getTargetClass())))
                        .map(Dependency::getDescription)
                        .forEach(use -> events.add(SimpleConditionEvent.violated(from, use)));
            }
        };
    }

    /// The patterns of the core's packages, as ArchUnit reads them.
    static String[] corePackages() {
        return CORE.stream().map(name -> ROOT + "." + name + "..").toArray(String[]::new);
    }

    private static Map<String, List<String>> mayUse() {
        var result = new HashMap<String, List<String>>();
        for (var i = 0; i < CORE.size(); i++) {
            result.put(CORE.get(i), CORE.subList(0, i + 1));
        }
        OUTER.forEach((name, others) -> {
            var allowed = new ArrayList<>(CORE);
            allowed.add(name);
            allowed.addAll(others);
            result.put(name, allowed);
        });
        return result;
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().equals(ROOT) || type.getPackageName().startsWith(ROOT + ".");
    }

    /// The first part of the package's name after the root: `ui` for `dev.hostlab.ui.common`, empty for `Main`.
    private static String placeOf(JavaClass type) {
        var name = type.getPackageName();
        return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1).split("\\.", 2)[0];
    }
}
