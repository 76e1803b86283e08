package dev.hostlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is wrong with a command is said before it starts, all at once.
class WrongArgumentsTest {

    private static final String TRACE = "sample-workloads/code-assistant.csv";

    @TempDir
    Path folder;

    @Test
    void placesToWriteToAreLookedAtBeforeTheRun() {
        var missing = folder.resolve("no/such/folder/report.html");
        var ran = Ran.hostlab("compare", TRACE, "--report", missing.toString(), "--json", folder.toString());
        assertThat(ran.code()).isEqualTo(ExitCode.INPUT);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .contains("--report: There is no folder " + missing.getParent())
                .contains("--json: " + folder + " is a folder.");
    }

    @Test
    void theFileThatIsReadIsNotOverwritten() throws IOException {
        var trace = folder.resolve("trace.csv");
        var text = "timestamp,requests\n2026-03-02T00:00:00Z,5\n2026-03-02T00:01:00Z,7\n";
        Files.writeString(trace, text);
        var ran = Ran.hostlab("import", trace.toString(), "--out", trace.toString());
        assertThat(ran.code()).isEqualTo(ExitCode.INPUT);
        assertThat(ran.err()).contains("is the file that is read");
        assertThat(trace).hasContent(text);
        assertThat(Ran.hostlab(
                                "import",
                                trace.toString(),
                                "--out",
                                folder.resolve("other.csv").toString())
                        .code())
                .isZero();
    }

    @Test
    void aFileThatIsNotThereIsNotCalledUnknown() {
        var ran = Ran.hostlab("import", folder.resolve("none.csv").toString());
        assertThat(ran.code()).isEqualTo(ExitCode.INPUT);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("There is no such file");
    }

    @Test
    void pricesForAfterTheRunAreReadBeforeIt() {
        var ran = Ran.hostlab(
                "compare", TRACE, "--reprice", folder.resolve("none.json").toString());
        assertThat(ran.code()).isEqualTo(ExitCode.INPUT);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("none.json: There is no such file");
    }

    @Test
    void argumentsWithoutEffectAreRefusedTogether() {
        var ran = Ran.hostlab(
                "compare", TRACE, "--estimate", "--sampled", "5", "--timeline", "--completed-per-minute", "3");
        assertThat(ran.code()).isEqualTo(ExitCode.INPUT);
        assertThat(ran.err())
                .contains("3 problems", "--sampled: An estimate", "--timeline: There is no JSON")
                .contains("--completed-per-minute: It counts only");
    }

    @Test
    void studiesAreNotSampled() {
        assertThat(Ran.hostlab("study", "leaving-beanstalk", "--sampled", "5").err())
                .contains("sampling.percent: A study plays its month in full");
    }

    @Test
    void whatLimitsRefuseIsNotCalledOverload() {
        var ran = Ran.hostlab(
                "compare",
                TRACE,
                "--replications",
                "2",
                "--options",
                "fargate",
                "--metrics",
                "cpu,in-flight",
                "--set",
                "service.tenants=a share=1 rpm=20");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out().replaceAll("\\s+", " "))
                .contains("Most of these were refused by limits or budgets, not for want of capacity.")
                .contains("refused by limits")
                .contains("limits or budgets hold the requests back, not capacity.")
                .doesNotContain("overloaded", "bursts that are over");
    }

    @Test
    void tenantsSayWhereTheyGoWrong() {
        assertThat(tenants("acme share=1 foo=3; beta share=2"))
                .contains("cannot be read from 'foo=3; beta share=2' on")
                .containsOnlyOnce("or tenants like");
        assertThat(tenants("acme share=1 hard"))
                .contains("acme has no budget, so 'hard' and 'spent' mean nothing. Give budget=");
        assertThat(tenants("acme share=1 queue")).contains("acme has no limit, so there is nothing to 'queue' for.");
    }

    @Test
    void timesOfEventsSayWhereTheyGoWrong() {
        assertThat(Ran.hostlab("compare", TRACE, "--set", "events.deploymentsAt=2.5, 26 bda")
                        .err())
                .contains("cannot be read from 'bda' on")
                .contains("the default is nothing.");
    }

    @Test
    void otherWordsForASettingLeadToIt() {
        assertThat(Ran.hostlab("compare", TRACE, "--set", "service.slots=5").err())
                .contains("Did you mean 'service.concurrency'");
        assertThat(Ran.hostlab("compare", TRACE, "--set", "capacity.maximum=5").err())
                .contains("Did you mean 'capacity.max'?");
        assertThat(Ran.hostlab("compare", TRACE, "--set", "effort.rate=5").err())
                .contains("'effort.hourlyRateUsd'")
                .doesNotContain("strategy");
        assertThat(Ran.hostlab("compare", TRACE, "--set", "task.vcpus=5").err()).contains("Did you mean 'task.vcpu'?");
    }

    @Test
    void textThatIsNoJsonIsToldWithoutTheParsersOwnSettings() throws IOException {
        var file = folder.resolve("half.json");
        Files.writeString(file, "{\"schema\": \"hostlab/scenario/1\", \"settings\": {");
        var ran = Ran.hostlab("scenario", "check", file.toString());
        assertThat(ran.code()).isEqualTo(ExitCode.INPUT);
        assertThat(ran.err())
                .contains("line 1", "This is not JSON: Unexpected end-of-input")
                .doesNotContain("Source", "REDACTED");
    }

    @Test
    void replayNamesItsServicesAsTheyAreTyped() {
        assertThat(Ran.hostlab("replay", "--service", "foo").err())
                .contains("there is no 'foo'; choose from: ecs, asg, capacity-provider, beanstalk")
                .doesNotContain("CAPACITY_PROVIDER");
    }

    private static String tenants(String text) {
        var ran = Ran.hostlab("compare", TRACE, "--set", "service.tenants=" + text);
        assertThat(ran.code()).isEqualTo(ExitCode.INPUT);
        return ran.err();
    }
}
