package dev.hostlab.cli;

import static dev.hostlab.cli.Ran.hostlab;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Discounts, a second currency, other prices for the same runs, and whose experience counts the chores.
class PriceLayerTest {

    private static final String TRACE = "sample-workloads/code-assistant.csv";

    @Test
    void aDiscountTakesItsShareOffEveryBillAndIsNamed() {
        var list = hostlab("compare", TRACE, "--replications", "1", "--json", "-");
        var less =
                hostlab("compare", TRACE, "--replications", "1", "--json", "-", "--set", "billing.discountPercent=10");
        for (var i = 0; i < 3; i++) {
            var before = list.options().get(i).path("cost").path("monthlyUsd").doubleValue();
            var after = less.options().get(i).path("cost").path("monthlyUsd").doubleValue();
            assertThat(after).isCloseTo(0.9 * before, within(0.02));
        }
        var table = hostlab("compare", TRACE, "--replications", "1", "--set", "billing.discountPercent=10");
        assertThat(table.out()).contains("Every list price is taken less 10 %");
    }

    @Test
    void aSecondCurrencyIsSaidBesideTheDollars() {
        var ran = hostlab(
                "compare",
                TRACE,
                "--replications",
                "1",
                "--set",
                "billing.currency=EUR",
                "--set",
                "billing.currencyPerUsd=2");
        assertThat(ran.out()).contains("Totals a month in EUR at 2 a dollar (set by you): Beanstalk ");
    }

    @Test
    void otherPricesAreWeighedOnTheSameRunsLineByLine() {
        var ran = hostlab(
                "compare", TRACE, "--replications", "1", "--reprice", "pricing-snapshots/eu-west-1-2024-07-01.json");
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .contains("The same runs at other prices: eu-west-1")
                .containsPattern("Application Load Balancer +16\\.4\\d +18\\.\\d\\d +\\+1\\.9\\d");
        var beanstalk = ran.out()
                .substring(ran.out().lastIndexOf("Elastic Beanstalk"), ran.out().lastIndexOf("ECS on EC2"));
        var differences = Pattern.compile("\\+([0-9.]+)\\n")
                .matcher(beanstalk)
                .results()
                .map(found -> new BigDecimal(found.group(1)))
                .toList();
        assertThat(differences).hasSizeGreaterThan(3);
        assertThat(differences.subList(0, differences.size() - 1).stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(differences.getLast());
    }

    @Test
    void privateSubnetsWithoutAWayOutAreSaidToNeedMore() {
        var closed = hostlab("compare", TRACE, "--estimate", "--set", "billing.publicIpv4=false");
        assertThat(closed.out()).contains("neither public addresses nor NAT gateways", "are not on the bill");
        var nat = hostlab(
                "compare", TRACE, "--estimate", "--set", "billing.publicIpv4=false", "--set", "billing.natGateways=2");
        assertThat(nat.out()).doesNotContain("neither public addresses");
    }

    @Test
    void repricingBesideJsonOnStdoutIsRefused() {
        var ran = hostlab("compare", TRACE, "--json", "-", "--reprice", "pricing-snapshots/eu-west-1-2024-07-01.json");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("--reprice");
    }

    @Test
    void thePresetsOfEffortChangeHoursAndNothingElse() {
        var today = hostlab("compare", TRACE, "--replications", "1", "--json", "-");
        var post = hostlab("compare", TRACE, "--replications", "1", "--json", "-", "--set", "effort.preset=2023-post");
        // 20 deployments × 10 min more, and (1 patch + 1 change) × 3 % more × 120 min
        assertThat(hours(post, 0) - hours(today, 0)).isCloseTo(20 * 10 / 60.0 + 2 * 0.03 * 2, within(1e-6));
        assertThat(hours(post, 2)).isEqualTo(hours(today, 2));
        assertThat(post.options().get(0).path("cost"))
                .isEqualTo(today.options().get(0).path("cost"));
        var flat = hostlab("compare", TRACE, "--replications", "1", "--json", "-", "--set", "effort.preset=published");
        var hosts = flat.options().get(0).path("capacity").path("meanInstances").doubleValue();
        assertThat(hours(flat, 0)).isCloseTo(2 * hosts, within(1e-6));
        assertThat(hours(flat, 2)).isZero();
    }

    private static double hours(Ran ran, int option) {
        return ran.options().get(option).path("effort").path("hoursPerMonth").doubleValue();
    }
}
