package dev.hostlab.settings;

import static dev.hostlab.settings.Evidence.assumed;
import static dev.hostlab.settings.Evidence.documented;
import static dev.hostlab.settings.Measure.real;
import static dev.hostlab.settings.Measure.seconds;
import static dev.hostlab.settings.Measure.whole;
import static dev.hostlab.settings.Parameter.parameter;

import java.util.List;

/// The Application Load Balancer in front of every option that serves web requests.
public final class LoadBalancerParameters {

    public static final Parameter<Double> IDLE_TIMEOUT_SECONDS = parameter(
            "alb.idleTimeoutSeconds",
            60.0,
            seconds(1, 4_000),
            documented("ALB user guide, connection idle timeout: 60 s, 1 to 4,000"),
            "A request whose connection is silent for longer gets 504; a streamed answer is silent only until "
                    + "its first byte.");

    public static final Parameter<Double> REQUESTS_PER_CONNECTION = parameter(
            "alb.requestsPerConnection",
            1.0,
            real(1, 100_000, ""),
            assumed("many independent clients; the dearest case, browsers and SDKs reuse connections"),
            "Requests that share one client connection.");

    public static final Parameter<Integer> RULES = parameter(
            "alb.rules",
            1,
            whole(1, 100, "rules"),
            documented("ELB pricing: the first 10 rules are free"),
            "Listener rules evaluated for each request.");

    public static final Parameter<Integer> AVAILABILITY_ZONES = parameter(
            "alb.availabilityZones",
            2,
            whole(2, 6, "zones"),
            documented("ALB user guide: at least two zones"),
            "Zones of the load balancer, each with one public address.");

    public static final Parameter<Double> HEALTH_CHECK_RESPONSE_SECONDS = parameter(
            "alb.healthCheckResponseSeconds",
            0.0,
            seconds(0, 5),
            assumed("a few milliseconds, well under the timeout of 5 s; registration covers it"),
            "How long a health check's answer takes; one passing check lets a new target take traffic.");

    public static final Parameter<Double> SLOW_START_SECONDS = parameter(
            "alb.slowStartSeconds",
            0.0,
            seconds(0, 900),
            documented("ALB user guide, slow start mode: off, or 30 to 900 s; not with least outstanding requests"),
            "Time over which the share of a new target grows to a full one; skipped where it is the only one.");

    public static final Parameter<Double> TARGET_KEEP_ALIVE_SECONDS = parameter(
            "alb.targetKeepAliveSeconds",
            0.0,
            seconds(0, 4_000),
            assumed("AWS advises longer than the idle timeout, which 0 stands for; web servers come with 2 to 75 s"),
            "How long the application keeps an idle connection to the load balancer. Shorter than the idle timeout,"
                    + " some requests meet a connection that is being closed and get 502.");

    public static final Parameter<Double> CLOSING_RACE_MS = parameter(
            "alb.closingRaceMs",
            1.0,
            real(0.01, 100, "ms"),
            assumed("about a round trip between zones; not published"),
            "How long the load balancer may still send on a connection that the application has closed.");

    public static final List<Parameter<?>> ALL = List.of(
            IDLE_TIMEOUT_SECONDS,
            REQUESTS_PER_CONNECTION,
            RULES,
            AVAILABILITY_ZONES,
            HEALTH_CHECK_RESPONSE_SECONDS,
            SLOW_START_SECONDS,
            TARGET_KEEP_ALIVE_SECONDS,
            CLOSING_RACE_MS);

    private LoadBalancerParameters() {}
}
