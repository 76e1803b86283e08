package dev.hostlab.report.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/// The path of a series over the width of a chart, with no more points than the eye can tell apart.
///
/// Where there are more bins than that, each stretch of them is drawn by its least and its greatest value in
/// their order, so no spike is lost.
final class Path {

    /// Width of the drawing that paths are made for; it is stretched to whatever the page has.
    static final double WIDTH = 1_000;

    private static final int STRETCHES = 350;

    private final StringBuilder commands = new StringBuilder();
    private final Axis axis;
    private final double height;
    private boolean penDown;

    private Path(Axis axis, double height) {
        this.axis = axis;
        this.height = height;
    }

    /// Whether there are more bins than points, so that a line is close to a surface.
    static boolean isDense(double[] values) {
        return values.length > 2 * STRETCHES;
    }

    /// A line through the middles of the bins, with gaps where a value is not finite.
    static String line(double[] values, Axis axis, double height) {
        var path = new Path(axis, height);
        var stretches = isDense(values) ? STRETCHES : values.length;
        for (var s = 0; s < stretches; s++) {
            path.stretch(values, start(values.length, stretches, s), start(values.length, stretches, s + 1));
        }
        return path.commands.toString();
    }

    /// The area under a line.
    static String area(double[] values, Axis axis, double height) {
        var solid = Arrays.stream(values).map(v -> Double.isFinite(v) ? v : 0).toArray();
        var line = line(solid, axis, height);
        return line.isEmpty()
                ? ""
                : "M0 " + number(height) + "L" + line.substring(1) + "L" + number(WIDTH) + " " + number(height) + "Z";
    }

    /// Steps that hold each value for its bin. Many steps are thinned out like a line.
    static String steps(double[] values, Axis axis, double height) {
        if (changes(values) > STRETCHES) {
            return line(values, axis, height);
        }
        var path = new Path(axis, height);
        for (var i = 0; i < values.length; i++) {
            if (i == 0 || values[i] != values[i - 1]) {
                path.step(i * WIDTH / values.length, values[i]);
            }
        }
        if (path.penDown) {
            path.commands.append('H').append(number(WIDTH));
        }
        return path.commands.toString();
    }

    private static int changes(double[] values) {
        var changes = 0;
        for (var i = 1; i < values.length; i++) {
            changes += values[i] != values[i - 1] ? 1 : 0;
        }
        return changes;
    }

    private static int start(int bins, int stretches, int stretch) {
        return (int) ((long) bins * stretch / stretches);
    }

    private void stretch(double[] values, int from, int to) {
        var least = -1;
        var greatest = -1;
        for (var i = from; i < to; i++) {
            if (Double.isFinite(values[i])) {
                least = least < 0 || values[i] < values[least] ? i : least;
                greatest = greatest < 0 || values[i] > values[greatest] ? i : greatest;
            }
        }
        if (least < 0) {
            penDown = false;
            return;
        }
        point(values, Math.min(least, greatest));
        if (least != greatest) {
            point(values, Math.max(least, greatest));
        }
    }

    private void point(double[] values, int bin) {
        commands.append(penDown ? 'L' : 'M').append(number((bin + 0.5) * WIDTH / values.length));
        commands.append(' ').append(y(values[bin]));
        penDown = true;
    }

    private void step(double x, double value) {
        if (!Double.isFinite(value)) {
            if (penDown) {
                commands.append('H').append(number(x));
            }
            penDown = false;
        } else if (penDown) {
            commands.append('H').append(number(x)).append('V').append(y(value));
        } else {
            commands.append('M').append(number(x)).append(' ').append(y(value));
            penDown = true;
        }
    }

    private String y(double value) {
        return number(axis.fromTop(value) * height);
    }

    /// A coordinate to a tenth of a pixel.
    static String number(double value) {
        var rounded = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
