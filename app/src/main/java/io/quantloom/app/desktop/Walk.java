package io.quantloom.app.desktop;

import io.quantloom.app.wiring.Application;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.ui.shell.Destination;
import io.quantloom.ui.shell.Page;
import io.quantloom.ui.theme.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;

/** Opens every page of the desktop in both themes and keeps a picture of each, with a display or without. */
public final class Walk {

    private static final Duration LONGEST_LOAD = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration SETTLED = Duration.ofMillis(300);
    private static final int FEWEST_COLORS = 16;

    private Walk() {}

    /**
     * A picture.
     *
     * @param page id of the page
     * @param theme {@code dark} or {@code light}
     * @param file PNG
     * @param colors number of different colours in it
     */
    public record Picture(String page, String theme, Path file, int colors) {}

    /** Prepares for a process without a display; to be called before anything starts the toolkit. */
    public static void withoutDisplay() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
    }

    /** Walks through the pages. CALCULATION_FAILED when a page stays blank. */
    public static Outcome<List<Picture>> run(Application application, long seed, Path folder, JobContext context) {
        List<Picture> pictures = new ArrayList<>();
        try (var window = new Window(application, seed)) {
            int count = Page.values().length * Theme.values().length;
            for (Theme theme : Theme.values()) {
                for (Page page : Page.values()) {
                    if (context.isCanceled()) {
                        return Outcome.canceled();
                    }
                    context.report(Progress.of("Screen " + page.id(), pictures.size(), count));
                    pictures.add(picture(window, page, theme, folder));
                }
            }
        }
        return pictures.stream()
                .filter(picture -> picture.colors() < FEWEST_COLORS)
                .findFirst()
                .<Outcome<List<Picture>>>map(blank -> Outcome.failed(Failure.of(
                        Failure.Reason.CALCULATION_FAILED,
                        "a page with something on it",
                        "a picture of " + blank.colors() + " colors",
                        blank.file().toString(),
                        "look at the picture and at the log of the workspace")))
                .orElseGet(() -> Outcome.success(pictures));
    }

    private static Picture picture(Window window, Page page, Theme theme, Path folder) {
        String name = theme.name().toLowerCase(Locale.ROOT);
        Path file = folder.resolve(page.id() + "-" + name + ".png");
        window.onWorkstation(workstation -> {
            workstation.theme(theme);
            workstation.open(Destination.of(page));
            return true;
        });
        awaitLoads(window);
        var written = new CompletableFuture<Boolean>();
        window.onWorkstation(workstation -> {
            workstation.snapshot(file, () -> written.complete(true));
            return true;
        });
        written.join();
        return new Picture(page.id(), name, file, colors(file));
    }

    /** Waits until the page has loaded: no work under way for a moment. */
    private static void awaitLoads(Window window) {
        long end = System.nanoTime() + LONGEST_LOAD.toNanos();
        long idleSince = System.nanoTime();
        while (System.nanoTime() < end && System.nanoTime() - idleSince < SETTLED.toNanos()) {
            LockSupport.parkNanos(LOOK.toNanos());
            if (!window.isIdle()) {
                idleSince = System.nanoTime();
            }
        }
    }

    private static int colors(Path file) {
        try {
            BufferedImage image = ImageIO.read(file.toFile());
            Set<Integer> seen = new HashSet<>();
            for (int y = 0; y < image.getHeight(); y += 2) {
                for (int x = 0; x < image.getWidth(); x += 2) {
                    seen.add(image.getRGB(x, y));
                }
            }
            return seen.size();
        } catch (IOException e) {
            throw new UncheckedIOException("a picture just written cannot be read: " + file, e);
        }
    }
}
