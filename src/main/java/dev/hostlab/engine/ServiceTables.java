package dev.hostlab.engine;

import dev.hostlab.workload.ServiceModel;

/// A service model with its quantile tables: made once, shared by all runs on all threads.
public final class ServiceTables {

    private final ServiceModel model;
    private final RequestSampler.Factors factors;

    private ServiceTables(ServiceModel model, RequestSampler.Factors factors) {
        this.model = model;
        this.factors = factors;
    }

    public static ServiceTables of(ServiceModel model) {
        return new ServiceTables(model, RequestSampler.Factors.of(model));
    }

    ServiceModel model() {
        return model;
    }

    RequestSampler.Factors factors() {
        return factors;
    }
}
