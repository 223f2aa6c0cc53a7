package org.airwarden.feeds;

import org.airwarden.asterix.Definition;
import org.airwarden.asterix.RecordView;

/**
 * The Mode 3/A code and the flight level of a record, with the flags that say whether they may be
 * believed: V (not validated) and G (garbled). Immutable; any thread.
 */
final class CodeItems {
    private final Handle mode3A;
    private final Handle mode3AInvalid;
    private final Handle mode3AGarbled;
    private final Handle level;
    private final Handle levelInvalid;
    private final Handle levelGarbled;

    /**
     * Finds the fields.
     *
     * @param mode3AItem path of the Mode 3/A item
     * @param levelItem path of the flight level's item
     */
    CodeItems(Definition definition, String mode3AItem, String levelItem) {
        mode3A = Handle.of(definition, mode3AItem + "/MODE3A");
        mode3AInvalid = Handle.of(definition, mode3AItem + "/V");
        mode3AGarbled = Handle.of(definition, mode3AItem + "/G");
        level = Handle.of(definition, levelItem + "/FL", levelItem);
        levelInvalid = Handle.of(definition, levelItem + "/V");
        levelGarbled = Handle.of(definition, levelItem + "/G");
    }

    /** Returns the code (12 bits), or -1 where there is none to be believed. */
    int mode3A(RecordView record) {
        return mode3AInvalid.isSet(record) || mode3AGarbled.isSet(record)
                ? -1
                : mode3A.code(record);
    }

    /** Returns the pressure height (m), or NaN where there is none to be believed. */
    double height(RecordView record) {
        return levelInvalid.isSet(record) || levelGarbled.isSet(record)
                ? Double.NaN
                : level.value(record);
    }
}
