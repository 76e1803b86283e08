package dev.hostlab.ui.chart;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The part of the time axis that is seen, and where its cursor stands; shared by all charts of a page.
public final class Viewport {

    private final double length;
    private final double shortest;
    private final ReadOnlyObjectWrapper<Span> span;
    private final ReadOnlyDoubleWrapper cursor = new ReadOnlyDoubleWrapper(Double.NaN);

    /// A stretch of time in seconds from the start of the run.
    public record Span(double from, double to) {

        public double seconds() {
            return to - from;
        }
    }

    /// @param length   of the whole axis in seconds, above 0
    /// @param shortest stretch that may be seen in seconds
    public Viewport(double length, double shortest) {
        this.length = length;
        this.shortest = Math.min(shortest, length);
        this.span = new ReadOnlyObjectWrapper<>(new Span(0, length));
    }

    /// Shows what another viewport shows, if their axes are of the same length.
    public void follow(Viewport other) {
        if (other.length == length) {
            span.set(other.span());
        }
    }

    public Span span() {
        return span.get();
    }

    public ReadOnlyObjectProperty<Span> spanProperty() {
        return span.getReadOnlyProperty();
    }

    public double length() {
        return length;
    }

    public boolean isZoomed() {
        return span().seconds() < length;
    }

    /// Shows more or less, with `at` staying where it is.
    ///
    /// @param factor below 1 to see less and larger
    public void zoom(double at, double factor) {
        var now = span();
        var seconds = Math.clamp(now.seconds() * factor, shortest, length);
        var part = Math.clamp((at - now.from()) / now.seconds(), 0, 1);
        show(at - part * seconds, seconds);
    }

    /// Moves along the axis, not beyond its ends.
    public void pan(double seconds) {
        show(span().from() + seconds, span().seconds());
    }

    public void reset() {
        span.set(new Span(0, length));
    }

    private void show(double from, double seconds) {
        var start = Math.clamp(from, 0, length - seconds);
        span.set(new Span(start, start + seconds));
    }

    /// Seconds from the start of the run; not a number while there is no cursor.
    public ReadOnlyDoubleProperty cursorProperty() {
        return cursor.getReadOnlyProperty();
    }

    public double cursor() {
        return cursor.get();
    }

    public boolean hasCursor() {
        return !Double.isNaN(cursor());
    }

    public void setCursor(double seconds) {
        cursor.set(Math.clamp(seconds, 0, length));
    }

    public void hideCursor() {
        cursor.set(Double.NaN);
    }

    /// Moves the cursor, and what is seen with it; it starts in the middle.
    public void step(double seconds) {
        var from = hasCursor() ? cursor() : (span().from() + span().to()) / 2;
        setCursor(from + seconds);
        if (cursor() < span().from()) {
            pan(cursor() - span().from());
        } else if (cursor() > span().to()) {
            pan(cursor() - span().to());
        }
    }
}
