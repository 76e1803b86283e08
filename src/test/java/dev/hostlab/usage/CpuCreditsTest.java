package dev.hostlab.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// CPU credits of burstable instances, against the tables and the examples of the EC2 user guide.
class CpuCreditsTest {

    private static CpuCredits of(String type, int vcpus) {
        return CpuCredits.of(type, vcpus, "default").orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "t3.nano, 2, 6, 5",
        "t3.micro, 2, 12, 10",
        "t3a.small, 2, 24, 20",
        "t4g.medium, 2, 24, 20",
        "t3.large, 2, 36, 30",
        "t4g.xlarge, 4, 96, 40",
        "t3.2xlarge, 8, 192, 40",
        "t2.micro, 1, 6, 10",
        "t2.small, 1, 12, 20",
        "t2.medium, 2, 24, 20",
        "t2.large, 2, 36, 30"
    })
    void earningsAreTheBaselineOfEachVcpu(String type, int vcpus, double earned, double baselinePercent) {
        var credits = of(type, vcpus);
        assertThat(credits.earnedPerHour()).isEqualTo(earned);
        assertThat(100 * credits.baselineVcpus() / vcpus).isCloseTo(baselinePercent, within(1e-9));
        assertThat(credits.limit()).isEqualTo(24 * earned);
    }

    @Test
    void onlyT2IsStandardByItselfAndStartsWithCredits() {
        assertThat(of("t3.micro", 2).unlimited()).isTrue();
        assertThat(of("t3.micro", 2).launchCredits()).isZero();
        assertThat(of("t2.medium", 2).unlimited()).isFalse();
        assertThat(of("t2.medium", 2).launchCredits()).isEqualTo(60);
        assertThat(CpuCredits.of("t2.medium", 2, "unlimited").orElseThrow().launchCredits())
                .isZero();
        assertThat(CpuCredits.of("t3.micro", 2, "standard").orElseThrow().unlimited())
                .isFalse();
    }

    @Test
    void otherFamiliesHaveNone() {
        assertThat(CpuCredits.of("m7g.large", 2, "default")).isEmpty();
        assertThat(CpuCredits.of("t3", 2, "default")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new CpuCredits(0, 0, true));
    }

    @Test
    void mediumAtFortyPercentOwesTwentyFourCreditsAnHour() {
        // both vCPU at 40 %: spends 48, earns 24 an hour; 24 credits are 0.4 vCPU-h
        var account = new CreditAccount(of("t3.medium", 2), 0);
        account.pass(1, 2 * 0.40 * 60);
        assertThat(account.owedVcpuHours()).isCloseTo(0.4, within(1e-12));
        account.close();
        assertThat(account.chargedVcpuHours()).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void aDayOfEarningsIsOwedBeforeAnythingIsCharged() {
        // 24 credits an hour more than it earns; a day's earnings are 576 credits, reached after 24 h
        var account = new CreditAccount(of("t3.medium", 2), 0);
        for (var hour = 0; hour < 24; hour++) {
            account.pass(1, 48);
        }
        assertThat(account.chargedVcpuHours()).isZero();
        account.pass(1, 48);
        assertThat(account.chargedVcpuHours()).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void quietHoursPayBackWhatIsOwed() {
        var account = new CreditAccount(of("t3.medium", 2), 0);
        account.pass(1, 48);
        account.pass(2, 0);
        assertThat(account.owedVcpuHours()).isZero();
        assertThat(account.balance()).isCloseTo(24, within(1e-12)); // 48 earned, 24 owed
        account.close();
        assertThat(account.chargedVcpuHours()).isZero();
    }

    @Test
    void theBalanceStopsAtADayOfEarnings() {
        var account = new CreditAccount(of("t3.micro", 2), 0);
        account.pass(48, 0);
        assertThat(account.balance()).isEqualTo(288);
        account.pass(1, 100); // 12 earned
        assertThat(account.balance()).isEqualTo(200);
    }

    @Test
    void standardInstanceIsDeniedWhatItHasNot() {
        // 30 launch credits, 6 earned in the hour, 60 wanted: 24 credits = 0.4 vCPU-h are not there
        var account = new CreditAccount(of("t2.micro", 1), 0);
        account.pass(1, 60);
        account.close();
        assertThat(account.chargedVcpuHours()).isZero();
        assertThat(account.deniedVcpuHours()).isCloseTo(0.4, within(1e-12));
    }
}
