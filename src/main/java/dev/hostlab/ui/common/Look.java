package dev.hostlab.ui.common;

import static java.util.Objects.requireNonNull;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.hostlab.hosting.OptionId;
import java.util.List;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/// How everything looks: light or dark as the system says, one font, and one colour and line for each option.
public final class Look {

    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final double LIGHTER = 0.2;
    private static final List<String> FONTS = List.of(
            "Inter",
            "Segoe UI",
            "SF Pro Text",
            "Helvetica Neue",
            "Noto Sans",
            "Ubuntu",
            "Cantarell",
            "Liberation Sans");

    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();

    private final String family = family();

    /// What is drawn by hand, since a canvas reads no stylesheet.
    ///
    /// @param text   figures on axes
    /// @param grid   grid lines
    /// @param load   line of the load; its area is paler
    /// @param limit  the objective
    /// @param cursor the line under the pointer
    /// @param bound  ground of the time in which the model provider's limit held requests back
    /// @param card   ground of a chart, as in the stylesheet
    public record Palette(Color text, Color grid, Color load, Color limit, Color cursor, Color bound, Color card) {}

    private static final Palette LIGHT_PALETTE = new Palette(
            Color.web("#6b7280"),
            Color.web("#e6e8ec"),
            Color.web("#8b93a3"),
            Color.web("#b42318"),
            Color.web("#1f2933"),
            Color.web("#fbe8b6"),
            Color.web("#ffffff"));
    private static final Palette DARK_PALETTE = new Palette(
            Color.web("#8b949e"),
            Color.web("#2b3139"),
            Color.web("#768390"),
            Color.web("#ff7b72"),
            Color.web("#e6edf3"),
            Color.web("#4a3a12"),
            Color.web("#171c24"));

    /// Follows the system.
    public void followSystem() {
        var preferences = Platform.getPreferences();
        preferences.colorSchemeProperty().addListener((scheme, before, now) -> setDark(now == ColorScheme.DARK));
        setDark(preferences.getColorScheme() == ColorScheme.DARK);
    }

    /// Changes everything that is shown to dark or light.
    public void setDark(boolean now) {
        var theme = now ? new PrimerDark() : new PrimerLight();
        Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
        dark.set(now);
    }

    public boolean isDark() {
        return dark.get();
    }

    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    /// Paints what a stylesheet cannot reach again whenever the look changes, for as long as the node is in use.
    public void follow(Node node, Runnable paint) {
        ChangeListener<Boolean> listener = (property, before, now) -> paint.run();
        node.getProperties().put(listener, paint);
        dark.addListener(new WeakChangeListener<>(listener));
    }

    /// Gives a scene the look, now and whenever it changes.
    public void dress(Scene scene) {
        dressUnseen(scene);
        dark.addListener((property, before, now) -> scene.getRoot().pseudoClassStateChanged(DARK, now));
    }

    /// Gives a scene the look of now; for one that is not kept.
    public void dressUnseen(Scene scene) {
        var stylesheet = requireNonNull(Look.class.getResource("hostlab.css"), "hostlab.css");
        scene.getStylesheets().add(stylesheet.toExternalForm());
        scene.getRoot().setStyle("-fx-font-family: \"" + family + "\";");
        scene.getRoot().pseudoClassStateChanged(DARK, isDark());
    }

    private static String family() {
        var installed = Font.getFamilies();
        return FONTS.stream()
                .filter(installed::contains)
                .findFirst()
                .orElseGet(() -> Font.getDefault().getFamily());
    }

    /// The font of all text, for what is drawn by hand.
    public Font font(double size) {
        return Font.font(family, size);
    }

    public Palette palette() {
        return isDark() ? DARK_PALETTE : LIGHT_PALETTE;
    }

    /// An option's colour, the same wherever it is shown; lighter on dark ground.
    public Color color(OptionId option) {
        var color = Color.web(
                switch (option) {
                    case BEANSTALK -> "#D55E00";
                    case ECS_EC2 -> "#0072B2";
                    case FARGATE -> "#009E73";
                    case MANAGED_INSTANCES -> "#CC79A7";
                });
        return isDark() ? color.interpolate(Color.WHITE, LIGHTER) : color;
    }

    /// An option's line: lengths of strokes and gaps, none for a solid line.
    public static double[] dashes(OptionId option) {
        return switch (option) {
            case BEANSTALK -> new double[0];
            case ECS_EC2 -> new double[] {6, 3};
            case FARGATE -> new double[] {2, 2.5};
            case MANAGED_INSTANCES -> new double[] {7, 2.5, 1.5, 2.5};
        };
    }
}
