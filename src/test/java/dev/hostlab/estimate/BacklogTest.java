package dev.hostlab.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Lines of waiting requests as a fluid, by hand.
class BacklogTest {

    private final Backlog lines = new Backlog(10);

    @Test
    void whatIsNotServedIsSharedByTheLines() {
        lines.join();
        lines.join();
        assertThat(lines.flow(9, 3)).isZero();
        assertThat(lines.total()).isCloseTo(3, within(1e-12));
        assertThat(lines.shortest()).isCloseTo(1.5, within(1e-12));
    }

    @Test
    void aNewUnitTakesEverythingUntilItHasCaughtUp() {
        lines.join();
        lines.flow(7, 1);
        lines.join();
        lines.flow(4, 1);
        // the old line has gone from 6 to 5, the new one has got 4 and served 1
        assertThat(lines.total()).isCloseTo(8, within(1e-12));
        assertThat(lines.shortest()).isCloseTo(3, within(1e-12));
    }

    @Test
    void whatFindsNoRoomIsTurnedAway() {
        lines.join();
        assertThat(lines.flow(15, 2)).isCloseTo(3, within(1e-12));
        assertThat(lines.total()).isCloseTo(10, within(1e-12));
    }

    @Test
    void aUnitThatLeavesTakesItsLineAlong() {
        lines.join();
        lines.join();
        lines.flow(8, 1);
        assertThat(lines.leave()).isCloseTo(3, within(1e-12));
        assertThat(lines.total()).isCloseTo(3, within(1e-12));
        assertThat(lines.units()).isEqualTo(1);
    }
}
