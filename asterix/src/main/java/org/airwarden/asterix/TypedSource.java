package org.airwarden.asterix;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.airwarden.asterix.Definition.Profile;
import org.jspecify.annotations.Nullable;

/**
 * Writes the Java of one class of typed access. Presence bits are gathered into a {@code long}, the
 * first at bit 62; an item's place is where the one before it ended.
 */
final class TypedSource {
    private final TypedClass owner;
    private final Definition newest;
    private final StringBuilder out = new StringBuilder();

    /** All items of the top level, each once. */
    private final List<TypedItem> items = new ArrayList<>();

    /** The items by profile and place. */
    private final List<List<@Nullable TypedItem>> profiles = new ArrayList<>();

    private TypedSource(TypedClass owner) {
        this.owner = owner;
        this.newest = owner.editions().getFirst();
        for (int i = 0; i < newest.profiles().size(); i++) {
            profiles.add(profile(i));
        }
    }

    /** The source of a class. */
    static String of(TypedClass owner) {
        TypedSource source = new TypedSource(owner);
        source.write();
        return source.out.toString();
    }

    private List<@Nullable TypedItem> profile(int index) {
        List<@Nullable Item[]> orders = new ArrayList<>();
        int places = 0;
        for (Definition edition : owner.editions()) {
            Profile profile = edition.profiles().get(index);
            if (profile.randomIndex() != newest.profiles().get(index).randomIndex()) {
                throw TypedItem.split(owner, edition + " has its random items elsewhere");
            }
            orders.add(profile.items());
            places = Math.max(places, profile.items().length);
        }
        List<@Nullable TypedItem> order = new ArrayList<>();
        for (int place = 0; place < places; place++) {
            TypedItem item = TypedItem.at(owner, orders, place);
            order.add(item == null ? null : once(item));
        }
        return order;
    }

    /** An item that a profile before has as well is the same one, with a bit of its own. */
    private TypedItem once(TypedItem item) {
        for (TypedItem known : items) {
            if (known.path.equals(item.path)) {
                return known;
            }
        }
        boolean taken = items.stream().anyMatch(known -> known.bit == item.bit);
        int last = items.stream().mapToInt(known -> known.bit).max().orElse(0);
        int bit = taken ? last + 1 : item.bit;
        TypedItem own = new TypedItem(owner, item.path, item.items, bit);
        items.add(own);
        return own;
    }

    private void line(int indent, String text) {
        out.append(" ".repeat(4 * indent)).append(text).append('\n');
    }

    private void write() {
        String name = owner.name();
        line(0, "package org.airwarden.asterix;");
        line(0, "");
        line(0, "import java.util.List;");
        line(0, "import javax.annotation.processing.Generated;");
        line(0, "");
        line(0, "/**");
        line(
                0,
                " * CAT"
                        + owner.number()
                        + ", "
                        + TypedAccessors.escape(newest.title())
                        + ", by named methods; see {@link TypedRecord}.");
        line(0, " */");
        line(0, "@Generated(\"org.airwarden.asterix.TypedSource\")");
        line(0, "public final class " + name + " extends TypedRecord {");
        line(1, "/** The category. */");
        line(1, "public static final int CATEGORY = " + owner.category() + ";");
        line(0, "");
        line(1, "/** The editions it reads, the newest first. */");
        line(1, "public static final List<String> EDITIONS = List.of(" + quoted() + ");");
        line(0, "");
        for (TypedItem item : items) {
            places(item);
        }
        line(0, "");
        line(1, "/** Reads the newest edition that it knows, " + newest.edition() + ". */");
        line(1, "public " + name + "() {");
        line(2, "this(Definitions.of(CATEGORY, EDITIONS.getFirst()));");
        line(1, "}");
        line(0, "");
        line(1, "/**");
        line(1, " * Reads this edition.");
        line(1, " *");
        line(1, " * @throws IllegalArgumentException when it is none of {@link #EDITIONS}");
        line(1, " */");
        line(1, "public " + name + "(Definition edition) {");
        line(2, "super(EDITIONS, edition, CATEGORY);");
        line(1, "}");
        clear();
        read();
        for (TypedItem item : items) {
            compounds(item);
        }
        for (TypedItem item : items) {
            new TypedAccessors(item, "present", out).write();
        }
        line(0, "}");
    }

    private String quoted() {
        List<String> editions = new ArrayList<>();
        for (Definition edition : owner.editions()) {
            editions.add('"' + edition.edition() + '"');
        }
        return String.join(", ", editions);
    }

    /** The variables that hold where an item lies. */
    private void places(TypedItem item) {
        if (item.kind == Item.COMPOUND) {
            line(1, "private long p" + item.name() + ";");
            for (TypedItem child : there(item.children)) {
                places(child);
            }
            return;
        }
        line(1, "private int a" + item.name() + ";");
        if (item.hasSize()) {
            line(1, "private int n" + item.name() + ";");
        }
    }

    private static List<TypedItem> there(List<@Nullable TypedItem> children) {
        List<TypedItem> there = new ArrayList<>();
        for (@Nullable TypedItem child : children) {
            if (child != null) {
                there.add(child);
            }
        }
        return there;
    }

    private void clear() {
        line(0, "");
        line(1, "@Override");
        line(1, "void clear() {");
        line(2, "present = 0;");
        clear(items);
        line(1, "}");
    }

    private void clear(List<TypedItem> among) {
        for (TypedItem item : among) {
            if (item.kind == Item.COMPOUND) {
                line(2, "p" + item.name() + " = 0;");
                clear(there(item.children));
            }
        }
    }

    /** Gathers presence bits into {@code p}, leaving {@code at} behind them. */
    private void presence() {
        line(2, "long p = 0;");
        line(2, "int shift = 55;");
        line(2, "int octet;");
        line(2, "do {");
        line(3, "if (at >= to) {");
        line(4, "return -1;");
        line(3, "}");
        line(3, "octet = data[at++];");
        line(3, "if (shift >= 0) {");
        line(4, "p |= (long) (octet & 0xFE) << shift;");
        line(4, "shift -= 7;");
        line(3, "} else if ((octet & 0xFE) != 0) {");
        line(4, "return -1;");
        line(3, "}");
        line(2, "} while ((octet & 1) != 0);");
    }

    /** Refuses bits for which the edition has nothing. */
    private void refuseUndefined(List<@Nullable TypedItem> order, int random) {
        List<@Nullable String> masks = new ArrayList<>();
        for (int edition = 0; edition < owner.editions().size(); edition++) {
            long mask = random < 0 ? 0 : mask(random);
            boolean known = random >= 0;
            for (int place = 0; place < order.size(); place++) {
                TypedItem item = order.get(place);
                if (item != null && item.items.get(edition) != null) {
                    mask |= mask(place);
                    known = true;
                }
            }
            masks.add(known ? hex(mask) : null);
        }
        line(2, "if ((p & ~" + TypedItem.choose(masks) + ") != 0) {");
        line(3, "return -1;");
        line(2, "}");
    }

    static long mask(int bit) {
        return 1L << (62 - bit);
    }

    static String hex(long mask) {
        return "0x" + Long.toHexString(mask).toUpperCase(Locale.ROOT) + "L";
    }

    private void read() {
        line(0, "");
        line(1, "@Override");
        line(1, "int read(byte[] data, int from, int to) {");
        line(2, "int at = from;");
        presence();
        Field selector = newest.selector;
        boolean single = profiles.size() == 1 && newest.profiles().getFirst().randomIndex() < 0;
        line(2, "if (p == 0) {");
        line(3, "return -1;");
        line(2, "}");
        if (single) {
            refuseUndefined(profiles.getFirst(), -1);
            order(0, 0, true);
            line(2, "present = p;");
            line(2, "return at;");
            line(1, "}");
            return;
        }
        int after = 0;
        if (selector != null) {
            while (!isSelector(profiles.getFirst().get(after), selector)) {
                after++;
            }
            after++;
            for (int place = 0; place < after; place++) {
                read(profiles.getFirst().get(place), mask(place), 2, false);
            }
            String value =
                    new TypedField(itemOf(selector), selector.path())
                            .extract("a" + itemOf(selector).name());
            line(
                    2,
                    "int profile = (present & "
                            + hex(mask(itemOf(selector).bit))
                            + ") == 0 ? -1 : "
                            + value
                            + ";");
            for (int i = 1; i < profiles.size(); i++) {
                long chosen = newest.profiles().get(i).selectorValue();
                line(2, "if (profile == " + chosen + ") {");
                line(3, "return rest" + i + "(data, p, at, to);");
                line(2, "}");
            }
        }
        line(2, "return rest0(data, p, at, to);");
        line(1, "}");
        for (int i = 0; i < profiles.size(); i++) {
            line(0, "");
            line(1, "private int rest" + i + "(byte[] data, long p, int from, int to) {");
            line(2, "int at = from;");
            refuseUndefined(profiles.get(i), newest.profiles().get(i).randomIndex());
            order(i, after, false);
            line(2, "return at;");
            line(1, "}");
            if (newest.profiles().get(i).randomIndex() >= 0) {
                random(i);
            }
        }
    }

    private static boolean isSelector(@Nullable TypedItem item, Field selector) {
        return item != null && item.path.equals(selector.item().path());
    }

    private TypedItem itemOf(Field field) {
        for (TypedItem item : items) {
            if (item.path.equals(field.item().path())) {
                return item;
            }
        }
        throw new IllegalStateException(field + " chooses, and has no place in a record");
    }

    private void order(int profile, int from, boolean single) {
        List<@Nullable TypedItem> order = profiles.get(profile);
        for (int place = from; place < order.size(); place++) {
            if (place == newest.profiles().get(profile).randomIndex()) {
                line(2, "if ((p & " + hex(mask(place)) + ") != 0) {");
                line(3, "at = random" + profile + "(data, at, to);");
                line(3, "if (at < 0) {");
                line(4, "return -1;");
                line(3, "}");
                line(2, "}");
            } else {
                read(order.get(place), mask(place), 2, single);
            }
        }
    }

    private void random(int profile) {
        line(0, "");
        line(1, "/** A count, then that many items, each led by its number in the profile. */");
        line(1, "private int random" + profile + "(byte[] data, int from, int to) {");
        line(2, "if (from >= to) {");
        line(3, "return -1;");
        line(2, "}");
        line(2, "int count = u8(data, from);");
        line(2, "int at = from + 1;");
        line(2, "for (int i = 0; i < count; i++) {");
        line(3, "if (at >= to) {");
        line(4, "return -1;");
        line(3, "}");
        line(3, "switch (u8(data, at++)) {");
        List<@Nullable TypedItem> order = profiles.get(profile);
        for (int place = 0; place < order.size(); place++) {
            TypedItem item = order.get(place);
            if (item != null) {
                if (item.items.contains(null)) {
                    throw TypedItem.split(owner, item.path + " is not in all of them");
                }
                line(4, "case " + (place + 1) + " -> {");
                body(item, 5, false);
                line(4, "}");
            }
        }
        line(4, "default -> {");
        line(5, "return -1;");
        line(4, "}");
        line(3, "}");
        line(2, "}");
        line(2, "return at;");
        line(1, "}");
    }

    private void read(@Nullable TypedItem item, long mask, int indent, boolean single) {
        if (item != null) {
            line(indent, "if ((p & " + hex(mask) + ") != 0) {");
            body(item, indent + 1, single);
            line(indent, "}");
        }
    }

    /** Notes where an item lies and passes over it. */
    private void body(TypedItem item, int indent, boolean single) {
        if (!single) {
            line(indent, "present |= " + hex(mask(item.bit)) + ";");
        }
        String name = item.name();
        String octets = item.byEdition(each -> Integer.toString(each.octets));
        switch (item.kind) {
            case Item.FIXED -> {
                line(indent, "a" + name + " = at;");
                line(indent, "at += " + octets + ";");
            }
            case Item.EXTENDED, Item.CHAINED -> {
                line(indent, "a" + name + " = at;");
                line(indent, "at = " + end(item, octets) + ";");
                refuse(indent, "at < 0");
                line(indent, "n" + name + " = at - a" + name + ";");
            }
            case Item.REPEATED -> {
                int lead = item.newest().countOctets;
                if (lead > 2 || !item.byEdition(each -> "" + each.countOctets).equals("" + lead)) {
                    throw TypedItem.split(owner, item.path + " has a count of another width");
                }
                refuse(indent, "at + " + lead + " > to");
                line(indent, "a" + name + " = at + " + lead + ";");
                line(indent, "n" + name + " = u" + lead * 8 + "(data, at) * " + octets + ";");
                line(indent, "at = a" + name + " + n" + name + ";");
                refuse(indent, "at > to");
            }
            case Item.EXPLICIT -> {
                refuse(indent, "at >= to || data[at] == 0");
                line(indent, "a" + name + " = at + 1;");
                line(indent, "n" + name + " = u8(data, at) - 1;");
                line(indent, "at = a" + name + " + n" + name + ";");
                refuse(indent, "at > to");
            }
            default -> {
                line(indent, "at = read" + name + "(data, at, to);");
                refuse(indent, "at < 0");
            }
        }
    }

    private static String end(TypedItem item, String octets) {
        if (item.kind == Item.CHAINED) {
            return octets.equals("1")
                    ? "extents(data, at, to)"
                    : "chain(data, at, to, " + octets + ")";
        }
        return item.byEdition(each -> {
            int[] ends = each.extentEnds;
            if (each.openEnd && ends[ends.length - 1] == ends.length) {
                return "extents(data, at, to)";
            }
            StringBuilder list = new StringBuilder();
            for (int end : ends) {
                list.append(", ").append(end);
            }
            return "extents(data, at, to, " + each.openEnd + list + ")";
        });
    }

    private void refuse(int indent, String condition) {
        line(indent, "if (" + condition + ") {");
        line(indent + 1, "return -1;");
        line(indent, "}");
    }

    private void compounds(TypedItem item) {
        if (item.kind != Item.COMPOUND) {
            return;
        }
        line(0, "");
        line(1, "private int read" + item.name() + "(byte[] data, int from, int to) {");
        line(2, "int at = from;");
        presence();
        refuseUndefined(item.children, -1);
        for (TypedItem child : there(item.children)) {
            read(child, mask(child.bit), 2, true);
        }
        line(2, "p" + item.name() + " = p;");
        line(2, "return at;");
        line(1, "}");
        for (TypedItem child : there(item.children)) {
            compounds(child);
        }
    }
}
