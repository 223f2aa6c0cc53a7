package org.airwarden.asterix;

import org.airwarden.asterix.Shape.Compound;

/**
 * What stands inside an explicit item: one edition of a category's Reserved Expansion field (RE),
 * or what a user's systems put into the Special Purpose field (SP). A definition file of its own
 * tells it:
 *
 * <pre>{@code
 * category 048 expansion SP edition 1.0 "our own remarks"
 *
 * presence 1 octet {
 *   QUALITY fixed A 4, B 4
 *   NOTE "free text" repeat 8 ascii
 * }
 * }</pre>
 *
 * Bundled ones come from {@link Definitions#expansion}, others from {@link
 * Definitions#parseExpansion}; {@link Definition#with(Expansion)} puts one into an edition of the
 * category. Its subitems are then items like others, {@code SP/QUALITY}. Immutable.
 *
 * @param category the category, 0 to 255
 * @param item the item it stands in, {@code RE} or {@code SP}
 * @param edition the edition of the expansion, which is not that of the category
 * @param title a few words of our own, or ""
 * @param content the subitems
 */
public record Expansion(int category, String item, String edition, String title, Compound content) {
    @Override
    public String toString() {
        return "CAT" + Integer.toString(1000 + category).substring(1) + " " + item + " " + edition;
    }
}
