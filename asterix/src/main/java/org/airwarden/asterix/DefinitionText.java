package org.airwarden.asterix;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.airwarden.asterix.DefinitionLexer.Token;
import org.jspecify.annotations.Nullable;

/**
 * What a definition file says, with nothing resolved.
 *
 * @param like the edition this one is described by its differences to, or null
 * @param items in the file's order
 * @param dropped names of items that {@code like} has and this edition has not
 * @param profiles empty where {@code like}'s hold
 * @param required names of items that no record may lack; null where {@code like}'s hold
 * @param places where the pieces stand in the file, by identity
 */
record DefinitionText(
        int category,
        String edition,
        @Nullable Entry like,
        String title,
        Map<String, Shape.Named> items,
        List<Entry> dropped,
        List<Profile> profiles,
        @Nullable List<Entry> required,
        IdentityHashMap<Object, Token> places) {

    /** Stands in a profile for a place without item. */
    static final String UNUSED = "-";

    /** Stands in a profile for a sequence of items in any order, each led by its number. */
    static final String RANDOM = "random";

    /**
     * The order of items in a record (User Application Profile).
     *
     * @param selector path of the field that chooses this profile, or null
     * @param value the value it then has
     */
    record Profile(@Nullable String selector, long value, List<Entry> entries) {}

    /** The name of an item, as an object of its own that has a place in the file. */
    @SuppressWarnings("ClassCanBeRecord") // two equal names are two entries
    static final class Entry {
        private final String name;

        Entry(String name) {
            this.name = name;
        }

        String name() {
            return name;
        }
    }
}
