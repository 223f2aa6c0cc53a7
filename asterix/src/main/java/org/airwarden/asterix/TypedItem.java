package org.airwarden.asterix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An item, or subitem, as the editions of one generated class have it. */
final class TypedItem {
    final TypedClass owner;
    final String path;

    /** By edition; null where it has none. */
    final List<@Nullable Item> items;

    /** Its place among the bits that tell which items are there. */
    final int bit;

    /** By presence bit; null where no edition has one. */
    final List<@Nullable TypedItem> children = new ArrayList<>();

    final int kind;

    TypedItem(TypedClass owner, String path, List<@Nullable Item> items, int bit) {
        this.owner = owner;
        this.path = path;
        this.items = items;
        this.bit = bit;
        this.kind = newest().kind;
        if (bit > 62) {
            throw new IllegalStateException(path + " has no bit left");
        }
        for (@Nullable Item item : items) {
            if (item != null && item.kind != kind) {
                throw split(owner, item + " has another form than in a newer edition");
            }
        }
        List<@Nullable Item[]> orders = new ArrayList<>();
        int places = 0;
        for (@Nullable Item item : items) {
            // What stands inside an explicit item is RecordView's matter.
            @Nullable Item[] order =
                    item == null || kind == Item.EXPLICIT ? new @Nullable Item[0] : item.children;
            orders.add(order);
            places = Math.max(places, order.length);
        }
        for (int place = 0; place < places; place++) {
            children.add(at(owner, orders, place));
        }
    }

    /** The item at a place of an order, which must be the same in all editions that have one. */
    static @Nullable TypedItem at(TypedClass owner, List<@Nullable Item[]> orders, int place) {
        List<@Nullable Item> there = new ArrayList<>();
        @Nullable String path = null;
        for (@Nullable Item[] order : orders) {
            Item item = place < order.length ? order[place] : null;
            there.add(item);
            if (item != null) {
                if (path != null && !path.equals(item.path())) {
                    throw split(owner, item + " stands where a newer edition has " + path);
                }
                path = item.path();
            }
        }
        return path == null ? null : new TypedItem(owner, path, there, place);
    }

    static IllegalStateException split(TypedClass owner, String why) {
        return new IllegalStateException(
                "typed.txt: " + owner.name() + " cannot serve all its editions: " + why);
    }

    Item newest() {
        for (@Nullable Item item : items) {
            if (item != null) {
                return item;
            }
        }
        throw new IllegalStateException(path + " is in no edition");
    }

    boolean repeats() {
        return newest().repeats();
    }

    /** Whether its size has to be kept. */
    boolean hasSize() {
        return kind != Item.FIXED && kind != Item.COMPOUND;
    }

    /** All paths of fields that any edition has, the newest edition's first. */
    List<TypedField> fields() {
        Map<String, TypedField> found = new LinkedHashMap<>();
        for (@Nullable Item item : items) {
            if (item != null) {
                for (Field field : item.fields()) {
                    found.computeIfAbsent(field.path(), known -> new TypedField(this, known));
                }
            }
        }
        return List.copyOf(found.values());
    }

    /** An expression that has, in each edition, the value told for its item. */
    String byEdition(Function<Item, String> expression) {
        List<@Nullable String> values = new ArrayList<>();
        for (@Nullable Item item : items) {
            values.add(item == null ? null : expression.apply(item));
        }
        return choose(values);
    }

    /** Java that chooses by {@code edition}; where an edition has none, any will do. */
    static String choose(List<@Nullable String> values) {
        StringBuilder text = new StringBuilder();
        @Nullable String run = null;
        int runs = 0;
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            if (value == null || Objects.equals(value, run)) {
                continue;
            }
            if (run != null) {
                text.append("edition < ").append(i).append(" ? ").append(run).append(" : ");
                runs++;
            }
            run = value;
        }
        text.append(run);
        return runs == 0 ? text.toString() : "(" + text + ")";
    }

    /** The part of Java names that stands for a path: {@code 380Adr}. */
    static String name(String path) {
        StringBuilder name = new StringBuilder();
        boolean first = true;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (!Character.isLetterOrDigit(c)) {
                first = true;
                continue;
            }
            boolean digits =
                    first
                            && !name.isEmpty()
                            && Character.isDigit(c)
                            && Character.isDigit(name.charAt(name.length() - 1));
            if (digits) {
                name.append('_');
            }
            name.append(first ? Character.toUpperCase(c) : Character.toLowerCase(c));
            first = false;
        }
        return name.toString();
    }

    String name() {
        return name(path);
    }
}
