package dev.hostlab.report.chart;

/// Builds XML text; whatever is written as text or attribute is escaped.
final class Markup {

    private final StringBuilder xml = new StringBuilder();

    /// An element left open, with `name, value` pairs of attributes.
    Markup open(String element, String... attributes) {
        tag(element, attributes);
        xml.append('>');
        return this;
    }

    Markup close(String element) {
        xml.append("</").append(element).append('>');
        return this;
    }

    /// An element without content.
    Markup empty(String element, String... attributes) {
        tag(element, attributes);
        xml.append("/>");
        return this;
    }

    /// An element that holds text.
    Markup text(String element, String text, String... attributes) {
        open(element, attributes);
        escape(text);
        return close(element);
    }

    private void tag(String element, String... attributes) {
        xml.append('<').append(element);
        for (var i = 0; i < attributes.length; i += 2) {
            xml.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            xml.append('"');
        }
    }

    private void escape(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                default -> xml.append(Character.isISOControl(c) ? ' ' : c);
            }
        }
    }

    @Override
    public String toString() {
        return xml.toString();
    }
}
