package org.airwarden.feeds;

import java.util.List;
import java.util.Locale;

/** A recording cannot be read as asked: what is wrong, and what to do instead. */
public sealed class RecordingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RecordingException(String problem, String remedy) {
        super(problem + "; " + remedy);
    }

    /** Several editions of a category fit the bytes and read them differently. */
    public static final class AmbiguousEdition extends RecordingException {
        private static final long serialVersionUID = 1;

        /** The category. */
        private final int category;

        /** The editions that fit. */
        private final String[] editions;

        AmbiguousEdition(String file, int category, List<String> editions) {
            super(
                    String.format(
                            Locale.ROOT,
                            "%s: CAT%03d reads without fault in editions %s, with different"
                                    + " meaning",
                            file,
                            category,
                            String.join(", ", editions)),
                    String.format(
                            Locale.ROOT,
                            "choose one, as in --edition %03d=%s",
                            category,
                            editions.getFirst()));
            this.category = category;
            this.editions = editions.toArray(new String[0]);
        }

        /** Returns the category. */
        public int category() {
            return category;
        }

        /** Returns the editions that fit, the best first. */
        public List<String> editions() {
            return List.of(editions);
        }
    }
}
