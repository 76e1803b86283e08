package dev.hostlab.scenario;

import dev.hostlab.settings.Parameter;
import dev.hostlab.settings.ProviderParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.validation.Issue;
import dev.hostlab.workload.Access;
import dev.hostlab.workload.ServiceModels;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Looks for limits of the model provider and for tenants that no request could get past, or that contradict each
/// other.
final class AccessChecks {

    private static final long MOST_A_MINUTE = 50_000_000;

    private final Settings settings;
    private final LoadShape load;
    private final Access access;
    private final List<Issue> found = new ArrayList<>();

    AccessChecks(Settings settings, LoadShape load) {
        this.settings = settings;
        this.load = load;
        this.access = ServiceModels.of(settings).access();
    }

    List<Issue> issues() {
        found.clear();
        reservation(ProviderParameters.TOKENS_PER_MINUTE);
        reservation(ProviderParameters.OUTPUT_TOKENS_PER_MINUTE);
        var names = new HashSet<String>();
        for (var tenant : access.tenants()) {
            tenant(tenant, names.add(tenant.name()));
        }
        if (TraceTenants.leavesShares(access)) {
            sharesOfTheTrace();
        }
        return List.copyOf(found);
    }

    /// Shares that are not given are those of the workload, which has to know the tenants.
    private void sharesOfTheTrace() {
        var known = TraceTenants.names(load.tenants());
        if (!load.isKnown()) {
            return;
        }
        if (known.size() < 2) {
            refuse(
                    "The workload does not say who sends its requests, and no tenant has a share of them.",
                    "Give each a share of the traffic, such as acme share=3; beta share=1.");
            return;
        }
        for (var tenant : access.tenants()) {
            if (!known.contains(tenant.name())) {
                refuse(
                        "The workload has no tenant called " + tenant.name() + "; it has " + String.join(", ", known)
                                + ".",
                        "Name one of those, or give every tenant a share to tell others apart.");
            }
        }
    }

    /// A reservation that no full bucket holds stops every call.
    private void reservation(Parameter<Integer> limit) {
        var burst = settings.get(ProviderParameters.BURST_SECONDS);
        var holds = (long) settings.get(limit) * burst / 60;
        var reserved = settings.get(ProviderParameters.MAX_TOKENS);
        if (settings.get(limit) > 0 && settings.get(ProviderParameters.RESERVES_MAX_TOKENS) && reserved > holds) {
            found.add(new Issue(
                    ProviderParameters.MAX_TOKENS.path(),
                    "A call reserves " + reserved + " tokens and " + limit.path() + " allows " + holds + " in " + burst
                            + " s: no call would ever pass.",
                    "Lower provider.maxTokens, or give the limit that your account really has."));
        }
    }

    private void tenant(Access.Tenant tenant, boolean isNew) {
        if (!isNew) {
            refuse("There are two tenants called " + tenant.name() + ".", "Give each its own name.");
        }
        if (tenant.share() == 0 && !TraceTenants.leavesShares(access)) {
            refuse(
                    "Tenant " + tenant.name() + " has no share of the traffic.",
                    "Give each tenant a share above 0, or none of them to take the workload's.");
        }
        if (Math.max(tenant.requestsPerMinute(), tenant.tokensPerMinute()) > MOST_A_MINUTE) {
            refuse("Tenant " + tenant.name() + " has a limit above 50 million a minute.", "Leave the limit out.");
        }
        wordsWithoutEffect(tenant);
    }

    private void wordsWithoutEffect(Access.Tenant tenant) {
        var budget = tenant.budget();
        if (budget.tokens() == 0 && (budget.hard() || budget.spent() > 0)) {
            refuse(
                    "Tenant " + tenant.name() + " has no budget, so 'hard' and 'spent' mean nothing.",
                    "Give budget=5000000, the tokens of a month, or leave them out.");
        }
        if (tenant.queues() && tenant.requestsPerMinute() == 0 && tenant.tokensPerMinute() == 0) {
            refuse(
                    "Tenant " + tenant.name() + " has no limit, so there is nothing to 'queue' for.",
                    "Give rpm= or tpm=, or leave 'queue' out.");
        }
    }

    private void refuse(String problem, String advice) {
        found.add(new Issue(ProviderParameters.TENANTS.path(), problem, advice));
    }
}
