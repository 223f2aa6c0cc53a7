package org.airwarden.asterix;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item of a definition, or a subitem of a compound one: a handle by which {@link RecordView} and
 * {@link RecordWriter} find its octets. Immutable once its definition stands.
 */
public final class Item {
    static final int FIXED = 0;
    static final int EXTENDED = 1;
    static final int REPEATED = 2;
    static final int CHAINED = 3;
    static final int COMPOUND = 4;
    static final int EXPLICIT = 5;

    /** Where the octets stand in {@link #codes}. */
    static final int OCTETS = 0xFFFF;

    /** How far left of them the slot stands. */
    static final int SLOT = 16;

    private final Definition definition;
    private final String path;
    private final String name;
    private final String title;
    private final Shape shape;
    private final @Nullable Item parent;

    /** The index of this item among all items of its definition. */
    final int slot;

    /** One of the constants above, for the walker's switch. */
    final int kind;

    /** Octets of a fixed item or of one element. */
    int octets;

    /** Octets of the count before the elements. */
    int countOctets;

    /** Where each extent of an extended item ends, in octets from the item's start. */
    int[] extentEnds = {};

    /** Whether the last extent ends in an extension bit. */
    boolean openEnd = true;

    /** How the subitems are told: see {@link Shape.Compound}. */
    int presenceOctets = Shape.Compound.CHAINED;

    /** The code of the Mode S register that this item describes, or -2. */
    int register = -2;

    /** The one field that is the whole item, or null where the fields have names. */
    @Nullable Field sole;

    /** Whether one of the fields holds a Mode S register. */
    boolean holdsRegister;

    /** Whether this explicit item has contents that the definition knows. */
    boolean expanded;

    /** The slots of the items inside this explicit one: from here (inclusive)... */
    int firstInside;

    /** ...to here (exclusive). */
    int lastInside;

    /** The subitems by presence bit; null where none is defined. */
    @Nullable Item[] children = {};

    /** The same as numbers, see {@link #codes}. */
    int[] childCodes = {};

    /** Bits that must be zero, one mask an octet of the fixed item, element or extents. */
    byte[] spareMask = {};

    /** {@code "NAME":} as it stands in JSON. */
    final JsonName jsonName;

    /** More octets than an object of all fields takes in JSON. */
    int jsonRoom;

    private List<Field> fields = List.of();

    /** The fields as an array, for loops that count. */
    Field[] fieldArray = {};

    /** The fields as flat tables, or null where they are not simple enough. */
    @Nullable FieldTable table;

    Item(Definition definition, Shape.Named named, @Nullable Item parent, int slot) {
        this.definition = definition;
        this.name = named.name();
        this.title = named.title();
        this.jsonName = new JsonName(name);
        this.shape = named.shape();
        this.parent = parent;
        this.slot = slot;
        this.path = parent == null ? name : parent.path + "/" + name;
        this.kind = kind(named.shape());
    }

    /** Not a switch over patterns: the first call of each costs a short run milliseconds. */
    private static int kind(Shape shape) {
        if (shape instanceof Shape.Fixed) {
            return FIXED;
        }
        if (shape instanceof Shape.Extended) {
            return EXTENDED;
        }
        if (shape instanceof Shape.Repeated) {
            return REPEATED;
        }
        if (shape instanceof Shape.Chained) {
            return CHAINED;
        }
        return shape instanceof Shape.Compound ? COMPOUND : EXPLICIT;
    }

    /**
     * What the walk asks of most items, in a number each, so that it need not look at the items
     * themselves: of a fixed one the octets and, behind them, the slot; of others -1.
     *
     * @param besides an item to be looked at all the same, or null
     */
    static int[] codes(@Nullable Item[] items, @Nullable Item besides) {
        int[] codes = new int[items.length];
        for (int i = 0; i < codes.length; i++) {
            Item item = items[i];
            codes[i] =
                    item != null
                                    && item.kind == FIXED
                                    && item != besides
                                    && item.octets <= OCTETS
                                    && item.slot <= Short.MAX_VALUE
                            ? item.slot << SLOT | item.octets
                            : -1;
        }
        return codes;
    }

    void complete(List<Field> fields) {
        this.fields = List.copyOf(fields);
        this.fieldArray = fields.toArray(new Field[0]);
        this.table = FieldTable.of(fieldArray);
        this.sole = fields.size() == 1 && fields.getFirst().name().isEmpty() ? fieldArray[0] : null;
        this.jsonRoom = 2;
        for (Field field : fieldArray) {
            jsonRoom += field.name().length() + 4 + FieldJson.ROOM;
        }
    }

    /** The definition this item belongs to. */
    public Definition definition() {
        return definition;
    }

    /** The full name: {@code 040}, or {@code 380/ADR} for a subitem. */
    public String path() {
        return path;
    }

    /** The last part of the path. */
    public String name() {
        return name;
    }

    /** A few words on what it holds, or "". */
    public String title() {
        return title;
    }

    /** How it lies on the wire. */
    public Shape shape() {
        return shape;
    }

    /** What stands inside an explicit item, or null where this definition does not read it. */
    public @Nullable Expansion expansion() {
        return shape instanceof Shape.Explicit explicit ? explicit.expansion() : null;
    }

    /** The compound or explicit item around this one, or null. */
    public @Nullable Item parent() {
        return parent;
    }

    /**
     * The subitems of a compound item, or of an explicit one whose contents are known, without the
     * unused places; otherwise empty.
     */
    @SuppressWarnings("NullAway") // the filter leaves no null
    public List<Item> subitems() {
        if (children.length == 0) {
            return List.of();
        }
        return Collections.unmodifiableList(
                Arrays.stream(children).filter(child -> child != null).toList());
    }

    /** The fields, in wire order; empty for compound and explicit items. */
    public List<Field> fields() {
        return fields;
    }

    /** Whether it holds any number of equal elements. */
    public boolean repeats() {
        return kind == REPEATED || kind == CHAINED;
    }

    @Override
    public String toString() {
        return definition + " " + path;
    }
}
