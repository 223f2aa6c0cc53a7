package org.airwarden.asterix;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The items of an edition that a reader asks for, and a plan that finds them in a record and passes
 * over the others. Immutable; any thread.
 */
final class WantedItems {
    private final Definition definition;
    private final int[] slots;

    /** Null where the profile depends on the record: {@link RecordWalk#read} then reads it all. */
    private final @Nullable ItemPlan plan;

    WantedItems(Definition definition, Collection<Field> fields) {
        Set<Item> items = new HashSet<>();
        for (Field field : fields) {
            if (field.item().definition() != definition) {
                throw new IllegalArgumentException(field + " is wanted of " + definition);
            }
            items.add(field.item());
        }
        this.definition = definition;
        slots = items.stream().mapToInt(item -> item.slot).toArray();
        boolean one = definition.selector == null && items.stream().noneMatch(WantedItems::inside);
        plan = one ? ItemPlan.ofRecord(definition.firstProfile().items(), items) : null;
    }

    /** Whether it stands inside an explicit item, which no plan reads. */
    private static boolean inside(Item item) {
        for (Item outer = item.parent(); outer != null; outer = outer.parent()) {
            if (outer.kind == Item.EXPLICIT) {
                return true;
            }
        }
        return false;
    }

    Definition definition() {
        return definition;
    }

    /**
     * Returns where the record at {@code from} ends, or {@link ItemPlan#UNREAD} where it is not
     * whole or not simple; what was noted of its items is then worth nothing.
     *
     * @param starts of which the wanted items' slots are filled, -1 for absent ones
     * @param sizes of which the slots of the items that are there are filled
     */
    int end(byte[] data, int from, int to, int[] starts, int[] sizes) {
        if (plan == null) {
            return ItemPlan.UNREAD;
        }
        for (int slot : slots) {
            starts[slot] = -1;
        }
        int end = plan.end(data, from, to, starts, sizes);
        boolean simple = end >= 0 && end <= to && (data[from] & 0xFE) != 0;
        return simple ? end : ItemPlan.UNREAD;
    }
}
