package dev.hostlab.report.chart;

import java.util.ArrayList;
import java.util.List;

/// A horizontal bar made of parts, as SVG. Its parts are one colour in several strengths.
///
/// @param label what the bar shows, for those who cannot see it
/// @param style CSS class that gives the colour
/// @param full  the amount that takes the whole width; bars that share it can be compared
/// @param parts from left to right, amounts not below 0
public record StackedBar(String label, String style, double full, List<Part> parts) {

    private static final int HEIGHT = 14;
    private static final int SHADES = 8;

    /// One part.
    ///
    /// @param words  shown on hovering: name and amount
    /// @param shade  from 0, the full colour, to fainter ones
    public record Part(String words, double amount, int shade) {

        /// CSS class of the shade.
        public String style() {
            return "shade" + Math.min(shade, SHADES - 1);
        }
    }

    /// The bar as one `<svg>` element.
    public String svg() {
        var svg = new Markup();
        svg.open("svg", "class", "bar " + style, "role", "img", "width", "100%", "height", Integer.toString(HEIGHT));
        svg.text("title", label);
        var from = 0.0;
        for (var part : parts) {
            var width = full > 0 ? part.amount() / full : 0;
            svg.open("rect", attributes(part, from, width))
                    .text("title", part.words())
                    .close("rect");
            from += width;
        }
        return svg.close("svg").toString();
    }

    private static String[] attributes(Part part, double from, double width) {
        var attributes = new ArrayList<>(List.of("class", part.style(), "height", Integer.toString(HEIGHT)));
        attributes.addAll(List.of("x", TimeChart.percent(from), "width", TimeChart.percent(width)));
        return attributes.toArray(String[]::new);
    }
}
