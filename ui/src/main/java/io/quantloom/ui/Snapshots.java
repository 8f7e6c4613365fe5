package io.quantloom.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.animation.PauseTransition;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.util.Duration;
import javax.imageio.ImageIO;

/** Pictures of a shown scene. */
final class Snapshots {

    /** Layout, ChartFx's draw and the overlay need a few pulses. */
    static final Duration SETTLE = Duration.millis(500);

    private Snapshots() {}

    static void write(Scene scene, Path file, Duration settle, Runnable done) {
        PauseTransition pause = new PauseTransition(settle);
        pause.setOnFinished(_ -> {
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file.toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            done.run();
        });
        pause.play();
    }
}
