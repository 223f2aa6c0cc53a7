package org.airwarden.asterix;

import java.util.HexFormat;

/**
 * Something in a record that reads well and still is not as its definition says; {@link Validator}
 * tells it.
 *
 * @param rule the rule that was broken
 * @param path the field ({@code 040/RHO}) or item to blame
 * @param element which element of an item that repeats, from 0; 0 for others
 * @param at the first octet of the field or item in the array the record stands in; the record's
 *     first octet where the item is missing
 * @param detail what was found, in words
 * @param bytes the item's content, or the element's; empty where the item is missing
 */
@SuppressWarnings("ArrayRecordComponent") // a copy of its own, and findings are not compared
public record Finding(Rule rule, String path, int element, int at, String detail, byte[] bytes) {

    /** What can be wrong with a record that can be read. */
    public enum Rule {
        /** An item that every record of the category has is not there. */
        REQUIRED("every record has this item"),
        /** A value lies outside the range the definition gives. */
        RANGE("the value lies in its range"),
        /** The definition names the raw values of the field, and not this one. */
        UNNAMED("the raw value has a meaning"),
        /** A bit is set that the definition leaves unused. */
        SPARE("unused bits are zero"),
        /** Extents follow that the definition does not know. */
        EXTENT("no extents follow the last one"),
        /** The contents of an explicit item do not read to their end. */
        CONTENT("the contents of an explicit item end where the item ends");

        private final String words;

        Rule(String words) {
            this.words = words;
        }

        /** The rule in words. */
        public String words() {
            return words;
        }
    }

    @Override
    public String toString() {
        String which = element == 0 ? "" : "[" + element + "]";
        return path
                + which
                + " at "
                + at
                + ": "
                + rule.words()
                + ", but "
                + detail
                + "; "
                + HexFormat.of().formatHex(bytes);
    }
}
