package dev.hostlab.comparison;

import dev.hostlab.hosting.OptionId;

/// The paired difference of two options: total of `a` minus total of `b`, USD a month, over the same replications.
public record Difference(OptionId a, OptionId b, Sampled totalMonthly) {}
