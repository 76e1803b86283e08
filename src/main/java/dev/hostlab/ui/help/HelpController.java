package dev.hostlab.ui.help;

import dev.hostlab.ui.common.Labels;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The page of help: the field that was asked about, how to begin, keys, words.
public final class HelpController {

    private static final double NAMES = 210;

    private final Optional<About> about;
    private final Runnable back;

    @FXML
    private BorderPane helpPage;

    @FXML
    private Button leaveHelp;

    @FXML
    private VBox aboutField;

    @FXML
    private Label aboutTitle;

    @FXML
    private Label aboutWords;

    @FXML
    private GridPane steps;

    @FXML
    private GridPane keys;

    @FXML
    private TextField search;

    @FXML
    private GridPane words;

    /// The field that had the focus, and what there is to say of it.
    public record About(String title, String words) {}

    /// @param back shows the page from which the user came
    public HelpController(Optional<About> about, Runnable back) {
        this.about = about;
        this.back = back;
    }

    @FXML
    private void initialize() {
        aboutField.setVisible(about.isPresent());
        aboutField.setManaged(about.isPresent());
        about.ifPresent(field -> {
            aboutTitle.setText(field.title());
            aboutWords.setText(field.words());
        });
        fill(steps, HelpTopics.steps());
        fill(keys, HelpTopics.keys());
        fill(words, HelpTopics.glossary());
        search.textProperty().addListener((property, before, now) -> fill(words, matching(now)));
        helpPage.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.F1) {
                event.consume();
                goBack();
            }
        });
    }

    private static List<HelpTopics.Entry> matching(String typed) {
        var wanted = typed.strip().toLowerCase(Locale.ROOT);
        return HelpTopics.glossary().stream()
                .filter(entry -> (entry.name() + " " + entry.words())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList();
    }

    private static void fill(GridPane grid, List<HelpTopics.Entry> entries) {
        grid.getChildren().clear();
        var name = new ColumnConstraints(NAMES, NAMES, NAMES);
        var rest = new ColumnConstraints();
        rest.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(List.of(name, rest));
        for (var row = 0; row < entries.size(); row++) {
            var title = Labels.wrapped(entries.get(row).name(), "strong");
            GridPane.setValignment(title, VPos.TOP);
            grid.add(title, 0, row);
            grid.add(Labels.wrapped(entries.get(row).words()), 1, row);
        }
        if (entries.isEmpty()) {
            grid.add(Labels.of("No word matches.", "muted"), 0, 0, 2, 1);
        }
    }

    /// To be called when the page is on the screen.
    public void takeFocus() {
        leaveHelp.requestFocus();
    }

    @FXML
    private void goBack() {
        back.run();
    }
}
