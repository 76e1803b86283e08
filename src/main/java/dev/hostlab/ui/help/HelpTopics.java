package dev.hostlab.ui.help;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// What the help page says; it needs no network.
final class HelpTopics {

    private static final String GLOSSARY = "glossary.md";

    private HelpTopics() {}

    /// A word, a key or a step with what it means or does.
    record Entry(String name, String words) {}

    /// How to come to an answer.
    static List<Entry> steps() {
        return List.of(
                new Entry(
                        "1  Open a trace",
                        "Your traffic: requests over time, from monitoring, logs, load tests or any CSV. Or start from a "
                                + "sample. Files can be dropped anywhere."),
                new Entry(
                        "2  Say what the service is",
                        "The preset knows CPU, waits and sizes of a kind of service. Point at a field for its default, "
                                + "range and source; a dot marks what you changed, and resets it."),
                new Entry(
                        "3  Run",
                        "Every request is simulated on each option. Sliders estimate while they move and simulate when "
                                + "let go; the status bar says which of both you see."),
                new Entry(
                        "4  Read from the top",
                        "Verdict, cards, behaviour over time, then the tabs. ± is the 95 % interval over replications; "
                                + "options within it are called ties. Tabs are there where they have something to say."),
                new Entry(
                        "5  Take it along",
                        "Save writes the scenario with all your choices. Export report writes a web page that prints well, "
                                + "JSON or text. The same commands exist in a terminal: hostlab compare."));
    }

    static List<Entry> keys() {
        return List.of(
                new Entry("F1", "this page, and about the field that has the focus"),
                new Entry("Ctrl or ⌘ O", "open a trace or a scenario"),
                new Entry("Ctrl or ⌘ R", "run"),
                new Entry("Esc", "end the run under way; leave this page"),
                new Entry("Ctrl or ⌘ S", "save the scenario; with Shift under another name"),
                new Entry("Ctrl or ⌘ E", "export a report"),
                new Entry("Ctrl or ⌘ Z", "undo in the form; with Shift, or Ctrl Y: redo"),
                new Entry("Tab, arrows", "from field to field, from tab to tab"),
                new Entry("← →", "in a chart: move the cursor, with Shift by ten"),
                new Entry("+ −", "in a chart: zoom; so does the wheel"),
                new Entry("Page Up, Page Down", "in a chart: pan; so does dragging"),
                new Entry("0", "in a chart: show all; so does a double click"));
    }

    /// The words of the documentation's glossary, in its order.
    static List<Entry> glossary() {
        return text().lines()
                .filter(line -> line.startsWith("| "))
                .skip(2)
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
                .map(cells -> new Entry(plain(cells.get(1)), plain(cells.get(2))))
                .toList();
    }

    private static String plain(String markdown) {
        return markdown.replace("`", "");
    }

    private static String text() {
        try (var file = requireNonNull(HelpTopics.class.getResourceAsStream(GLOSSARY), GLOSSARY)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("The glossary is part of Hostlab and cannot be read", broken);
        }
    }
}
