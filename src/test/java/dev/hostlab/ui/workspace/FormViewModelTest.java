package dev.hostlab.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.settings.Catalogue;
import dev.hostlab.settings.Parameter;
import dev.hostlab.settings.Settings;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FormViewModelTest {

    private final FormViewModel form = new FormViewModel();

    @Test
    void everySettingIsOnTheFormOnce() {
        var sections = FormSections.standard();
        var paths = Stream.of(sections.open(), sections.folded())
                .flatMap(List::stream)
                .flatMap(section -> section.parameters().stream())
                .map(Parameter::path);
        assertThat(paths)
                .containsExactlyInAnyOrderElementsOf(
                        Catalogue.ALL.stream().map(Parameter::path).toList());
    }

    @Test
    void whatCannotBeMeantIsMarkedAtOnceAndKeptToBeMended() {
        var field = form.field("capacity.min");
        field.textProperty().set("four");
        assertThat(field.problemProperty().get()).contains("'four' is not a whole number", "1 to 10000");
        assertThat(field.textProperty().get()).isEqualTo("four");
        assertThat(form.isFine()).isFalse();
        field.textProperty().set("4");
        assertThat(field.problemProperty().get()).isEmpty();
        assertThat(form.isFine()).isTrue();
        assertThat(form.choices().changed()).containsExactly("capacity.min");
    }

    @Test
    void undoTakesBackWhatWasSaidOfOneSettingAtATime() {
        var rate = form.field("effort.hourlyRateUsd");
        var from = form.field("capacity.min");
        rate.textProperty().set("9");
        rate.textProperty().set("95");
        from.textProperty().set("four");
        form.undo();
        assertThat(form.isFine()).isTrue();
        assertThat(from.textProperty().get()).isEqualTo("2");
        assertThat(rate.textProperty().get()).isEqualTo("95");
        form.undo();
        assertThat(form.choices()).isEqualTo(Settings.standard());
        form.undo();
        assertThat(rate.textProperty().get()).isEqualTo("72.12");
    }

    @Test
    void redoBringsBackEvenWhatIsToBeMendedUntilSomethingElseChanges() {
        var from = form.field("capacity.min");
        from.textProperty().set("four");
        form.undo();
        form.redo();
        assertThat(from.textProperty().get()).isEqualTo("four");
        assertThat(form.isFine()).isFalse();
        form.undo();
        form.field("effort.hourlyRateUsd").textProperty().set("95");
        form.redo();
        assertThat(from.textProperty().get()).isEqualTo("2");
        assertThat(form.field("effort.hourlyRateUsd").textProperty().get()).isEqualTo("95");
    }

    @Test
    void resetBringsBackWhatWasThere() {
        var field = form.field("effort.hourlyRateUsd");
        field.textProperty().set("95");
        assertThat(field.changedProperty().get()).isTrue();
        form.reset("effort.hourlyRateUsd");
        assertThat(field.textProperty().get()).isEqualTo("72.12");
        assertThat(field.changedProperty().get()).isFalse();
        assertThat(form.choices()).isEqualTo(Settings.standard());
    }

    @Test
    void whatFollowsFromAChangeIsSeenAtOnce() {
        form.field("service.preset").textProperty().set("queue-worker");
        assertThat(form.field("service.imageMb").textProperty().get()).isEqualTo("300");
        assertThat(form.field("service.imageMb").changedProperty().get()).isFalse();
    }

    @Test
    void textThatSaysTheSameStaysAsTyped() {
        var field = form.field("task.vcpu");
        field.textProperty().set("2.0");
        assertThat(field.textProperty().get()).isEqualTo("2.0");
        assertThat(form.choices().choicesAsText()).containsEntry("task.vcpu", "2");
    }

    @Test
    void helpNamesDefaultRangeAndSource() {
        var help = form.field("slo.p95Ms").helpProperty().get();
        assertThat(help).contains("Default: 250 ms", "Range: 1 to 86400000 ms", "Source, assumed:", "slo.p95Ms");
    }

    @Test
    void unitOfATargetFollowsItsMetric() {
        var unit = form.field("fargate.scaling.target").unitProperty();
        form.field("fargate.scaling.metric").textProperty().set("cpu");
        assertThat(unit.get()).isEqualTo("%");
        form.field("fargate.scaling.metric").textProperty().set("requests-per-target");
        assertThat(unit.get()).isEqualTo("a minute");
    }

    @Test
    void namesAreWords() {
        assertThat(form.field("fargate.scaling.outCooldownSeconds").label()).isEqualTo("Scaling: out cooldown");
        assertThat(form.field("beanstalk.deregistrationSeconds").label()).isEqualTo("Deregistration");
        assertThat(Catalogue.ALL)
                .allSatisfy(parameter ->
                        assertThat(FieldNames.label(parameter)).isNotBlank().doesNotContain("."));
    }
}
