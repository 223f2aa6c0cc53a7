package org.airwarden.asterix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.airwarden.asterix.Shape.Alternative;
import org.airwarden.asterix.Shape.Named;
import org.airwarden.asterix.Shape.Part;
import org.jspecify.annotations.Nullable;

/**
 * One edition of one category: its items, their fields, and the order of items in a record. Comes
 * from {@link Definitions}. Immutable and safe to share.
 */
public final class Definition {
    /** One order of items; null where a presence bit has no meaning. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, read in the innermost loop
    record Profile(@Nullable Item[] items, int randomIndex, long selectorValue) {}

    private final int category;
    private final String edition;
    private final String title;
    private final Map<String, Named> source;
    private final List<DefinitionText.Profile> profileSource;
    private final List<Item> items;
    private final List<Item> all = new ArrayList<>();
    private final Map<String, Item> itemsByPath = new LinkedHashMap<>();
    private final Map<String, Field> fieldsByPath = new LinkedHashMap<>();
    private final Profile[] profiles;

    /** The field that chooses among the profiles, or null where there is one only. */
    final @Nullable Field selector;

    Definition(
            int category,
            String edition,
            String title,
            Map<String, Named> source,
            List<DefinitionText.Profile> profileSource) {
        this.category = category;
        this.edition = edition;
        this.title = title;
        this.source = Collections.unmodifiableMap(new LinkedHashMap<>(source));
        this.profileSource = List.copyOf(profileSource);
        List<Item> built = new ArrayList<>();
        for (Named named : source.values()) {
            built.add(build(named, null));
        }
        items = List.copyOf(built);
        Map<String, Item> top = new HashMap<>();
        for (Item item : items) {
            top.put(item.name(), item);
        }
        profiles = new Profile[profileSource.size()];
        for (int i = 0; i < profiles.length; i++) {
            profiles[i] = profile(profileSource.get(i), top);
        }
        String selectorPath = profileSource.getFirst().selector();
        selector = selectorPath == null ? null : field(selectorPath);
    }

    private Profile profile(DefinitionText.Profile text, Map<String, Item> top) {
        List<String> entries = text.entries();
        @Nullable Item[] order = new @Nullable Item[entries.size()];
        int random = -1;
        for (int i = 0; i < order.length; i++) {
            String entry = entries.get(i);
            if (entry.equals(DefinitionText.RANDOM)) {
                random = i;
            } else if (!entry.equals(DefinitionText.UNUSED)) {
                Item item = top.get(entry);
                if (item == null) {
                    throw new IllegalArgumentException(
                            this + ": the profile names item " + entry + ", which is not defined");
                }
                order[i] = item;
            }
        }
        return new Profile(order, random, text.value());
    }

    private Item build(Named named, @Nullable Item parent) {
        Item item = new Item(this, named, parent, all.size());
        all.add(item);
        if (itemsByPath.put(item.path(), item) != null) {
            throw new IllegalArgumentException(this + ": two items are named " + item.path());
        }
        switch (named.shape()) {
            case Shape.Fixed fixed -> layOut(item, fixed.parts());
            case Shape.Chained chained -> layOut(item, chained.parts());
            case Shape.Extended extended -> layOut(item, extended.parts());
            case Shape.Repeated repeated -> {
                item.countOctets = repeated.countOctets();
                layOut(item, repeated.parts());
            }
            case Shape.Compound compound -> {
                @Nullable Item[] children = new @Nullable Item[compound.slots().size()];
                for (int i = 0; i < children.length; i++) {
                    Named child = compound.slots().get(i).named();
                    children[i] = child == null ? null : build(child, item);
                }
                item.children = children;
            }
            case Shape.Explicit _ -> item.complete(List.of());
        }
        return item;
    }

    private void layOut(Item item, List<Part> parts) {
        List<Field> fields = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        List<Integer> spares = new ArrayList<>();
        int bit = 0;
        boolean open = false;
        for (Part part : parts) {
            open = false;
            switch (part) {
                case Shape.Spare spare -> {
                    for (int i = 0; i < spare.bits(); i++) {
                        spares.add(bit + i);
                    }
                }
                case Shape.More _ -> {
                    open = true;
                    if ((bit + 1) % 8 != 0) {
                        throw new IllegalArgumentException(
                                item + ": an extension bit must end an octet, not bit " + bit);
                    }
                    ends.add((bit + 1) / 8);
                }
                case Shape.Value value ->
                        fields.add(
                                new Field(
                                        item,
                                        value.name(),
                                        value.content(),
                                        bit,
                                        value.bits(),
                                        null,
                                        0));
                case Shape.Choice choice -> {
                    for (Alternative alternative : choice.alternatives()) {
                        fields.add(alternative(item, alternative, bit, fields));
                    }
                }
            }
            bit += DefinitionParser.bits(part);
        }
        if (bit % 8 != 0) {
            throw new IllegalArgumentException(item + ": " + bit + " bits are no whole octets");
        }
        if (item.kind == Item.CHAINED && !(open && ends.size() == 1)) {
            throw new IllegalArgumentException(item + ": a chain's element ends in its only fx");
        }
        if (item.kind == Item.EXTENDED && !open) {
            ends.add(bit / 8);
        }
        item.octets = bit / 8;
        item.openEnd = open;
        item.extentEnds = ends.stream().mapToInt(Integer::intValue).toArray();
        item.spareMask = new byte[bit / 8];
        for (int spare : spares) {
            item.spareMask[spare >> 3] |= (byte) (0x80 >> (spare & 7));
        }
        for (Field field : fields) {
            if (fieldsByPath.put(field.path(), field) != null) {
                throw new IllegalArgumentException(this + ": two fields are " + field.path());
            }
        }
        item.complete(fields);
    }

    private static Field alternative(
            Item item, Alternative alternative, int bit, List<Field> before) {
        for (Field field : before) {
            if (field.name().equals(alternative.selector())) {
                return new Field(
                        item,
                        alternative.field().name(),
                        alternative.field().content(),
                        bit,
                        alternative.field().bits(),
                        field,
                        alternative.value());
            }
        }
        throw new IllegalArgumentException(
                item + ": no field " + alternative.selector() + " stands before the choice");
    }

    /** The category, 0 to 255. */
    public int category() {
        return category;
    }

    /** The edition as printed on the standard: {@code 1.32}. */
    public String edition() {
        return edition;
    }

    /** A few words on the category. */
    public String title() {
        return title;
    }

    /** The items in the order of the definition file (by number). */
    public List<Item> items() {
        return items;
    }

    /** All fields by path, in the order of the definition file. */
    public Map<String, Field> fields() {
        return Collections.unmodifiableMap(fieldsByPath);
    }

    /**
     * The field with this path, such as {@code 040/RHO}, {@code 140} or {@code 380/ADR}.
     *
     * @throws IllegalArgumentException when this edition has no such field
     */
    public Field field(String path) {
        Field field = fieldsByPath.get(path);
        if (field == null) {
            throw new IllegalArgumentException(
                    this + " has no field " + path + "; it has " + fieldsByPath.keySet());
        }
        return field;
    }

    /** The field with this path, or null: for what some editions have and others lack. */
    public @Nullable Field fieldOrNull(String path) {
        return fieldsByPath.get(path);
    }

    /**
     * The item or subitem with this path, such as {@code 250} or {@code 380/TID}.
     *
     * @throws IllegalArgumentException when this edition has no such item
     */
    public Item item(String path) {
        Item item = itemsByPath.get(path);
        if (item == null) {
            throw new IllegalArgumentException(
                    this + " has no item " + path + "; it has " + itemsByPath.keySet());
        }
        return item;
    }

    /** The item or subitem with this path, or null. */
    public @Nullable Item itemOrNull(String path) {
        return itemsByPath.get(path);
    }

    /** All items and subitems, each at the index {@link Item#slot}. */
    List<Item> allItems() {
        return all;
    }

    int slots() {
        return all.size();
    }

    /** The profile that holds until the selector has been read. */
    Profile firstProfile() {
        return profiles[0];
    }

    /** The profile for a value of the selector; the first one where none is defined for it. */
    Profile profile(long value) {
        for (Profile profile : profiles) {
            if (profile.selectorValue() == value) {
                return profile;
            }
        }
        return profiles[0];
    }

    Map<String, Named> source() {
        return source;
    }

    List<DefinitionText.Profile> profileSource() {
        return profileSource;
    }

    @Override
    public String toString() {
        return "CAT" + Integer.toString(1000 + category).substring(1) + " " + edition;
    }
}
