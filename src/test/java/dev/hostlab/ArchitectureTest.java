package dev.hostlab;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.regex.Pattern;

/// The borders of `src/docs/architecture.md`. [TrespasserTest] shows that each rule does catch what it forbids.
@AnalyzeClasses(packages = Borders.ROOT, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /// What the core may use besides itself: no files, network, screen, SDK, logging or reflection.
    private static final String[] PURE = {
        "java.lang",
        "java.lang.annotation",
        "java.lang.invoke",
        "java.lang.runtime",
        "java.math",
        "java.time..",
        "java.util",
        "java.util.concurrent..",
        "java.util.function",
        "java.util.random",
        "java.util.regex",
        "java.util.stream",
        "org.apache.commons.math3..",
        "org.jspecify.annotations"
    };

    /// Intrinsics that may differ in the last bit between machines, so that a run would not repeat.
    private static final Set<String> INEXACT_FUNCTIONS = Set.of(
            "acos", "asin", "atan", "atan2", "cbrt", "cos", "cosh", "exp", "expm1", "hypot", "log", "log10", "log1p",
            "pow", "sin", "sinh", "tan", "tanh");

    /// What depends on the moment or the machine and not on the scenario, as `Class.method`.
    private static final Set<String> SURROUNDINGS = Set.of(
            "java.lang.Math.random",
            "java.lang.StrictMath.random",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.getLogger",
            "java.lang.System.getProperty",
            "java.lang.System.getenv",
            "java.lang.System.nanoTime",
            "java.time.ZoneId.systemDefault",
            "java.util.Locale.getDefault",
            "java.util.TimeZone.getDefault",
            "java.util.UUID.randomUUID",
            "java.util.concurrent.ThreadLocalRandom.current");

    /// Collections whose iteration order differs from run to run.
    private static final Set<String> UNORDERED = Set.of(
            "java.util.Map.copyOf",
            "java.util.Map.of",
            "java.util.Map.ofEntries",
            "java.util.Set.copyOf",
            "java.util.Set.of",
            "java.util.stream.Collectors.toUnmodifiableMap",
            "java.util.stream.Collectors.toUnmodifiableSet");

    private static final Pattern READS_A_CLOCK = Pattern.compile("now|system.*|tick.*");

    private static final Set<String> SEEDED_BY_THE_MOMENT =
            Set.of("java.util.Date", "java.util.Random", "java.util.SplittableRandom");

    private static final DescribedPredicate<JavaClass> ARE_CORE = describe(
            "are in the core",
            type -> resideInAnyPackage(Borders.corePackages()).test(type));

    @ArchTest
    static final ArchRule packagesUseOnlyThoseBeforeThem = classes().should(Borders.keepToTheirPlace());

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.hostlab.(**)").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule coreIsPure = classes()
            .that(ARE_CORE)
            .should()
            .onlyDependOnClassesThat(describe(
                    "belong to the core or are pure",
                    type -> type.getBaseComponentType().isPrimitive()
                            || type.getPackageName().startsWith(Borders.ROOT + ".")
                            || resideInAnyPackage(PURE).test(type)))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule coreRepeatsItself = noClasses()
            .that(ARE_CORE)
            .should()
            .accessTargetWhere(describe("it depends on the moment or the machine", ArchitectureTest::isSurroundings))
            .because("a scenario gives the same result at any time, in any locale; format with Locale.ROOT")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule coreKeepsItsOrder = noClasses()
            .that(ARE_CORE)
            .should()
            .accessTargetWhere(describe("it makes a collection without an order", ArchitectureTest::isUnordered))
            .because("Set.of and Map.of iterate differently in every run; use a List, EnumMap or LinkedHashMap")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule coreCalculatesTheSameEverywhere = noClasses()
            .that(ARE_CORE)
            .should()
            .accessTargetWhere(describe("it may differ in the last bit", ArchitectureTest::isInexact))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothingKeepsGlobalState =
            fields().that().areStatic().should().beFinal().allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyPricingKnowsTheSdk = noClasses()
            .that()
            .resideOutsideOfPackage("dev.hostlab.pricing..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon..");

    /// Without a refresh nothing touches the network.
    @ArchTest
    static final ArchRule onlyRefreshOpensConnections = noClasses()
            .that()
            .resideOutsideOfPackage("dev.hostlab.pricing.refresh..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.net\\.(http\\..*|.*Socket.*|.*URLConnection)|java\\.nio\\.channels\\..*Socket.*");

    @ArchTest
    static final ArchRule viewModelsKnowNoScreen = noClasses()
            .that()
            .haveNameMatching(".*ViewModel(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..")
            .allowEmptyShould(true);

    private static boolean isSurroundings(JavaAccess<?> access) {
        var target = access.getTarget();
        var owner = access.getTargetOwner().getName();
        return SURROUNDINGS.contains(nameOf(access))
                || (owner.startsWith("java.time.")
                        && READS_A_CLOCK.matcher(target.getName()).matches())
                || (SEEDED_BY_THE_MOMENT.contains(owner) && takesNothing(target))
                || (owner.equals("java.lang.String") && formatsForTheDefaultLocale(target));
    }

    private static String nameOf(JavaAccess<?> access) {
        return access.getTargetOwner().getName() + "." + access.getTarget().getName();
    }

    private static boolean takesNothing(AccessTarget target) {
        return target instanceof CodeUnitAccessTarget called
                && called.getRawParameterTypes().isEmpty();
    }

    private static boolean formatsForTheDefaultLocale(AccessTarget target) {
        if (target.getName().equals("formatted")) {
            return true;
        }
        return target.getName().equals("format")
                && target instanceof CodeUnitAccessTarget called
                && called.getRawParameterTypes().getFirst().isEquivalentTo(String.class);
    }

    /// With one element or none there is nothing to order.
    private static boolean isUnordered(JavaAccess<?> access) {
        var isSmall = access.getTarget() instanceof CodeUnitAccessTarget called
                && switch (nameOf(access)) {
                    case "java.util.Map.of" -> called.getRawParameterTypes().size() <= 2;
                    case "java.util.Set.of" ->
                        called.getRawParameterTypes().size() <= 1
                                && called.getRawParameterTypes().stream().noneMatch(JavaClass::isArray);
                    default -> false;
                };
        return UNORDERED.contains(nameOf(access)) && !isSmall;
    }

    private static boolean isInexact(JavaAccess<?> access) {
        return access.getTargetOwner().isEquivalentTo(Math.class)
                && INEXACT_FUNCTIONS.contains(access.getTarget().getName());
    }
}
