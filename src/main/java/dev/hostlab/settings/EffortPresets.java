package dev.hostlab.settings;

/// Whose experience the chores follow. Columns: the tools of 2026; a report of 2023; a published flat rule.
///
/// None is a measurement: nobody has published hours an instance and month that are independent of a seller.
public final class EffortPresets {

    /// Chores one by one, with the tools of 2026. Beanstalk has a deployment action of AWS's own for GitHub by now.
    public static final String TODAY = "2026";

    /// As a CTO reported in 2023 after leaving Beanstalk: no deployment action of AWS's own, so each deployment
    /// needs more attention; logs come as archives; updates of the configuration get stuck more often.
    public static final String POST_OF_2023 = "2023-post";

    /// The flat rule of AWS's sample calculator: so many hours an instance and month, and nothing else.
    public static final String PUBLISHED = "published";

    private static final Evidence BY_POST = Evidence.assumed(
            "a CTO's report of 2023 on leaving Beanstalk for Fargate, which gives no minutes; AWS has documented a deployment"
                    + " action for GitHub and streamed logs since");
    private static final Evidence BY_CALCULATOR = Evidence.assumed(
            "AWS's sample calculator for ECS Managed Instances (2026-05-26): 2.0 h an instance and month that the team"
                    + " manages itself, its authors' assumption");

    /// The calculator speaks of ECS on EC2; Beanstalk's instances are the team's as well.
    private static final double SELF_MANAGED_HOURS = 2.0;

    /// Its hours for an instance of ECS Managed Instances.
    private static final double MANAGED_HOURS = 0.5;

    private EffortPresets() {}

    /// The settings with what a preset implies; the user's values stay.
    public static Settings imply(String preset, Settings settings) {
        return switch (preset) {
            case POST_OF_2023 -> postOf2023(settings);
            case PUBLISHED -> published(settings);
            default -> settings;
        };
    }

    /// Where the numbers of a preset come from, as chores cite it.
    public static String source(String preset) {
        return switch (preset) {
            case POST_OF_2023 -> BY_POST.source();
            case PUBLISHED -> BY_CALCULATOR.source();
            default -> "assumed by Hostlab, 2026-11-23; not measured";
        };
    }

    private static Settings postOf2023(Settings settings) {
        var beanstalk = OptionEffort.BEANSTALK;
        return settings.implying(beanstalk.parameter("deployMinutes"), 20.0, BY_POST)
                .implying(beanstalk.parameter("logHuntMinutes"), 30.0, BY_POST)
                .implying(beanstalk.parameter("updateFailureShare"), 0.05, BY_POST);
    }

    private static Settings published(Settings settings) {
        var implied = settings;
        for (var option : OptionEffort.EACH) {
            for (var parameter : option.all()) {
                implied = implied.implying(parameter, flat(option, parameter), BY_CALCULATOR);
            }
        }
        return implied;
    }

    private static double flat(OptionEffort option, Parameter<Double> parameter) {
        if (parameter.equals(option.parameter("hostExponent"))) {
            return 1;
        }
        if (option.equals(OptionEffort.FARGATE) || !parameter.equals(option.parameter("hoursPerHost"))) {
            return 0;
        }
        return option.equals(OptionEffort.MANAGED_INSTANCES) ? MANAGED_HOURS : SELF_MANAGED_HOURS;
    }
}
