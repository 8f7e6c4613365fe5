package io.quantloom.engine.model.svm;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The kernel rows asked for last, in bounded memory; the one not asked for longest goes first. What it holds cannot be told
 * from what would be computed anew, so its size moves no bit of a model. Used by one thread.
 */
final class KernelRowCache {

    private static final int NOBODY = -1;

    private final KernelPoints points;
    private final long mostFloats;
    private final float[] @Nullable [] rows;
    /** Rings of the rows held, through the last place, which stands for their end. */
    private final int[] newer;

    private final int[] older;
    private final int end;
    private long held;

    /** Takes the points, which must shrink with {@link #keep} alone from here on. */
    KernelRowCache(KernelPoints points, long mostFloats) {
        this.points = points;
        this.mostFloats = mostFloats;
        this.end = points.size();
        this.rows = new float[end][];
        this.newer = new int[end + 1];
        this.older = new int[end + 1];
        clear();
    }

    private void clear() {
        Arrays.fill(newer, NOBODY);
        newer[end] = end;
        older[end] = end;
    }

    /** {@return the kernel of point {@code i} with all; stands until two others were asked for} */
    float[] row(int i) {
        float[] row = rows[i];
        if (row == null) {
            row = space();
            points.row(points, i, row);
            rows[i] = row;
        } else {
            newer[older[i]] = newer[i];
            older[newer[i]] = older[i];
        }
        link(i);
        return row;
    }

    private void link(int i) {
        older[i] = older[end];
        newer[i] = end;
        newer[older[end]] = i;
        older[end] = i;
    }

    /** An array that holds a row: a new one, or that of the oldest row when the memory is used up. */
    private float[] space() {
        int size = points.size();
        while (held + size > mostFloats && newer[end] != end && newer[newer[end]] != end) {
            int oldest = newer[end];
            newer[end] = newer[oldest];
            older[newer[oldest]] = end;
            float[] freed = rows[oldest];
            rows[oldest] = null;
            if (freed != null && freed.length < 2 * size) {
                return freed;
            }
            held -= freed == null ? 0 : freed.length;
        }
        held += size;
        return new float[size];
    }

    /** Keeps the points of the first {@code count} numbers, which rise, here and in the rows. */
    void keep(int[] numbers, int count) {
        int[] place = new int[end];
        Arrays.fill(place, NOBODY);
        for (int i = 0; i < count; i++) {
            place[numbers[i]] = i;
        }
        int[] byAge = byAge();
        float[] @Nullable [] kept = new float[end][];
        clear();
        held = 0;
        for (int old : byAge) {
            float[] row = rows[old];
            if (place[old] != NOBODY && row != null) {
                for (int i = 0; i < count; i++) {
                    row[i] = row[numbers[i]];
                }
                kept[place[old]] = row;
                held += row.length;
                link(place[old]);
            }
        }
        System.arraycopy(kept, 0, rows, 0, end);
        points.keep(numbers, count);
    }

    private int[] byAge() {
        int[] byAge = new int[end];
        int count = 0;
        for (int i = newer[end]; i != end; i = newer[i]) {
            byAge[count++] = i;
        }
        return Arrays.copyOf(byAge, count);
    }
}
