package dev.hostlab.cli;

import dev.hostlab.validation.Issue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Places that a command is to write to, looked at before it starts: no long run is lost to a mistyped folder, and
/// no file that is read is overwritten.
///
/// @param reads the file that the command reads, null for none
record OutputPlaces(@Nullable Path reads) {

    /// What stands in the way of a flag's file; nothing does where the flag was not given or means stdout.
    List<Issue> issues(String flag, @Nullable String name) throws IOException {
        var issues = new ArrayList<Issue>();
        if (name == null || name.equals("-")) {
            return issues;
        }
        var file = Path.of(name);
        var folder = file.toAbsolutePath().normalize().getParent();
        if (Files.isDirectory(file) || folder == null) {
            issues.add(new Issue(flag, file + " is a folder.", "Name a file inside the folder."));
        } else if (!Files.isDirectory(folder)) {
            issues.add(new Issue(flag, "There is no folder " + folder + ".", "Create it, or write elsewhere."));
        } else if (!Files.isWritable(folder)) {
            issues.add(new Issue(flag, "Nothing may be written to " + folder + ".", "Write elsewhere."));
        } else if (reads != null && Files.exists(file) && Files.exists(reads) && Files.isSameFile(file, reads)) {
            issues.add(new Issue(flag, file + " is the file that is read.", "Name another: it would be overwritten."));
        }
        return issues;
    }
}
