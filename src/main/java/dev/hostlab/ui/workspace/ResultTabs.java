package dev.hostlab.ui.workspace;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.ui.chart.Layers;
import dev.hostlab.ui.common.Look;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
        DECISIONS,
        EVENTS,
        ASSUMPTIONS;

        String title() {
            return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
        }
    }

    private final VBox content;
    private final Look look;
    private final ToggleGroup group = new ToggleGroup();
    private final Map<Page, ToggleButton> buttons = new EnumMap<>(Page.class);
    private final Map<Page, Node> pages = new EnumMap<>(Page.class);
    private Optional<Comparison> shown = Optional.empty();
    private Optional<Node> before = Optional.empty();
    private Layers layers = new Layers();
    private int runs;

    ResultTabs(HBox bar, VBox content, Look look) {
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
        before = Optional.ofNullable(pages.get(Page.BEHAVIOUR)).or(() -> before);
        pages.clear();
        if (runs == shownRuns) {
            before.ifPresent(kept -> pages.put(Page.BEHAVIOUR, kept));
        }
        runs = shownRuns;
        shown = Optional.of(comparison);
        show();
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
            case BEHAVIOUR -> {
                layers = layers.next();
                yield BehaviourTab.of(comparison, layers, before, look);
            }
            case COST -> new CostTab(comparison, look);
            case EFFORT -> new EffortTab(comparison, look);
            case DECISIONS -> new DecisionsTab(comparison);
            case EVENTS -> new EventsTab(comparison);
            case ASSUMPTIONS -> new AssumptionsTab(comparison);
        };
    }
}
