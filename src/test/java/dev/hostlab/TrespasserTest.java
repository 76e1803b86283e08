package dev.hostlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/// A rule that never runs, or that nothing can break, is green too: here each one runs, and fails where it has to.
class TrespasserTest {

    private static final String PLANTED = "dev.hostlab.units.trespass.Trespassers$";

    /// The planted classes, and what they use of the product.
    private static final JavaClasses TRESPASSERS =
            new ClassFileImporter().importPackages("dev.hostlab.units", "dev.hostlab.cost");

    static Stream<Arguments> trespasses() {
        return Stream.of(
                Arguments.of(ArchitectureTest.packagesUseOnlyThoseBeforeThem, "UsesLaterPackage"),
                Arguments.of(ArchitectureTest.packagesHaveNoCycles, "ClosesCycle"),
                Arguments.of(ArchitectureTest.coreIsPure, "ReadsFile"),
                Arguments.of(ArchitectureTest.coreIsPure, "ScreenViewModel"),
                Arguments.of(ArchitectureTest.coreIsPure, "KnowsSdk"),
                Arguments.of(ArchitectureTest.coreRepeatsItself, "ReadsClock"),
                Arguments.of(ArchitectureTest.coreRepeatsItself, "ReadsClockByReference"),
                Arguments.of(ArchitectureTest.coreRepeatsItself, "ReadsNanoTime"),
                Arguments.of(ArchitectureTest.coreRepeatsItself, "DrawsUnseeded"),
                Arguments.of(ArchitectureTest.coreRepeatsItself, "FormatsForTheReader"),
                Arguments.of(ArchitectureTest.coreKeepsItsOrder, "ForgetsOrder"),
                Arguments.of(ArchitectureTest.coreCalculatesTheSameEverywhere, "TakesLogarithm"),
                Arguments.of(ArchitectureTest.coreCalculatesTheSameEverywhere, "TakesPowerByReference"),
                Arguments.of(ArchitectureTest.nothingKeepsGlobalState, "KeepsGlobalState"),
                Arguments.of(ArchitectureTest.onlyPricingKnowsTheSdk, "KnowsSdk"),
                Arguments.of(ArchitectureTest.onlyRefreshOpensConnections, "OpensConnection"),
                Arguments.of(ArchitectureTest.viewModelsKnowNoScreen, "ScreenViewModel"));
    }

    @ParameterizedTest
    @MethodSource("trespasses")
    void ruleNoticesTrespasser(ArchRule rule, String trespasser) {
        assertThat(rule.evaluate(TRESPASSERS).getFailureReport().toString()).contains(PLANTED + trespasser);
    }

    @Test
    void everyRuleHasTrespasser() {
        assertThat(trespasses().map(trespass -> trespass.get()[0]).distinct()).hasSize((int) countRules());
    }

    @Test
    void everyRuleRuns() {
        var summary = new SummaryGeneratingListener();
        LauncherFactory.create().execute(architectureTest(), summary);
        assertThat(summary.getSummary().getTestsStartedCount())
                .isEqualTo(countRules())
                .isGreaterThan(5);
    }

    private static LauncherDiscoveryRequest architectureTest() {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(ArchitectureTest.class))
                .build();
    }

    private static long countRules() {
        return Arrays.stream(ArchitectureTest.class.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(ArchTest.class))
                .count();
    }
}
