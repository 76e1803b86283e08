package dev.hostlab.study;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.hosting.OptionId;
import dev.hostlab.settings.EffortParameters;
import dev.hostlab.settings.OptionEffort;
import dev.hostlab.settings.Settings;
import dev.hostlab.settings.StudyParameters;
import dev.hostlab.units.Figures;
import java.util.List;
import java.util.Locale;

/// The claims about people's work: logs, configuration, GitHub, deployments. Events are counted by simulation where
/// they happen in a run; minutes are assumptions of the chores' presets.
///
/// @param runs what they rest on
record ChoreClaims(Runs runs) {

    private static final double MINUTES_PER_HOUR = 60;
    private static final String HUNT = "Hunt through logs";
    private static final String UPDATES = "Mend failed configuration and platform updates";
    private static final String ATTEND = "Attend deployments";
    private static final String MEND = "Mend failed deployments";
    private static final Dated GITHUB = new Dated(
            "November 2026 at the latest",
            "AWS documents a deploy action of its own for GitHub Actions that takes a bundle to Elastic Beanstalk",
            "docs.aws.amazon.com/elasticbeanstalk/latest/dg/deploying-github-actions, read 2026-11-23");
    private static final Dated LOG_STREAMING = new Dated(
            "a setting of the environment",
            "logs stream to CloudWatch with StreamLogs, which is off out of the box (beanstalk.streamLogs)",
            "Elastic Beanstalk developer guide, general options, aws:elasticbeanstalk:cloudwatch:logs, read 2026-11-23");

    Finding logs() {
        var more = Runs.moreOnBeanstalk(runs.post(), HUNT);
        var pages = Runs.chore(runs.post(), OptionId.BEANSTALK, HUNT).count();
        var each = (minutes(runs.settings(), OptionEffort.BEANSTALK, "logHuntMinutes")
                        - minutes(runs.settings(), OptionEffort.FARGATE, "logHuntMinutes"))
                / MINUTES_PER_HOUR;
        var depends = more >= matters() ? "Depends on incidents and on how logs are kept: " : "";
        var words = each <= 0
                ? "A hunt through logs takes no longer on Beanstalk by these assumptions."
                : depends + "With " + Figures.number(pages) + " incidents a month the hunts take " + hours(more)
                        + " longer; it takes " + Figures.number(matters() / each) + " incidents a month for "
                        + hours(matters()) + ", and streamed logs take the archives away.";
        var deciding = evidence("Hours a month on log hunts, Beanstalk over Fargate", more, Runs.POST);
        var figures = List.of(
                new Evidence("Incidents a month on Beanstalk", pages, "a month", Figures.number(pages), Runs.POST),
                evidence(
                        "The same hours with the chores of 2026",
                        Runs.moreOnBeanstalk(runs.today(), HUNT),
                        Runs.TODAY));
        return new Finding(
                Claim.LOGS,
                more >= matters() ? Ruling.DEPENDS : Ruling.NOT_SUPPORTED,
                words,
                deciding,
                figures,
                LOG_STREAMING);
    }

    Finding configuration() {
        var more = Runs.moreOnBeanstalk(runs.post(), UPDATES);
        var each = stuckHours(OptionEffort.BEANSTALK) - stuckHours(OptionEffort.FARGATE);
        var updates = runs.value(OptionEffort.BEANSTALK.parameter("configurationChangesPerMonth"));
        var needed = each <= 0 ? 0 : updates + (matters() - more) / each;
        var supported = more >= matters();
        var words = supported
                ? "Stuck updates cost " + hours(more) + " more a month."
                : each <= 0
                        ? "A stuck update costs no more on Beanstalk by these assumptions."
                        : "Depends on how often the configuration changes: with " + Figures.number(updates)
                                + " a month and the platform's own updates it is " + hours(more) + ", from "
                                + Figures.number(needed) + " changes a month it is " + hours(matters()) + ".";
        var ruling = supported ? Ruling.SUPPORTED : each <= 0 ? Ruling.NOT_SUPPORTED : Ruling.DEPENDS;
        return new Finding(
                Claim.CONFIGURATION,
                ruling,
                words,
                evidence("Hours a month on stuck updates, Beanstalk over Fargate", more, Runs.POST),
                List.of(evidence(
                        "The same with the chores of 2026", Runs.moreOnBeanstalk(runs.today(), UPDATES), Runs.TODAY)),
                null);
    }

    /// Hours that an update costs in the mean, since some of them fail.
    private double stuckHours(OptionEffort option) {
        return minutes(runs.settings(), option, "updateFailureShare")
                * minutes(runs.settings(), option, "failedUpdateMinutes")
                / MINUTES_PER_HOUR;
    }

    Finding gitHub() {
        var before = Runs.hours(runs.post(), OptionId.BEANSTALK, ATTEND);
        var now = Runs.hours(runs.today(), OptionId.BEANSTALK, ATTEND);
        return new Finding(
                Claim.GITHUB,
                Ruling.OUT_OF_DATE,
                "Out of date since " + GITHUB.since() + ": " + GITHUB.change() + ".",
                evidence("Hours a month that this is assumed to have saved on Beanstalk", before - now, Runs.TODAY),
                List.of(
                        evidence("Hours a month of attending deployments on Beanstalk then", before, Runs.POST),
                        evidence("And now", now, Runs.TODAY)),
                GITHUB);
    }

    Finding delivery() {
        var then = Runs.moreOnBeanstalk(runs.post(), ATTEND, MEND);
        var now = Runs.moreOnBeanstalk(runs.today(), ATTEND, MEND);
        var deployments = runs.value(EffortParameters.DEPLOYMENTS_PER_MONTH);
        var ruling = now >= matters() ? Ruling.SUPPORTED : then > 0 ? Ruling.DEPENDS : Ruling.NOT_SUPPORTED;
        var words = switch (ruling) {
            case SUPPORTED ->
                "With " + Figures.number(deployments) + " deployments a month they still take " + hours(now)
                        + " more on Beanstalk, after " + hours(then) + " with the tools of 2023.";
            case DEPENDS ->
                "Depends on tools and pace: " + Figures.number(deployments) + " deployments a month take " + hours(now)
                        + " more with the tools of 2026, " + hours(then) + " with those of 2023.";
            case NOT_SUPPORTED, OUT_OF_DATE -> "Deployments take no longer on Beanstalk by these assumptions.";
        };
        return new Finding(
                Claim.DELIVERY,
                ruling,
                words,
                evidence("Hours a month on deployments, Beanstalk over Fargate", now, Runs.TODAY),
                List.of(evidence("The same with the tools of 2023", then, Runs.POST), share(runs.today())),
                null);
    }

    /// What part of all chores on Beanstalk deployments are.
    private static Evidence share(Comparison comparison) {
        var all = Runs.outcome(comparison, OptionId.BEANSTALK).effortHours().mean();
        var part = all == 0 ? 0 : Runs.hours(comparison, OptionId.BEANSTALK, ATTEND, MEND) / all;
        return new Evidence("Part of all work on Beanstalk", part, "share", Figures.share(part), Runs.TODAY);
    }

    private double matters() {
        return runs.value(StudyParameters.HOURS_THAT_MATTER);
    }

    private static double minutes(Settings settings, OptionEffort option, String id) {
        return settings.get(option.parameter(id));
    }

    private static Evidence evidence(String what, double hours, String from) {
        return new Evidence(what, hours, "h/month", hours(hours), from);
    }

    private static String hours(double hours) {
        return String.format(Locale.ROOT, "%.2f h", hours);
    }
}
