package dev.hostlab.scenario;

import dev.hostlab.hosting.BeanstalkMetric;
import dev.hostlab.settings.BeanstalkParameters;
import dev.hostlab.settings.DeliveryParameters;
import dev.hostlab.settings.EcsParameters;
import dev.hostlab.settings.FargateParameters;
import dev.hostlab.settings.LoadBalancerParameters;
import dev.hostlab.settings.Parameter;
import dev.hostlab.settings.ServiceParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.settings.TaskParameters;
import dev.hostlab.settings.TrafficParameters;
import dev.hostlab.validation.Issue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Looks for values that make a run pointless rather than impossible.
final class ScenarioNotes {

    private final Settings settings;
    private final LoadShape load;
    private final Sizing sizing;
    private final List<Issue> found = new ArrayList<>();

    ScenarioNotes(Settings settings, LoadShape load) {
        this.settings = settings;
        this.load = load;
        this.sizing = Sizing.of(settings, load);
    }

    List<Issue> all() {
        found.clear();
        patience();
        silence();
        keepAlive();
        visibility();
        memory();
        peak();
        quota();
        slowStart();
        trigger();
        return List.copyOf(found);
    }

    private void patience() {
        var holding = sizing.holdingSeconds();
        var slo = settings.get(TaskParameters.P95_MS) / 1_000;
        var timeout = settings.get(TrafficParameters.CLIENT_TIMEOUT_SECONDS);
        if (slo < holding) {
            var problem = "A request takes " + seconds(holding) + " in the mean, even without waiting.";
            note(TaskParameters.P95_MS, problem, "Allow more, or no option can keep it.");
        }
        if (timeout > 0 && timeout < holding) {
            var problem = "Clients leave before a request is done, which takes " + seconds(holding) + " in the mean.";
            note(
                    TrafficParameters.CLIENT_TIMEOUT_SECONDS,
                    problem,
                    "Let them wait longer, or make the service faster.");
        }
        if (timeout > 0 && timeout < slo) {
            var problem = "Clients leave after " + seconds(timeout) + ", before slo.p95Ms has passed.";
            note(TrafficParameters.CLIENT_TIMEOUT_SECONDS, problem, "Lower the SLO or let clients wait longer.");
        }
    }

    private void silence() {
        var idle = settings.get(LoadBalancerParameters.IDLE_TIMEOUT_SECONDS);
        var web = settings.get(ServiceParameters.KIND).equals("web");
        if (web && !settings.get(ServiceParameters.STREAMING) && idle < sizing.holdingSeconds()) {
            note(
                    LoadBalancerParameters.IDLE_TIMEOUT_SECONDS,
                    "Most requests are silent for longer than the load balancer allows and get 504.",
                    "Raise it, or stream the answers.");
        }
    }

    private void visibility() {
        if (!settings.get(ServiceParameters.KIND).equals("queue-worker")) {
            return;
        }
        var hidden = settings.get(DeliveryParameters.VISIBILITY_TIMEOUT_SECONDS);
        if (!settings.get(DeliveryParameters.EXTENDS_VISIBILITY) && hidden < sizing.holdingSeconds()) {
            var problem = "A message takes " + seconds(sizing.holdingSeconds()) + " in the mean, so most are delivered"
                    + " again while a worker is at them.";
            note(
                    DeliveryParameters.VISIBILITY_TIMEOUT_SECONDS,
                    problem,
                    "Make it longer than your longest message, or let workers extend it.");
        }
    }

    private void keepAlive() {
        var idle = settings.get(LoadBalancerParameters.IDLE_TIMEOUT_SECONDS);
        var kept = settings.get(LoadBalancerParameters.TARGET_KEEP_ALIVE_SECONDS);
        if (kept > 0 && kept < idle) {
            note(
                    LoadBalancerParameters.TARGET_KEEP_ALIVE_SECONDS,
                    "The application closes idle connections sooner than the load balancer, so some requests get 502.",
                    "Keep them for longer than alb.idleTimeoutSeconds, " + seconds(idle) + ".");
        }
    }

    private void memory() {
        var full = settings.get(ServiceParameters.MEMORY_MB_BASE)
                + settings.get(ServiceParameters.CONCURRENCY) * settings.get(ServiceParameters.MEMORY_MB_PER_REQUEST);
        if (full > settings.get(TaskParameters.MEMORY_GIB) * 1_024) {
            var problem = String.format(Locale.ROOT, "With every slot taken a task needs %.0f MB.", full);
            note(TaskParameters.MEMORY_GIB, problem, "Give it more memory or fewer slots, or it may be killed.");
        }
    }

    private void peak() {
        var needed = load.busiestMinute(sizing.demand(), sizing.task(), sizing.mean());
        var max = settings.get(TaskParameters.MAX_TASKS);
        if (needed > max) {
            var problem = String.format(
                    Locale.ROOT,
                    "The workload's hardest minute keeps %.1f tasks busy; there are %d at most.",
                    needed,
                    max);
            note(TaskParameters.MAX_TASKS, problem, "Allow more, or requests will pile up.");
        }
    }

    private void slowStart() {
        var routings = List.of(
                settings.get(BeanstalkParameters.ROUTING),
                settings.get(EcsParameters.ECS_EC2.routing),
                settings.get(EcsParameters.FARGATE.routing));
        if (settings.get(LoadBalancerParameters.SLOW_START_SECONDS) > 0 && !routings.contains("round-robin")) {
            note(
                    LoadBalancerParameters.SLOW_START_SECONDS,
                    "Slow start works with round robin only, which no option uses.",
                    "Set an option's routing to round-robin.");
        }
    }

    private void trigger() {
        var trigger = BeanstalkMetric.of(settings);
        trigger.reason().ifPresent(reason -> {
            var wanted = trigger.wanted().id();
            var watched = trigger.watched().id();
            note(
                    BeanstalkParameters.METRIC,
                    "A Beanstalk trigger cannot watch " + wanted + "; it watches " + watched
                            + ", the nearest that it allows: " + reason + ".",
                    "Choose another allowed metric if yours follows " + wanted + " more closely.");
        });
    }

    private void quota() {
        var vcpus = settings.get(TaskParameters.MAX_TASKS) * settings.get(TaskParameters.VCPU);
        var quota = settings.get(FargateParameters.VCPU_QUOTA);
        if (vcpus > quota && settings.get(EcsParameters.FARGATE.scalingEnabled)) {
            var problem = "On Fargate capacity.max needs more than the account's quota of "
                    + settings.text(FargateParameters.VCPU_QUOTA) + " vCPUs.";
            note(FargateParameters.VCPU_QUOTA, problem, "Raise it if your account has more, or expect tasks to wait.");
        }
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, value < 1 ? "%.3f s" : "%.1f s", value);
    }

    private void note(Parameter<?> parameter, String problem, String advice) {
        found.add(new Issue(parameter.path(), problem, advice));
    }
}
