package dev.hostlab.ui.workspace;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.report.TenantFacts;
import dev.hostlab.ui.chart.Layers;
import dev.hostlab.ui.common.Labels;
import dev.hostlab.ui.common.Look;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The tabs under the cards. A page is made when it is first looked at.
final class ResultTabs {

    /// What can be looked at.
    enum Page {
        BEHAVIOUR,
        COST,
        EFFORT,
        TOKENS,
        TENANTS,
        QUEUE,
        METRICS,
        DECISIONS,
        EVENTS,
        ASSUMPTIONS;

        /// Whether there is anything to say of a comparison.
        boolean isThere(Comparison comparison) {
            return switch (this) {
                case TOKENS -> TokenCharts.isThere(comparison);
                case TENANTS -> TenantFacts.areThere(comparison);
                case QUEUE ->
                    comparison.outcomes().stream().anyMatch(one -> one.queue().isPresent());
                default -> true;
            };
        }

        String title() {
            return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
        }
    }

    private final VBox content;
    private final Function<Comparison, Node> metrics;
    private final Look look;
    private final ToggleGroup group = new ToggleGroup();
    private final Map<Page, ToggleButton> buttons = new EnumMap<>(Page.class);
    private final Map<Page, Node> pages = new EnumMap<>(Page.class);
    private Optional<Comparison> shown = Optional.empty();
    private Optional<Behaviour> behaviour = Optional.empty();
    private Layers layers = new Layers();
    private int runs;

    /// @param metrics makes the page of scaling metrics
    ResultTabs(HBox bar, VBox content, Function<Comparison, Node> metrics, Look look) {
        this.metrics = metrics;
        this.content = content;
        this.look = look;
        for (var page : Page.values()) {
            var button = new ToggleButton(page.title());
            button.setToggleGroup(group);
            button.setUserData(page);
            button.setId("tab-" + page.name().toLowerCase(Locale.ROOT));
            button.getStyleClass().add("tab-button");
            buttons.put(page, button);
            bar.getChildren().add(button);
        }
        group.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else {
                show();
            }
        });
        select(Page.BEHAVIOUR);
    }

    void select(Page page) {
        group.selectToggle(buttons.get(page));
    }

    /// Shows another comparison. Charts stay as they are, zoomed and all, if only prices have changed.
    ///
    /// @param shownRuns see [ResultViewModel#shownRuns]
    void show(Comparison comparison, int shownRuns) {
        var charts = Optional.ofNullable(pages.get(Page.BEHAVIOUR));
        pages.clear();
        if (runs == shownRuns) {
            charts.ifPresent(kept -> pages.put(Page.BEHAVIOUR, kept));
        } else {
            renew(comparison);
        }
        runs = shownRuns;
        shown = Optional.of(comparison);
        offer(comparison);
        show();
    }

    /// Other runs: what is seen of the time axis and of the lines stays, if it can.
    private void renew(Comparison comparison) {
        var before = behaviour;
        behaviour = Behaviour.of(comparison);
        behaviour.ifPresent(now -> before.ifPresent(old -> now.viewport().follow(old.viewport())));
        layers = layers.next();
    }

    /// Tabs are there where they have something to say.
    private void offer(Comparison comparison) {
        buttons.forEach((page, button) -> {
            var there = page.isThere(comparison);
            button.setVisible(there);
            button.setManaged(there);
            if (!there && button.isSelected()) {
                select(Page.BEHAVIOUR);
            }
        });
    }

    private void show() {
        shown.ifPresent(comparison -> {
            var page = (Page) group.getSelectedToggle().getUserData();
            var node = pages.computeIfAbsent(page, missing -> make(missing, comparison));
            VBox.setVgrow(node, Priority.ALWAYS);
            content.getChildren().setAll(node);
        });
    }

    private Node make(Page page, Comparison comparison) {
        return switch (page) {
            case BEHAVIOUR -> charts(charts -> BehaviourTab.of(comparison, charts, layers, look));
            case COST -> new CostTab(comparison, look);
            case EFFORT -> new EffortTab(comparison, look);
            case TOKENS -> charts(charts -> new TokensTab(comparison, charts, layers, look));
            case TENANTS -> charts(charts -> new TenantsTab(comparison, charts, layers, look));
            case QUEUE -> charts(charts -> new QueueTab(comparison, charts, layers, look));
            case METRICS -> metrics.apply(comparison);
            case DECISIONS -> new DecisionsTab(comparison);
            case EVENTS -> new EventsTab(comparison);
            case ASSUMPTIONS -> new AssumptionsTab(comparison);
        };
    }

    private Node charts(Function<Behaviour, Node> make) {
        return behaviour.map(make).orElseGet(() -> Labels.of("Nothing happened: the trace has no bins.", "muted"));
    }
}
