package dev.millstream.configuration;

import java.util.Collection;
import java.util.Optional;

/** Finds what somebody may have meant to type. */
public final class NearestText {
    private NearestText() {}

    /**
     * The known text with the smallest edit distance (Levenshtein), if it is near enough to be
     * worth mentioning: at most a third of the text's length, and at least 2, is changed. The first
     * one wins a tie.
     */
    public static Optional<String> to(String text, Collection<String> known) {
        int best = Math.max(2, text.length() / 3) + 1;
        String nearest = null;
        for (String candidate : known) {
            int distance = distance(text, candidate);
            if (distance < best) {
                best = distance;
                nearest = candidate;
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            row[column] = column;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[to.length()];
    }
}
