package io.quantloom.engine.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;

/** Which known names look most like an unknown one. */
public final class Nearest {

    private static final int TOLD = 3;

    private Nearest() {}

    /** Returns the few most alike by V. I. Levenshtein's distance (1965), in words. */
    public static String of(String unknown, Collection<String> known) {
        return known.stream()
                .sorted(Comparator.comparingInt(name -> distance(unknown, name)))
                .limit(TOLD)
                .collect(Collectors.joining(", "));
    }

    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
