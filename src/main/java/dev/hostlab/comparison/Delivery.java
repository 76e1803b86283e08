package dev.hostlab.comparison;

/// What evaluations before traffic moves, and rotations of prompts and secrets, cost an option in a month.
///
/// @param evaluations    evaluations a month
/// @param failed         of them, those that a version fails
/// @param tokens         tokens a month
/// @param tokensUsd      dollars a month for them, beside the bill; 0 where nobody has given a price
/// @param hours          hours of work a month, which are among the option's chores
/// @param rolloutMinutes a new unit's start to its first request, and an old one's leaving, at medians
/// @param leadMinutes    from a version that is built until it has all traffic, in the mean: evaluations until it
///                       passes, the rollout, and for those that fail mending, evaluation and rollout again
public record Delivery(
        double evaluations,
        double failed,
        double tokens,
        double tokensUsd,
        double hours,
        double rolloutMinutes,
        double leadMinutes) {}
