package dev.hostlab.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Alarms against both tables of the CloudWatch user guide, "Configuring how CloudWatch alarms treat missing data":
/// 0 is fine, X breaches, - is missing; the newest point stands right; the range is 5.
class AlarmRuleTest {

    /// What an alarm has that keeps its state: none of the three, so that keeping shows.
    private static final String KEEP = "KEEP";

    @ParameterizedTest
    @CsvSource({
        "0-X-X, OK, OK, OK, OK",
        "0----, OK, OK, OK, OK",
        "-----, INSUFFICIENT_DATA, KEEP, ALARM, OK",
        "0XX-X, ALARM, ALARM, ALARM, ALARM",
        "--X--, ALARM, KEEP, ALARM, OK"
    })
    void threeOfThree(String points, String missing, String ignore, String breaching, String notBreaching) {
        assertThat(states(points, 3)).containsExactly(missing, ignore, breaching, notBreaching);
    }

    @ParameterizedTest
    @CsvSource({
        "0-X-X, ALARM, ALARM, ALARM, ALARM",
        "00X0X, ALARM, ALARM, ALARM, ALARM",
        "0-X--, OK, OK, ALARM, OK",
        "----0, OK, OK, ALARM, OK",
        "---X-, ALARM, KEEP, ALARM, OK"
    })
    void twoOfThree(String points, String missing, String ignore, String breaching, String notBreaching) {
        assertThat(states(points, 2)).containsExactly(missing, ignore, breaching, notBreaching);
    }

    @ParameterizedTest
    @CsvSource({"----X, KEEP", "---X-, KEEP", "--X--, ALARM", "---XX, KEEP"})
    void recentBreachesAmongGapsDoNotAlarmBeforeTheirTime(String points, String expected) {
        assertThat(states(points, 3)[0]).isEqualTo(expected);
    }

    @Test
    void pointsNeedNotBeAdjacent() {
        assertThat(state("X0X00", new AlarmRule(AlarmRule.Side.ABOVE, 1, 2, 5, MissingData.MISSING), AlarmState.OK))
                .isEqualTo(AlarmState.ALARM);
    }

    @ParameterizedTest
    @CsvSource({"ABOVE, false", "AT_OR_ABOVE, true", "BELOW, false", "AT_OR_BELOW, true"})
    void aValueOnTheThresholdBreachesWhereTheSideSaysSo(AlarmRule.Side side, boolean breaches) {
        assertThat(new AlarmRule(side, 60, 1).breaches(60)).isEqualTo(breaches);
    }

    @Test
    void actionRepeatsEachMinuteWhileTheAlarmLasts() {
        var points = new MetricPoints(5);
        var alarm = new Alarm(new AlarmRule(AlarmRule.Side.ABOVE, 1, 1), points);
        points.add(2);
        assertThat(alarm.fires(20)).as("it goes off").isTrue();
        assertThat(alarm.fires(30)).isFalse();
        assertThat(alarm.fires(70)).isFalse();
        assertThat(alarm.fires(80)).as("a minute later").isTrue();
        points.add(0);
        assertThat(alarm.fires(90)).isFalse();
        points.add(2);
        assertThat(alarm.fires(100)).as("it goes off again").isTrue();
    }

    @Test
    void alarmStaysOkUntilItHasAllItsPoints() {
        var points = new MetricPoints(5);
        var alarm = new Alarm(new AlarmRule(AlarmRule.Side.ABOVE, 1, 3), points);
        points.add(2);
        points.add(Double.NaN);
        points.add(Double.NaN);
        assertThat(alarm.fires(180)).isFalse();
        assertThat(alarm.state()).isEqualTo(AlarmState.OK);
    }

    @Test
    void aPeriodOfSeveralPointsSlidesWithEachOfThem() {
        var points = new MetricPoints(3, 5);
        for (var minute = 1; minute <= 7; minute++) {
            points.add(minute);
        }
        assertThat(points.newest()).as("mean of 3 to 7").isEqualTo(5);
        points.add(13);
        assertThat(points.newest()).as("mean of 4 to 7 and 13").isEqualTo(7);
    }

    /// The states under the four treatments of missing data, `KEEP` where the alarm keeps whichever it had.
    private static String[] states(String points, int breaching) {
        var states = new String[4];
        var column = 0;
        for (var mode : MissingData.values()) {
            var rule = new AlarmRule(AlarmRule.Side.ABOVE, 1, breaching, 3, mode);
            var fromOk = state(points, rule, AlarmState.OK);
            var fromAlarm = state(points, rule, AlarmState.ALARM);
            states[column++] = fromOk == fromAlarm ? fromOk.name() : KEEP;
        }
        return states;
    }

    private static AlarmState state(String text, AlarmRule rule, AlarmState before) {
        var points = new MetricPoints(rule.range());
        text.chars().forEach(point -> points.add(point == 'X' ? 2 : point == '0' ? 0 : Double.NaN));
        return rule.evaluate(points, before);
    }
}
