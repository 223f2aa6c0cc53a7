package org.airwarden.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.airwarden.asterix.Definition;
import org.airwarden.asterix.Item;
import org.airwarden.asterix.RecordView;

/** Whether records of an edition have one of some items. Immutable; any thread. */
final class ItemTest {
    private final List<Item> items = new ArrayList<>();
    private final boolean all;

    /** An item that the edition lacks is in none of its records. */
    ItemTest(Definition definition, Set<String> paths) {
        all = paths.isEmpty();
        for (String path : paths) {
            Item item = definition.itemOrNull(path);
            if (item != null) {
                items.add(item);
            }
        }
    }

    boolean passes(RecordView record) {
        if (all) {
            return true;
        }
        for (Item item : items) {
            if (record.has(item)) {
                return true;
            }
        }
        return false;
    }
}
