package dev.hostlab.pricing.refresh;

import dev.hostlab.validation.Issue;
import java.util.List;

/// A refresh that came to nothing: what is wrong and what to do. No file was touched.
public class RefreshException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<Issue> issues;

    public RefreshException(List<Issue> issues) {
        super(issues.toString());
        this.issues = List.copyOf(issues);
    }

    public RefreshException(Issue issue) {
        this(List.of(issue));
    }

    /// Everything that is wrong, at least one.
    public List<Issue> issues() {
        return issues;
    }
}
