package dev.hostlab.ui.common;

import java.nio.file.Path;
import java.util.Optional;

/// Asks the user for a file. Empty where the user thought better of it.
public interface FilePicker {

    /// What a file is for.
    enum Purpose {
        /// A trace or a scenario to open.
        OPEN("Open a trace or a scenario"),
        /// A scenario to write.
        SCENARIO("Save the scenario"),
        /// A report to write.
        REPORT("Export the report");

        private final String title;

        Purpose(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /// Asks what to read.
    Optional<Path> open(Purpose purpose);

    /// Asks where to write.
    ///
    /// @param name a name to start from
    Optional<Path> save(Purpose purpose, String name);
}
