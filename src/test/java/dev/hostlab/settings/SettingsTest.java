package dev.hostlab.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hostlab.validation.Issue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static final Evidence WHY = Evidence.assumed("1.5 × peak minute");

    @Test
    void standardValuesComeFromTheCatalogue() {
        var settings = Settings.standard();
        assertThat(settings.get(EffortParameters.HOURLY_RATE_USD)).isEqualTo(72.12);
        assertThat(settings.changed()).isEmpty();
        assertThat(settings.toMap()).hasSameSizeAs(Catalogue.ALL).containsEntry("task.vcpu", "1");
    }

    @Test
    void userHidesImpliedHidesStandard() {
        var implied = Settings.standard().implying(TaskParameters.MAX_TASKS, 24, WHY);
        assertThat(implied.get(TaskParameters.MAX_TASKS)).isEqualTo(24);
        var chosen = implied.with(TaskParameters.MAX_TASKS, 6);
        assertThat(chosen.get(TaskParameters.MAX_TASKS)).isEqualTo(6);
        assertThat(chosen.implying(TaskParameters.MAX_TASKS, 30, WHY).get(TaskParameters.MAX_TASKS))
                .isEqualTo(6);
        assertThat(chosen.without("capacity.max").get(TaskParameters.MAX_TASKS)).isEqualTo(24);
        assertThat(chosen.choices().without("capacity.max")).isEqualTo(Settings.standard());
    }

    @Test
    void ledgerSaysWhereEachValueComesFrom() {
        var settings =
                Settings.standard().implying(TaskParameters.MAX_TASKS, 24, WHY).with(TaskParameters.MIN_TASKS, 3);
        var ledger = settings.ledger();
        assertThat(ledger)
                .extracting(LedgerEntry::path)
                .containsExactlyElementsOf(
                        Catalogue.ALL.stream().map(Parameter::path).toList());
        assertThat(ledger)
                .contains(
                        new LedgerEntry(
                                "capacity.max",
                                "24",
                                "tasks",
                                "1 to 10000",
                                Certainty.ASSUMED,
                                "1.5 × peak minute",
                                false),
                        new LedgerEntry(
                                "capacity.min",
                                "3",
                                "tasks",
                                "1 to 10000",
                                Certainty.ASSUMED,
                                "set by the user; otherwise 2 (one in each of two availability zones)",
                                true));
    }

    @Test
    void allProblemsAreToldAtOnceAndTheRestIsTaken() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("capacity.min", "0");
        texts.put("task.vcpu", "2");
        texts.put("capacity.maxx", "5");
        texts.put("service.streaming", "yes");
        var revision = Settings.standard().with(texts);
        assertThat(revision.isFine()).isFalse();
        assertThat(revision.issues())
                .containsExactly(
                        new Issue("capacity.min", "0 is out of range.", "Give 1 to 10000 tasks; the default is 2."),
                        new Issue("capacity.maxx", "There is no such setting.", "Did you mean 'capacity.max'?"),
                        new Issue(
                                "service.streaming",
                                "'yes' is neither true nor false.",
                                "Give true | false; the default is false."));
        assertThat(revision.settings().changed()).containsExactly("task.vcpu");
    }

    @Test
    void changedPathsComeInTheCataloguesOrder() {
        var settings = Settings.standard()
                .with(Map.of("slo.p95Ms", "100", "region", "eu-west-1", "prices.alb.hour", "0.0300", "seed", "7"))
                .settings();
        assertThat(settings.changed()).containsExactly("region", "seed", "slo.p95Ms", "prices.alb.hour");
        assertThat(settings.choicesAsText()).containsEntry("prices.alb.hour", "0.03");
    }

    @Test
    void pricesKeepTheirDigits() {
        var settings = Settings.standard()
                .with("prices.fargate.linux.arm64.vcpu-hour", "0.03238")
                .settings();
        assertThat(settings.priceStandIns())
                .containsExactly(Map.entry("fargate.linux.arm64.vcpu-hour", new BigDecimal("0.03238")));
        assertThat(settings.ledger()).last().extracting(LedgerEntry::changed).isEqualTo(true);
        assertThat(settings.without("prices.fargate.linux.arm64.vcpu-hour")).isEqualTo(Settings.standard());
        assertThat(Settings.standard().with("prices.alb.hour", "-1").issues()).hasSize(1);
        assertThat(Settings.standard().with("prices.alb.hour", "1e5").issues()).hasSize(1);
        assertThat(Settings.standard().with("prices..hour", "1").issues()).hasSize(1);
    }

    @Test
    void sameValuesAreEqual() {
        var one = Settings.standard().with("task.vcpu", "2.0").settings();
        var other = Settings.standard().with(TaskParameters.VCPU, 2.0);
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).isNotEqualTo(Settings.standard());
    }

    @Test
    void programsMayNotLeaveTheRange() {
        var settings = Settings.standard();
        assertThatIllegalArgumentException().isThrownBy(() -> settings.with(TaskParameters.VCPU, 0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> settings.implying(TaskParameters.VCPU, Double.NaN, WHY));
    }
}
