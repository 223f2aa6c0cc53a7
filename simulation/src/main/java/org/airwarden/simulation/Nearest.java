package org.airwarden.simulation;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The word that somebody probably meant. */
final class Nearest {
    private Nearest() {}

    /** Returns "did you mean 'x'?", or what is known where nothing is near. */
    static String advice(String word, Collection<String> known) {
        String near = to(word, known);
        return near == null
                ? "known are " + String.join(", ", known)
                : "did you mean '" + near + "'?";
    }

    /**
     * Returns the word at the least edit distance (Levenshtein 1966), the first of equals, or null
     * where all are further than a third of their letters.
     */
    static @Nullable String to(String word, Collection<String> known) {
        String nearest = null;
        int least = Integer.MAX_VALUE;
        String lower = word.toLowerCase(Locale.ROOT);
        for (String other : known) {
            String candidate = other.toLowerCase(Locale.ROOT);
            int distance = distance(lower, candidate);
            if (candidate.startsWith(lower) && lower.length() >= 3) {
                distance = 1;
            }
            int allowed = Math.max(1, Math.max(word.length(), other.length()) / 3);
            if (distance < least && distance <= allowed) {
                least = distance;
                nearest = other;
            }
        }
        return nearest;
    }

    private static int distance(String a, String b) {
        if (a.length() > 100 || b.length() > 100) {
            return Integer.MAX_VALUE;
        }
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] now = new int[b.length() + 1];
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(changed, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return before[b.length()];
    }
}
