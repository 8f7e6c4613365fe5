package io.quantloom.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.ui.chart.layer.ChartBars;
import io.quantloom.ui.chart.layer.Plot;
import io.quantloom.ui.theme.Theme;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class CandleChartTest {

    private static final int BARS = 500;

    private CandleChart chart;
    private Stage stage;

    @Start
    void start(Stage shown) {
        chart = CandleChart.withVolume();
        Scene scene = new Scene(new StackPane(chart.root()), 900, 500);
        Theme.DARK.applyTo(scene);
        stage = shown;
        stage.setScene(scene);
        stage.show();
        chart.show(CandleChart.Content.of("a", "AAA", "1h · UTC", bars(BARS), 100, ""));
    }

    /** Bars that rise by one a bar: the close of bar i is 101 + i. */
    private static ChartBars bars(int size) {
        long[] times = new long[size];
        double[] open = new double[size];
        double[] high = new double[size];
        double[] low = new double[size];
        double[] close = new double[size];
        double[] volume = new double[size];
        for (int i = 0; i < size; i++) {
            times[i] = i * 3_600_000L;
            open[i] = 100 + i;
            close[i] = 101 + i;
            high[i] = 102 + i;
            low[i] = 99 + i;
            volume[i] = 1000 + i;
        }
        return ChartBars.of(times, open, high, low, close, volume);
    }

    @BeforeEach
    void focusThePrices(FxRobot robot) throws Exception {
        robot.interact(() -> {
            stage.requestFocus();
            chart.price().requestFocus();
        });
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> chart.price().isFocused());
    }

    private List<String> legend(FxRobot robot) {
        return robot.lookup(".chart-legend-row .label").<Labeled>queryAll().stream()
                .map(Labeled::getText)
                .toList();
    }

    @Test
    void theLegendsOfAllPanesSpeakOfTheNewestBarAndThenOfTheOneUnderTheKeyboardsCrosshair(FxRobot robot) {
        assertThat(legend(robot)).contains("600.00", "1.5 k");

        robot.push(KeyCode.C);
        robot.push(KeyCode.LEFT);
        robot.push(KeyCode.LEFT);
        robot.push(KeyCode.LEFT);

        int bar = (int) chart.window().crosshairProperty().get();
        assertThat(bar).isLessThan(BARS - 1);
        assertThat(legend(robot)).contains((101 + bar) + ".00").doesNotContain("600.00");
        robot.push(KeyCode.C);
        assertThat(legend(robot)).contains("600.00");
    }

    @Test
    void keysPanZoomAndResetTheWindow(FxRobot robot) {
        TimeWindow.Range home = chart.window().rangeProperty().get();

        robot.push(KeyCode.LEFT);
        robot.push(KeyCode.UP);
        TimeWindow.Range moved = chart.window().rangeProperty().get();
        assertThat(moved.to()).isLessThan(home.to());
        assertThat(moved.span()).isLessThan(home.span());
        robot.push(KeyCode.A);
        assertThat(chart.window().rangeProperty().get().from()).isEqualTo(-0.5);

        robot.push(KeyCode.R);
        assertThat(chart.window().rangeProperty().get()).isEqualTo(home);
    }

    @Test
    void thePlotsOfStackedPanesShareTheirEdges(FxRobot robot) {
        List<Node> plots = List.copyOf(robot.lookup(".chart-pane").queryAll());
        assertThat(plots).hasSize(2);
        ChartPane prices = (ChartPane) plots.getFirst();
        ChartPane volume = (ChartPane) plots.getLast();

        Point2D left = prices.localToScene(prices.plotOrigin());
        Point2D below = volume.localToScene(volume.plotOrigin());

        assertThat(below.getX()).isCloseTo(left.getX(), within(0.5));
        assertThat(volume.plot().width()).isCloseTo(prices.plot().width(), within(0.5));
        for (int bar : new int[] {420, 450, 499}) {
            assertThat(volume.plot().x(bar)).isCloseTo(prices.plot().x(bar), within(0.5));
        }
    }

    @Test
    void noWickIsCutAtTheEdgesOfThePlot() {
        TimeWindow.Range range = chart.window().rangeProperty().get();
        Plot plot = chart.price().plot();

        for (int bar = (int) Math.ceil(range.from()); bar < BARS; bar++) {
            assertThat(plot.y(102 + bar)).isBetween(0.0, plot.height());
            assertThat(plot.y(99 + bar)).isBetween(0.0, plot.height());
        }
    }

    @Test
    void moreBarsOfTheSameSeriesKeepTheWindowAtTheEnd(FxRobot robot) {
        double before = chart.window().rangeProperty().get().to();

        robot.interact(() -> chart.show(CandleChart.Content.of("a", "AAA", "1h · UTC", bars(BARS + 5), 100, "")));
        assertThat(chart.window().rangeProperty().get().to()).isEqualTo(before + 5);
        robot.interact(() -> chart.show(CandleChart.Content.of("b", "BBB", "1h · UTC", bars(50), 20, "")));

        assertThat(chart.window().rangeProperty().get().span()).isEqualTo(20);
        assertThat(legend(robot)).contains("BBB", "150.00");
    }
}
