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
    record Profile(@Nullable Item[] items, int[] codes, int randomIndex, long selectorValue) {}

    private final int category;
    private final String edition;
    private final String title;
    private final Map<String, Named> source;
    private final List<DefinitionText.Profile> profileSource;
    private final List<Item> items;

    /** The same, for loops that count. */
    final Item[] itemArray;

    private final List<Item> all = new ArrayList<>();
    private final Map<String, Item> itemsByPath = new LinkedHashMap<>();
    private final Map<String, Field> fieldsByPath = new LinkedHashMap<>();

    /** What each field was read from, while this is built. */
    private final Map<Field, Part> pieces = new HashMap<>();

    private final Profile[] profiles;
    private final List<Item> required;
    private final List<DefinitionText.Entry> requiredSource;

    /** Slots from here on belong to items inside explicit ones. */
    private final int outerSlots;

    /** The octets of each fixed item, by slot; 0 for all others. */
    final int[] fixedSizes;

    /** The field that chooses among the profiles, or null where there is one only. */
    final @Nullable Field selector;

    Definition(
            int category,
            String edition,
            String title,
            Map<String, Named> source,
            List<DefinitionText.Profile> profileSource,
            List<DefinitionText.Entry> requiredSource) {
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
        itemArray = built.toArray(new Item[0]);
        outerSlots = all.size();
        for (Item item : items) {
            if (item.shape() instanceof Shape.Explicit explicit && explicit.expansion() != null) {
                expand(item, explicit.expansion().content());
            }
        }
        Map<String, Item> top = new HashMap<>();
        for (Item item : items) {
            top.put(item.name(), item);
        }
        profiles = new Profile[profileSource.size()];
        for (int i = 0; i < profiles.length; i++) {
            profiles[i] = profile(profileSource.get(i), top);
        }
        String selectorPath = profileSource.getFirst().selector();
        selector = selectorPath == null ? null : fieldsByPath.get(selectorPath);
        if (selectorPath != null && selector == null) {
            throw new LayoutException(
                    profileSource.getFirst(),
                    this + ": no field " + selectorPath + " that could choose a profile");
        }
        fixedSizes = new int[all.size()];
        for (Item item : all) {
            fixedSizes[item.slot] = item.kind == Item.FIXED ? item.octets : 0;
        }
        this.requiredSource = List.copyOf(requiredSource);
        required = requiredSource.stream().map(entry -> required(entry, top)).toList();
        pieces.clear();
    }

    private Item required(DefinitionText.Entry entry, Map<String, Item> top) {
        Item item = top.get(entry.name());
        if (item == null) {
            throw new LayoutException(entry, this + " has no item " + entry.name() + " to require");
        }
        return item;
    }

    /** This definition with other contents of its explicit item. */
    private static Map<String, Named> expanded(Definition definition, Expansion expansion) {
        Named named = definition.source.get(expansion.item());
        if (expansion.category() != definition.category
                || named == null
                || !(named.shape() instanceof Shape.Explicit)) {
            throw new IllegalArgumentException(
                    definition + " has no explicit item that could hold " + expansion);
        }
        Map<String, Named> changed = new LinkedHashMap<>(definition.source);
        changed.put(
                named.name(),
                new Named(named.name(), named.title(), new Shape.Explicit(expansion)));
        return changed;
    }

    /**
     * This edition with other contents of an explicit item: another edition of its Reserved
     * Expansion field, or a user's Special Purpose field.
     *
     * <pre>{@code
     * Expansion ours = Definitions.parseExpansion("ours.def", Files.readString(file));
     * Definition radar = Definitions.newest(48).with(ours);
     * Field quality = radar.field("SP/QUALITY/A");
     * Editions editions = Editions.newest().with(radar);
     * }</pre>
     *
     * @return a definition with handles of its own
     * @throws IllegalArgumentException when the expansion is of another category, or this edition
     *     has no such explicit item
     */
    public Definition with(Expansion expansion) {
        return new Definition(
                category, edition, title, expanded(this, expansion), profileSource, requiredSource);
    }

    private Profile profile(DefinitionText.Profile text, Map<String, Item> top) {
        List<DefinitionText.Entry> entries = text.entries();
        @Nullable Item[] order = new @Nullable Item[entries.size()];
        int random = -1;
        for (int i = 0; i < order.length; i++) {
            String entry = entries.get(i).name();
            if (entry.equals(DefinitionText.RANDOM)) {
                random = i;
            } else if (!entry.equals(DefinitionText.UNUSED)) {
                Item item = top.get(entry);
                if (item == null) {
                    throw new LayoutException(
                            entries.get(i),
                            this + ": the profile names item " + entry + ", which is not defined");
                }
                order[i] = item;
            }
        }
        String path = profileSource.getFirst().selector();
        Field chooses = path == null ? null : fieldsByPath.get(path);
        int[] codes = Item.codes(order, chooses == null ? null : chooses.item());
        return new Profile(order, codes, random, text.value());
    }

    private Item build(Named named, @Nullable Item parent) {
        Item item = new Item(this, named, parent, all.size());
        all.add(item);
        if (itemsByPath.put(item.path(), item) != null) {
            throw new LayoutException(named, this + ": two items are named " + item.path());
        }
        // No switches over patterns in here: the first call of each costs a short run milliseconds.
        Shape shape = named.shape();
        if (shape instanceof Shape.Fixed fixed) {
            layOut(item, named, fixed.parts());
        } else if (shape instanceof Shape.Chained chained) {
            layOut(item, named, chained.parts());
        } else if (shape instanceof Shape.Extended extended) {
            layOut(item, named, extended.parts());
        } else if (shape instanceof Shape.Repeated repeated) {
            item.countOctets = repeated.countOctets();
            layOut(item, named, repeated.parts());
        } else if (shape instanceof Shape.Compound compound) {
            subitems(item, compound);
        } else {
            item.complete(List.of());
        }
        return item;
    }

    private void subitems(Item item, Shape.Compound compound) {
        @Nullable Item[] children = new @Nullable Item[compound.slots().size()];
        for (int i = 0; i < children.length; i++) {
            Named child = compound.slots().get(i).named();
            children[i] = child == null ? null : build(child, item);
        }
        item.children = children;
        item.childCodes = Item.codes(children, null);
        item.presenceOctets = compound.presenceOctets();
    }

    private void expand(Item item, Shape.Compound content) {
        item.firstInside = all.size();
        subitems(item, content);
        item.lastInside = all.size();
        item.expanded = true;
    }

    private void layOut(Item item, Named named, List<Part> parts) {
        List<Field> fields = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        List<Integer> spares = new ArrayList<>();
        int bit = 0;
        boolean open = false;
        for (Part part : parts) {
            open = false;
            if (part instanceof Shape.Spare spare) {
                for (int i = 0; i < spare.bits(); i++) {
                    spares.add(bit + i);
                }
            } else if (part instanceof Shape.More) {
                open = true;
                if ((bit + 1) % 8 != 0) {
                    throw new LayoutException(
                            part, item + ": an extension bit must end an octet, not bit " + bit);
                }
                ends.add((bit + 1) / 8);
            } else if (part instanceof Shape.Value value) {
                fields.add(field(item, part, value, bit, null, 0));
            } else if (part instanceof Shape.Choice choice) {
                for (Alternative alternative : choice.alternatives()) {
                    fields.add(alternative(item, alternative, bit, fields));
                }
            }
            bit += part.bits();
        }
        if (bit % 8 != 0) {
            throw new LayoutException(named, item + ": " + bit + " bits are no whole octets");
        }
        if (item.kind == Item.CHAINED && !(open && ends.size() == 1)) {
            throw new LayoutException(named, item + ": a chain's element ends in its only fx");
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
                throw new LayoutException(
                        pieces.get(field), this + ": two fields are " + field.path());
            }
        }
        registers(item, parts, fields);
        item.complete(fields);
    }

    private Field alternative(Item item, Alternative alternative, int bit, List<Field> before) {
        Field selector = named(before, alternative.selector());
        if (selector == null) {
            throw new LayoutException(
                    alternative,
                    item + ": no field " + alternative.selector() + " stands before the choice");
        }
        return field(
                item,
                alternative.field(),
                alternative.field(),
                bit + alternative.skip(),
                selector,
                alternative.value());
    }

    private Field field(
            Item item,
            Part part,
            Shape.Value value,
            int bit,
            @Nullable Field selector,
            long selectorValue) {
        if (((bit + value.bits() + 7) >> 3) - (bit >> 3) > 8) {
            throw new LayoutException(
                    part, item + "/" + value.name() + " touches more than eight octets");
        }
        Field field =
                new Field(
                        item,
                        value.name(),
                        value.content(),
                        bit,
                        value.bits(),
                        selector,
                        selectorValue);
        pieces.put(field, part);
        return field;
    }

    /** Finds the fields that tell which register a field of the same item holds. */
    private static void registers(Item item, List<Part> parts, List<Field> fields) {
        for (Part part : parts) {
            if (!(part instanceof Shape.Value value) || value.register() == null) {
                continue;
            }
            Field field = named(fields, value.name());
            if (field == null) {
                continue;
            }
            item.holdsRegister = true;
            if (value.register() instanceof Shape.RegisterCode.Known known) {
                field.register = known.code();
            } else if (value.register() instanceof Shape.RegisterCode.Told told) {
                field.registerHigh = named(fields, told.high());
                field.registerLow = named(fields, told.low());
                if (field.registerHigh == null || field.registerLow == null) {
                    throw new LayoutException(
                            told,
                            item
                                    + " has no fields "
                                    + told.high()
                                    + " and "
                                    + told.low()
                                    + " to tell the register");
                }
            }
        }
    }

    private static @Nullable Field named(List<Field> fields, String name) {
        for (Field field : fields) {
            if (field.name().equals(name)) {
                return field;
            }
        }
        return null;
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

    /** The slots of all items that do not stand inside an explicit one come first. */
    int outerSlots() {
        return outerSlots;
    }

    /** The items that no record may lack, as far as the definition file states them. */
    public List<Item> required() {
        return required;
    }

    List<DefinitionText.Entry> requiredSource() {
        return requiredSource;
    }

    List<Profile> profiles() {
        return List.of(profiles);
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
        if (category < 0) {
            return title;
        }
        return "CAT" + Integer.toString(1000 + category).substring(1) + " " + edition;
    }
}
