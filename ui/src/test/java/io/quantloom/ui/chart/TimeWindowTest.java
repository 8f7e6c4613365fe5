package io.quantloom.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimeWindowTest {

    private final TimeWindow window = new TimeWindow();

    private TimeWindow.Range range() {
        return window.rangeProperty().get();
    }

    @Test
    void beginsWithTheNewestBars() {
        window.begin(1000, 100);

        assertThat(range().span()).isEqualTo(100);
        assertThat(range().to()).isBetween(999.5, 1002.0);
    }

    @Test
    void zoomsAroundTheBarUnderThePointer() {
        window.begin(1000, 100);
        double anchor = range().from() + 30;

        window.zoom(0.5, anchor);

        assertThat(range().span()).isEqualTo(50);
        assertThat((anchor - range().from()) / range().span()).isEqualTo(0.3);
    }

    @Test
    void neverLeavesTheBarsThereAre() {
        window.begin(1000, 100);

        window.pan(-1e9);
        assertThat(range().from()).isEqualTo(-0.5);
        window.pan(1e9);
        assertThat(range().to()).isLessThan(1003);
        window.zoom(1e9, 500);
        assertThat(range().from()).isEqualTo(-0.5);
    }

    @Test
    void followsTheEndOnlyWhereItWasInView() {
        window.begin(1000, 100);
        double before = range().to();
        window.extend(1010);
        assertThat(range().to()).isEqualTo(before + 10);

        window.pan(-300);
        TimeWindow.Range looked = range();
        window.extend(1020);

        assertThat(range()).isEqualTo(looked);
    }

    @Test
    void showsATradeWithAirAroundIt() {
        window.begin(1000, 100);

        window.focus(500, 510);

        assertThat(range().from()).isLessThanOrEqualTo(480);
        assertThat(range().to()).isGreaterThanOrEqualTo(530);
    }

    @Test
    void stepsTheCrosshairAndKeepsItInView() {
        window.begin(1000, 100);

        window.stepCrosshair(-1);
        double first = window.crosshairProperty().get();
        for (int i = 0; i < 200; i++) {
            window.stepCrosshair(-1);
        }

        assertThat(window.crosshairProperty().get()).isEqualTo(first - 200);
        assertThat(range().from()).isLessThanOrEqualTo(first - 200);
    }

    @Test
    void standsOneBar() {
        window.begin(1, 100);
        window.zoom(0.5, 0);
        window.pan(3);

        assertThat(range().span()).isPositive();
        assertThat(range().from()).isEqualTo(-0.5);
    }
}
