package dev.hostlab.files;

import dev.hostlab.validation.Issue;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// What went wrong with a file, in words.
public final class FileProblems {

    private FileProblems() {}

    public static Issue issue(IOException problem) {
        return switch (problem) {
            case NoSuchFileException missing ->
                new Issue(missing.getFile(), "There is no such file or folder.", "Check the path.");
            case AccessDeniedException denied ->
                new Issue(denied.getFile(), "Access is denied.", "Check the permissions.");
            case FileSystemException failed ->
                new Issue(
                        String.valueOf(failed.getFile()),
                        "The file system refused: " + failed.getReason() + ".",
                        "Check the path and the disk.");
            default ->
                new Issue(
                        "file",
                        "Reading or writing failed: " + problem.getMessage() + ".",
                        "Check the disk and try again.");
        };
    }
}
