package io.quantloom.ui.chart;

import io.quantloom.ui.chart.layer.ChartBars;
import io.quantloom.ui.chart.layer.ChartLine;
import io.quantloom.ui.theme.Theme;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * How long a frame takes while a chart of a million bars is panned and zoomed. A program, not a test: run it by hand on a
 * quiet machine. Beside the frames stands the time that drawing takes of them on the JavaFX thread.
 */
public final class ChartBenchmark {

    private static final int BARS = 1_000_000;
    private static final int FRAMES = 90;

    private ChartBenchmark() {}

    /** Runs every case and prints a line for each. */
    public static void main(String[] arguments) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        long begin = System.nanoTime();
        ChartBars bars = bars();
        double[] closes = bars.lastCloses(BARS);
        ChartLine line = ChartLine.of("SMA", "s5", closes);
        System.out.printf("pyramids of %,d bars and a line: %.0f ms%n", BARS, millis(System.nanoTime() - begin));
        Platform.startup(() -> {
            CandleChart chart = CandleChart.withVolume();
            Scene scene = new Scene(new StackPane(chart.root()), 1180, 640);
            Theme.DARK.applyTo(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            chart.show(new CandleChart.Content("a", "A", "1m", bars, 200, "", List.of(line)));
            new Frames(chart.window(), done).start();
        });
        done.await();
        Platform.exit();
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }

    private static ChartBars bars() {
        SplittableRandom random = new SplittableRandom(1);
        long[] times = new long[BARS];
        double[][] columns = new double[5][BARS];
        double price = 100;
        for (int i = 0; i < BARS; i++) {
            double next = price * (1 + 0.002 * (random.nextDouble() - 0.4999));
            times[i] = i * 60_000L;
            columns[0][i] = price;
            columns[1][i] = Math.max(price, next) * 1.0005;
            columns[2][i] = Math.min(price, next) * 0.9995;
            columns[3][i] = next;
            columns[4][i] = random.nextDouble() * 100;
            price = next;
        }
        return ChartBars.of(times, columns[0], columns[1], columns[2], columns[3], columns[4]);
    }

    /** Moves the window in each frame, from a few bars up to all of them. */
    private static final class Frames extends AnimationTimer {
        private final TimeWindow window;
        private final CountDownLatch done;
        private final int[] spans = {200, 2_000, 20_000, 200_000, 1_000_000};
        private final double[] frames = new double[FRAMES];
        private int span;
        private int frame = -10;
        private long last;

        Frames(TimeWindow window, CountDownLatch done) {
            this.window = window;
            this.done = done;
        }

        @Override
        public void handle(long now) {
            if (frame >= 0 && frame < FRAMES) {
                frames[frame] = millis(now - last);
            }
            last = now;
            if (frame == -10) {
                window.showAll();
                window.zoom((double) spans[span] / BARS, 500_000);
            }
            window.pan(window.span() * (frame % 2 == 0 ? 0.02 : -0.015));
            window.zoom(frame % 2 == 0 ? 1.01 : 1 / 1.01, 500_000);
            frame++;
            if (frame == FRAMES) {
                Arrays.sort(frames);
                System.out.printf(
                        "%,9d bars in view: frame %.1f ms median, %.1f ms 95 %%%n",
                        spans[span], frames[FRAMES / 2], frames[FRAMES * 95 / 100]);
                frame = -10;
                span++;
                if (span == spans.length) {
                    stop();
                    done.countDown();
                }
            }
        }
    }
}
