package dev.hostlab.workload;

import dev.hostlab.settings.ProviderParameters;
import dev.hostlab.settings.Settings;
import java.util.ArrayList;
import java.util.List;

/// The limits and tenants that settings describe.
final class Accesses {

    private Accesses() {}

    static Access of(Settings settings) {
        var provider = new Access.Provider(
                settings.get(ProviderParameters.REQUESTS_PER_MINUTE),
                settings.get(ProviderParameters.TOKENS_PER_MINUTE),
                settings.get(ProviderParameters.INPUT_TOKENS_PER_MINUTE),
                settings.get(ProviderParameters.OUTPUT_TOKENS_PER_MINUTE),
                settings.get(ProviderParameters.TOKENS_PER_DAY),
                settings.get(ProviderParameters.BURST_SECONDS),
                settings.get(ProviderParameters.RESERVES_MAX_TOKENS),
                settings.get(ProviderParameters.MAX_TOKENS));
        var retries = new Access.Retries(
                settings.get(ProviderParameters.ATTEMPTS),
                settings.get(ProviderParameters.BASE_SECONDS),
                settings.get(ProviderParameters.FACTOR),
                settings.get(ProviderParameters.MAX_SECONDS),
                settings.get(ProviderParameters.JITTER),
                settings.get(ProviderParameters.HONOURS_RETRY_AFTER),
                settings.get(ProviderParameters.RELEASES_SLOT));
        var warnShare = settings.get(ProviderParameters.BUDGET_WARNING_PERCENT) / 100;
        return new Access(provider, retries, tenants(settings.get(ProviderParameters.TENANTS), warnShare));
    }

    /// Tenants as [ProviderParameters#TENANTS_PATTERN] has them.
    static List<Access.Tenant> tenants(String text, double warnShare) {
        var tenants = new ArrayList<Access.Tenant>();
        if (!text.equals("none")) {
            for (var one : text.split(";", -1)) {
                tenants.add(tenant(List.of(one.strip().split(" ", -1)), warnShare));
            }
        }
        return tenants;
    }

    private static Access.Tenant tenant(List<String> words, double warnShare) {
        var budget =
                new Access.Budget(number(words, "budget="), number(words, "spent="), words.contains("hard"), warnShare);
        return new Access.Tenant(
                words.getFirst(),
                Double.parseDouble(value(words, "share=")),
                number(words, "rpm="),
                number(words, "tpm="),
                words.contains("queue"),
                budget);
    }

    private static long number(List<String> words, String key) {
        return Long.parseLong(value(words, key));
    }

    private static String value(List<String> words, String key) {
        return words.stream()
                .filter(word -> word.startsWith(key))
                .map(word -> word.substring(key.length()))
                .findFirst()
                .orElse("0");
    }
}
