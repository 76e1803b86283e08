package dev.hostlab.workload;

import dev.hostlab.settings.ClientParameters;
import dev.hostlab.settings.LoadBalancerParameters;
import dev.hostlab.settings.ServiceParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.settings.TrafficParameters;

/// The service model that settings describe.
public final class ServiceModels {

    private ServiceModels() {}

    public static ServiceModel of(Settings settings) {
        return new ServiceModel(
                settings.get(ServiceParameters.CONCURRENCY),
                cpu(settings),
                upstream(settings),
                new ServiceModel.Tokens(
                        settings.get(ServiceParameters.INPUT_TOKENS),
                        settings.get(ServiceParameters.OUTPUT_TOKENS),
                        Variation.ofCv(settings.get(ServiceParameters.TOKENS_CV))),
                new ServiceModel.Payload(
                        settings.get(TrafficParameters.REQUEST_BYTES),
                        settings.get(TrafficParameters.RESPONSE_BYTES),
                        settings.get(TrafficParameters.BYTES_PER_OUTPUT_TOKEN)),
                new ServiceModel.Memory(
                        settings.get(ServiceParameters.MEMORY_MB_BASE),
                        settings.get(ServiceParameters.MEMORY_MB_PER_REQUEST)),
                clients(settings),
                Accesses.of(settings));
    }

    private static ServiceModel.Cpu cpu(Settings settings) {
        return new ServiceModel.Cpu(
                settings.get(ServiceParameters.CPU_MS_PER_REQUEST),
                settings.get(ServiceParameters.CPU_MS_PER_OUTPUT_TOKEN),
                settings.get(ServiceParameters.CPU_US_PER_INPUT_TOKEN),
                Variation.ofCv(settings.get(ServiceParameters.CPU_CV)));
    }

    private static ServiceModel.Upstream upstream(Settings settings) {
        return new ServiceModel.Upstream(
                settings.get(ServiceParameters.UPSTREAM_MS),
                Variation.ofCv(settings.get(ServiceParameters.UPSTREAM_CV)),
                settings.get(ServiceParameters.UPSTREAM_MS_PER_INPUT_TOKEN),
                new ServiceModel.Decoding(
                        settings.get(ServiceParameters.UPSTREAM_TOKENS_PER_SECOND),
                        Variation.ofCv(settings.get(ServiceParameters.UPSTREAM_TOKENS_CV)),
                        settings.get(ServiceParameters.STREAMING)),
                new ServiceModel.Stalls(
                        settings.get(ServiceParameters.STALL_PROBABILITY),
                        settings.get(ServiceParameters.STALL_MIN_SECONDS),
                        settings.get(ServiceParameters.STALL_MAX_SECONDS)));
    }

    /// The client leaves, or a load balancer that has seen no byte of the answer gives up (504). A streamed
    /// answer is silent until its first byte; of that time only the wait for a slot is held against the limit.
    private static ServiceModel.Clients clients(Settings settings) {
        var timeout = settings.get(TrafficParameters.CLIENT_TIMEOUT_SECONDS);
        var patience = timeout == 0 ? Double.POSITIVE_INFINITY : timeout;
        var web = settings.get(ServiceParameters.KIND).equals("web");
        var streams = settings.get(ServiceParameters.STREAMING);
        var idle = web ? settings.get(LoadBalancerParameters.IDLE_TIMEOUT_SECONDS) : Double.POSITIVE_INFINITY;
        return new ServiceModel.Clients(
                streams ? patience : Math.min(patience, idle),
                settings.get(TrafficParameters.CANCELS_ABANDONED),
                !streams && idle < patience,
                streams ? idle : Double.POSITIVE_INFINITY,
                web ? retries(settings) : ClientRetries.NONE);
    }

    private static ClientRetries retries(Settings settings) {
        return new ClientRetries(
                settings.get(ClientParameters.ATTEMPTS),
                settings.get(ClientParameters.BASE_SECONDS),
                settings.get(ClientParameters.FACTOR),
                settings.get(ClientParameters.MAX_SECONDS),
                settings.get(ClientParameters.JITTER),
                settings.get(ClientParameters.HONOURS_RETRY_AFTER),
                settings.get(ClientParameters.TIMEOUTS),
                settings.get(ClientParameters.QUOTA),
                settings.get(ClientParameters.CANCELS_WORK));
    }
}
