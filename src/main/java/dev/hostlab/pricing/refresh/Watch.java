package dev.hostlab.pricing.refresh;

/// Told how far a refresh is, and asked whether it goes on; called on the thread that fetches.
@FunctionalInterface
public interface Watch {

    /// Says what is being done.
    ///
    /// @param step  in words, such as "AmazonECS, page 2"
    /// @param share of the whole that is done, 0 to 1
    /// @return whether to go on
    boolean goesOn(String step, double share);

    /// Nobody watches.
    static Watch nobody() {
        return (step, share) -> true;
    }
}
