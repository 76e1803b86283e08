package dev.hostlab.ui.chart;

import dev.hostlab.ui.common.Look;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// A chart on a shared time axis. The wheel zooms where the pointer is, dragging pans, a double click shows all; with
/// the keyboard: arrows move the cursor, plus and minus zoom, Page Up and Page Down pan, 0 shows all.
public final class TimeChart extends Region {

    private static final double WHEEL = 1.0025;
    private static final double ZOOM_STEP = 0.8;
    private static final double PAN_STEP = 0.25;
    private static final int MANY = 10;
    private static final double FONT_SIZE = 11;
    private static final double DOT = 3.5;

    private ChartModel model;
    private final Viewport viewport;
    private final Look look;
    private final Canvas picture = new Canvas();
    private final Canvas cursor = new Canvas();
    private final ReadOnlyStringWrapper note;
    private double dragX = Double.NaN;

    public TimeChart(ChartModel model, Viewport viewport, Look look) {
        this.model = model;
        this.viewport = viewport;
        this.look = look;
        this.note = new ReadOnlyStringWrapper(model.unit());
        var shown = List.of(picture, cursor);
        getChildren().setAll(shown);
        getStyleClass().add("time-chart");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(model.title() + ", " + model.unit());
        // Without a background a region takes no clicks where nothing is drawn.
        setBackground(new Background(new BackgroundFill(Color.TRANSPARENT, CornerRadii.EMPTY, Insets.EMPTY)));
        viewport.spanProperty().addListener((property, before, now) -> paint());
        viewport.cursorProperty().addListener((property, before, now) -> paintCursor());
        look.follow(this, this::paint);
        addEventHandler(MouseEvent.ANY, this::mouse);
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /// Shows other lines on the same axis.
    void show(ChartModel other) {
        model = other;
        paint();
    }

    /// What a point of the chart stands for, which depends on how closely one looks.
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    @Override
    protected void layoutChildren() {
        for (var canvas : new ArrayList<>(getChildren())) {
            ((Canvas) canvas).setWidth(Math.floor(getWidth()));
            ((Canvas) canvas).setHeight(Math.floor(getHeight()));
        }
        paint();
    }

    private Plot plot() {
        return Plot.of(picture.getWidth(), picture.getHeight(), viewport.span());
    }

    private void paint() {
        if (picture.getWidth() > 0 && picture.getHeight() > 0) {
            var painter = new ChartPainter(picture.getGraphicsContext2D(), plot(), model, look);
            painter.paint(picture.getWidth(), picture.getHeight(), look.font(FONT_SIZE));
            note.set(model.note(plot().secondsPerPixel()));
            paintCursor();
        }
    }

    private void paintCursor() {
        var g = cursor.getGraphicsContext2D();
        g.clearRect(0, 0, cursor.getWidth(), cursor.getHeight());
        var at = viewport.cursor();
        var plot = plot();
        if (!viewport.hasCursor()
                || at < viewport.span().from()
                || at > viewport.span().to()) {
            return;
        }
        var x = Math.floor(plot.x(at)) + 0.5;
        g.setStroke(look.palette().cursor());
        g.setLineWidth(1);
        g.strokeLine(x, plot.top(), x, plot.bottom());
        var axis = model.axis(viewport.span());
        for (var line : model.lines()) {
            var value = line.value(model.bin(at));
            if (Double.isFinite(value)) {
                g.setFill(line.option().map(look::color).orElse(look.palette().load()));
                g.fillOval(x - DOT, plot.y(value, axis) - DOT, 2 * DOT, 2 * DOT);
            }
        }
    }

    private void mouse(MouseEvent event) {
        var type = event.getEventType();
        if (type == MouseEvent.MOUSE_MOVED) {
            point(event);
        } else if (type == MouseEvent.MOUSE_EXITED) {
            viewport.hideCursor();
        } else if (type == MouseEvent.MOUSE_PRESSED) {
            requestFocus();
            dragX = event.getX();
        } else if (type == MouseEvent.MOUSE_DRAGGED) {
            drag(event);
        } else if (type == MouseEvent.MOUSE_CLICKED
                && event.getButton() == MouseButton.PRIMARY
                && event.getClickCount() == 2) {
            viewport.reset();
        }
    }

    private void point(MouseEvent event) {
        if (plot().contains(event.getX(), event.getY())) {
            viewport.setCursor(plot().seconds(event.getX()));
        } else {
            viewport.hideCursor();
        }
    }

    private void drag(MouseEvent event) {
        if (!Double.isNaN(dragX)) {
            var plot = plot();
            viewport.pan(plot.seconds(dragX) - plot.seconds(event.getX()));
            dragX = event.getX();
        }
    }

    private void scroll(ScrollEvent event) {
        var plot = plot();
        if (!plot.contains(event.getX(), event.getY())) {
            return;
        }
        var sideways = Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY());
        if (sideways) {
            viewport.pan(-event.getDeltaX() / plot.width() * viewport.span().seconds());
        } else {
            viewport.zoom(plot.seconds(event.getX()), StrictMath.pow(WHEEL, -event.getDeltaY()));
        }
        event.consume();
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        var bins = Math.max(1, viewport.span().seconds() / model.time().binSeconds() / plot().width());
        var step = model.time().binSeconds() * Math.rint(bins) * (event.isShiftDown() ? MANY : 1);
        var middle = viewport.hasCursor()
                ? viewport.cursor()
                : (viewport.span().from() + viewport.span().to()) / 2;
        var page = viewport.span().seconds() * PAN_STEP;
        switch (event.getCode()) {
            case LEFT -> viewport.step(-step);
            case RIGHT -> viewport.step(step);
            case PLUS, ADD, EQUALS -> viewport.zoom(middle, ZOOM_STEP);
            case MINUS, SUBTRACT -> viewport.zoom(middle, 1 / ZOOM_STEP);
            case PAGE_UP -> viewport.pan(-page);
            case PAGE_DOWN -> viewport.pan(page);
            case DIGIT0, NUMPAD0, HOME -> viewport.reset();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// Where a time stands, in pixels from the left of the chart.
    public double x(double seconds) {
        return plot().x(seconds);
    }
}
