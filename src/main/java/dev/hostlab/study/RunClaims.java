package dev.hostlab.study;

import dev.hostlab.comparison.Outcome;
import dev.hostlab.comparison.Sampled;
import dev.hostlab.hosting.OptionId;
import dev.hostlab.settings.BeanstalkParameters;
import dev.hostlab.settings.StudyParameters;
import dev.hostlab.units.Figures;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// The claims that runs and price lists decide: scaling, the price of a task, the first month.
///
/// @param runs what they rest on
record RunClaims(Runs runs) {

    private static final Dated HIGH_RESOLUTION = new Dated(
            "since June 2026",
            "ECS follows CPU and memory every 20 s; Beanstalk's trigger still has no metric of slots, queues or tokens",
            "docs.aws.amazon.com/AmazonECS, target-tracking-faster-auto-scaling; Elastic Beanstalk developer guide, general"
                    + " options, aws:autoscaling:trigger; read 2026-11-23");

    Finding scaling() {
        var beanstalk = Runs.outcome(runs.post(), OptionId.BEANSTALK);
        var fargate = Runs.outcome(runs.post(), OptionId.FARGATE);
        var asMade = Runs.outcome(runs.asMade(), OptionId.BEANSTALK);
        var lost = served(fargate).mean() - served(beanstalk).mean();
        var lostAsMade = served(fargate).mean() - served(asMade).mean();
        var matters = runs.value(StudyParameters.SHARE_THAT_MATTERS);
        var ruling = lost >= matters ? Ruling.SUPPORTED : lostAsMade >= matters ? Ruling.DEPENDS : Ruling.NOT_SUPPORTED;
        return new Finding(
                Claim.SCALING,
                ruling,
                scalingWords(ruling, lost, lostAsMade),
                new Evidence(
                        "Served in time, Fargate on requests in flight over Beanstalk on its tuned trigger",
                        lost,
                        "share",
                        points(lost) + " of "
                                + Figures.count(beanstalk.requests().arrived()) + " requests",
                        Runs.POST),
                List.of(
                        attainment("Served in time on Fargate", fargate, Runs.POST),
                        attainment("On Beanstalk with a tuned trigger", beanstalk, Runs.POST),
                        attainment("On Beanstalk out of the box", asMade, Runs.AS_MADE)),
                HIGH_RESOLUTION);
    }

    private static String scalingWords(Ruling ruling, double lost, double lostAsMade) {
        return switch (ruling) {
            case SUPPORTED ->
                "Even with the best trigger that Beanstalk allows, " + points(lost)
                        + " more of the requests miss the objective than on Fargate.";
            case DEPENDS ->
                "Depends on the trigger: out of the box " + points(lostAsMade)
                        + " more of the requests miss the objective than on Fargate, with a tuned one " + points(lost)
                        + ". No trigger follows requests in flight, queues or tokens.";
            case NOT_SUPPORTED, OUT_OF_DATE ->
                "Beanstalk's trigger follows neither requests in flight nor queues nor tokens, but on this workload it"
                        + " does not show: " + points(lost) + " more of the requests miss the objective.";
        };
    }

    private static Sampled served(Outcome outcome) {
        return outcome.slo().attainment();
    }

    private static Evidence attainment(String what, Outcome outcome, String from) {
        var share = served(outcome);
        var interval = share.hasInterval() ? " ± " + exactly(share.halfWidth95()) : "";
        var shown = exactly(share.mean()) + interval;
        return new Evidence(what, share.mean(), "share", shown, from);
    }

    private static String points(double share) {
        return Math.abs(share) < 0.01 ? exactly(share) : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /// With two decimals, so that shares which are nearly alike differ by what is said to lie between them.
    private static String exactly(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    /// Empty where a price is missing.
    Optional<Finding> taskPrice() {
        var prices = new TaskPrices(runs.settings(), runs.prices());
        var onFargate = prices.onFargate();
        var chosen = prices.onBeanstalk();
        var cheapest = prices.onCheapest();
        if (onFargate.isEmpty() || chosen.isEmpty() || cheapest.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(taskPrice(onFargate.get(), chosen.get(), cheapest.get()));
    }

    private Finding taskPrice(double fargate, TaskPrices.OnInstance chosen, TaskPrices.OnInstance cheapest) {
        var ruling = fargate > chosen.usdPerTaskHour()
                ? Ruling.SUPPORTED
                : fargate > cheapest.usdPerTaskHour() ? Ruling.DEPENDS : Ruling.NOT_SUPPORTED;
        var list = "list prices of " + runs.prices().region() + ", "
                + runs.prices().asOf();
        return new Finding(
                Claim.TASK_PRICE,
                ruling,
                priceWords(ruling, fargate, chosen, cheapest),
                usd("An hour of one task on Fargate", fargate, list),
                List.of(
                        usd("On a full " + chosen.type(), chosen.usdPerTaskHour(), list),
                        usd(
                                "On a full " + cheapest.type() + ", the cheapest with whole vCPUs",
                                cheapest.usdPerTaskHour(),
                                list),
                        bill("Bill of a month on Fargate", OptionId.FARGATE),
                        bill("On Beanstalk, " + runs.value(BeanstalkParameters.INSTANCE_TYPE), OptionId.BEANSTALK)),
                null);
    }

    private static String priceWords(
            Ruling ruling, double fargate, TaskPrices.OnInstance chosen, TaskPrices.OnInstance cheapest) {
        var dearer = fargate / chosen.usdPerTaskHour() - 1;
        return switch (ruling) {
            case SUPPORTED ->
                "A task costs " + points(dearer) + " more on Fargate than on a full " + chosen.type() + ".";
            case DEPENDS ->
                "Depends on the instance type: Fargate is " + points(-dearer) + " cheaper than a full " + chosen.type()
                        + ", the type of the tuned environment, and " + points(fargate / cheapest.usdPerTaskHour() - 1)
                        + " dearer than a full " + cheapest.type() + ".";
            case NOT_SUPPORTED, OUT_OF_DATE -> "On no instance type does a task cost less than on Fargate.";
        };
    }

    private static Evidence usd(String what, double perHour, String from) {
        return new Evidence(what, perHour, "USD/h", String.format(Locale.ROOT, "$%.4f", perHour), from);
    }

    private Evidence bill(String what, OptionId option) {
        var bill = Runs.outcome(runs.post(), option).monthlyBill();
        return new Evidence(what, bill.mean(), "USD/month", Figures.usd(bill.mean()), Runs.POST);
    }

    Finding firstMonth(Payback payback) {
        var most = payback.mostMonths();
        var least = payback.leastMonths();
        var ruling =
                isWithinAMonth(most) ? Ruling.SUPPORTED : isWithinAMonth(least) ? Ruling.DEPENDS : Ruling.NOT_SUPPORTED;
        var limit = String.format(Locale.ROOT, "%.1f h", payback.hoursPaidInFirstMonth());
        var months = months(payback.months());
        var words = payback.months().isEmpty()
                ? "The move never pays here: bill and hours of a month do not get less."
                : ruling == Ruling.SUPPORTED
                        ? "The move of " + Figures.hours(payback.hours()) + " has paid for itself after " + months + "."
                        : (ruling == Ruling.DEPENDS ? "Depends on how long the move takes: " : "")
                                + "The move has paid for itself within the first month if it takes less than " + limit
                                + " of work; with " + Figures.hours(payback.hours()) + " it has after " + months + ", "
                                + months(least) + " to " + months(most) + ".";
        return new Finding(
                Claim.FIRST_MONTH,
                ruling,
                words,
                new Evidence(
                        "Hours of the move that bill and hours of the first month pay for",
                        payback.hoursPaidInFirstMonth(),
                        "h",
                        limit,
                        Runs.POST),
                saved(payback),
                null);
    }

    private List<Evidence> saved(Payback payback) {
        var usd = payback.savedUsd();
        return List.of(
                new Evidence(
                        "Saved a month, bill and hours",
                        usd.mean(),
                        "USD/month",
                        Figures.signedUsd(usd.mean(), usd.hasInterval() ? usd.halfWidth95() : 0)
                                + (usd.hasInterval() ? " " + Figures.usdHalfWidth(usd.mean(), usd.halfWidth95()) : ""),
                        Runs.POST),
                new Evidence(
                        "Of it hours of work",
                        payback.hoursSaved(),
                        "h/month",
                        String.format(Locale.ROOT, "%.1f h", payback.hoursSaved()),
                        Runs.POST),
                new Evidence(
                        "Of it the bill",
                        payback.billUsd(),
                        "USD/month",
                        Figures.signedUsd(payback.billUsd(), 0),
                        Runs.POST));
    }

    private static boolean isWithinAMonth(OptionalDouble months) {
        return months.isPresent() && months.getAsDouble() <= 1;
    }

    /// "11.5 months", "never".
    static String months(OptionalDouble months) {
        return months.isPresent() ? String.format(Locale.ROOT, "%.1f months", months.getAsDouble()) : "never";
    }
}
