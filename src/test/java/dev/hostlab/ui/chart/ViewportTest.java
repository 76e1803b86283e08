package dev.hostlab.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ViewportTest {

    private final Viewport viewport = new Viewport(1_000, 10);

    @Test
    void zoomKeepsTheTimeUnderThePointer() {
        viewport.zoom(250, 0.5);
        assertThat(viewport.span()).isEqualTo(new Viewport.Span(125, 625));
        assertThat(viewport.isZoomed()).isTrue();
    }

    @Test
    void zoomEndsAtTheShortestAndTheWholeSpan() {
        viewport.zoom(500, 1e-9);
        assertThat(viewport.span().seconds()).isEqualTo(10);
        viewport.zoom(500, 1e9);
        assertThat(viewport.span()).isEqualTo(new Viewport.Span(0, 1_000));
    }

    @Test
    void panStopsAtTheEnds() {
        viewport.zoom(500, 0.1);
        viewport.pan(-1e6);
        assertThat(viewport.span().from()).isZero();
        viewport.pan(1e6);
        assertThat(viewport.span().to()).isEqualTo(1_000);
    }

    @Test
    void cursorTakesTheViewAlong() {
        viewport.zoom(500, 0.1);
        viewport.setCursor(549);
        viewport.step(20);
        assertThat(viewport.cursor()).isEqualTo(569);
        assertThat(viewport.span().to()).isEqualTo(569);
        viewport.hideCursor();
        assertThat(viewport.hasCursor()).isFalse();
    }
}
