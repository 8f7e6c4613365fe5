package io.quantloom.ui.experiments;

import io.quantloom.ui.theme.Tokens;
import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The runs chosen for comparison. Each of the first eight has a color of its own and keeps it until it is taken out; the
 * others are gray. Shared by all regions of the screen, so that a run looks the same everywhere.
 */
public final class RunSelection {

    /** Colors there are; a run beyond them has {@link #GRAY}. */
    public static final int COLORS = 8;

    /** Color of a run that got none. */
    public static final int GRAY = -1;

    /**
     * A chosen run. Immutable.
     *
     * @param id its identifier
     * @param name for people
     * @param color 0 to 7, or {@link #GRAY}
     */
    public record Chosen(String id, String name, int color) {}

    private final ObservableList<Chosen> chosen = FXCollections.observableArrayList();
    private final ObservableList<Chosen> readOnly = FXCollections.unmodifiableObservableList(chosen);

    /** {@return the chosen runs, in the order they were chosen} */
    public ObservableList<Chosen> runs() {
        return readOnly;
    }

    /** {@return whether the run is chosen} */
    public boolean contains(String id) {
        return chosen.stream().anyMatch(run -> run.id().equals(id));
    }

    /** {@return the color of a chosen run; {@link #GRAY} for any other} */
    public int color(String id) {
        return chosen.stream()
                .filter(run -> run.id().equals(id))
                .mapToInt(Chosen::color)
                .findFirst()
                .orElse(GRAY);
    }

    /** Returns the name of a color in style sheets and tokens: {@code s1} to {@code s8}, {@code faint} for gray. */
    public static String token(int color) {
        return color == GRAY ? "faint" : Tokens.series(color);
    }

    /** Chooses the run with the first free color; nothing happens when it is chosen already. */
    public void add(String id, String name) {
        if (!contains(id)) {
            chosen.add(new Chosen(id, name, freeColor()));
        }
    }

    /** Takes the run out; its color becomes free. */
    public void remove(String id) {
        chosen.removeIf(run -> run.id().equals(id));
    }

    /** Chooses the run, or takes it out. */
    public void toggle(String id, String name) {
        if (contains(id)) {
            remove(id);
        } else {
            add(id, name);
        }
    }

    /** Takes all out. */
    public void clear() {
        chosen.clear();
    }

    /** Chooses these runs and no others, with colors in their order. */
    public void set(List<RunRow> rows) {
        chosen.setAll(IntStream.range(0, rows.size())
                .mapToObj(i -> new Chosen(rows.get(i).id(), rows.get(i).name(), i < COLORS ? i : GRAY))
                .toList());
    }

    private int freeColor() {
        return IntStream.range(0, COLORS)
                .filter(color -> chosen.stream().noneMatch(run -> run.color() == color))
                .findFirst()
                .orElse(GRAY);
    }
}
