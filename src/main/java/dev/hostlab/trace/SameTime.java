package dev.hostlab.trace;

/// What several rows of bins with one timestamp mean.
public enum SameTime {
    /// A mistake, unless a workload or tenant tells them apart or they are copies.
    REFUSE,
    /// Parts of one bin, which are added up.
    SUM
}
