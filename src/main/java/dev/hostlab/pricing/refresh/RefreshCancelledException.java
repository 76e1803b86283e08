package dev.hostlab.pricing.refresh;

import dev.hostlab.validation.Issue;

/// The user stopped a refresh; nothing was written.
public final class RefreshCancelledException extends RefreshException {

    private static final long serialVersionUID = 1;

    public RefreshCancelledException() {
        super(new Issue("refresh", "It was cancelled; nothing was written.", "Start it again when you like."));
    }
}
