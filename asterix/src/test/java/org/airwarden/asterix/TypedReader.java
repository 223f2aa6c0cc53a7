package org.airwarden.asterix;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/** Asks a generated class for every field of an edition, by the names that people would use. */
final class TypedReader {
    /** A field with the methods that should answer for it; those that do not exist are null. */
    private record Asked(
            Field field,
            MethodHandle raw,
            MethodHandle value,
            MethodHandle text,
            MethodHandle has) {}

    private record AskedItem(Item item, MethodHandle has, MethodHandle count) {}

    final TypedRecord typed;
    private final Definition definition;
    private final List<Asked> fields = new ArrayList<>();
    private final List<AskedItem> items = new ArrayList<>();

    TypedReader(TypedClass owner, Definition definition) throws ReflectiveOperationException {
        this.definition = definition;
        Class<?> type = Class.forName("org.airwarden.asterix." + owner.name());
        typed = (TypedRecord) type.getConstructor(Definition.class).newInstance(definition);
        for (Item item : definition.allItems()) {
            if (isInsideExplicit(item)) {
                continue;
            }
            String name = TypedItem.name(item.path());
            items.add(
                    new AskedItem(
                            item,
                            find(type, "has" + name, false),
                            find(type, "count" + name, false)));
            if (items.getLast().has == null) {
                throw new NoSuchMethodException(owner.name() + ".has" + name);
            }
        }
        for (Field field : definition.fields().values()) {
            if (isInsideExplicit(field.item())) {
                continue;
            }
            String name = TypedItem.name(field.path());
            boolean indexed = field.item().repeats();
            MethodHandle plain = find(type, "i" + name, indexed);
            MethodHandle raw = find(type, "i" + name + "Raw", indexed);
            if (plain == null) {
                throw new NoSuchMethodException(owner.name() + ".i" + name);
            }
            fields.add(
                    new Asked(
                            field,
                            raw == null ? plain : raw,
                            raw == null ? null : plain,
                            find(type, "i" + name + "Text", indexed),
                            find(type, "has" + name, indexed)));
        }
    }

    /** What stands inside RE and SP is read by the generic reader alone. */
    private static boolean isInsideExplicit(Item item) {
        Item outer = item.parent();
        return outer != null && (outer.kind == Item.EXPLICIT || isInsideExplicit(outer));
    }

    private MethodHandle find(Class<?> type, String name, boolean indexed) {
        try {
            MethodHandle found =
                    MethodHandles.lookup()
                            .unreflect(
                                    indexed
                                            ? type.getMethod(name, int.class)
                                            : type.getMethod(name))
                            .bindTo(typed);
            return indexed ? found : MethodHandles.dropArguments(found, 0, int.class);
        } catch (ReflectiveOperationException absent) {
            return null;
        }
    }

    /** How it differs from a record that the generic view is at, or "". */
    String difference(RecordView record) throws Throwable {
        for (AskedItem each : items) {
            if ((boolean) each.has.invoke(0) != record.has(each.item)) {
                return "has " + each.item;
            }
            if (each.count != null && (int) each.count.invoke(0) != record.count(each.item)) {
                return "count " + each.item;
            }
        }
        for (Asked each : fields) {
            int count = record.count(each.field.item());
            for (int index = count > 0 ? -1 : 0; index <= count; index++) {
                if (!each.field.item().repeats() && index != 0) {
                    continue;
                }
                String found = difference(record, each, index);
                if (!found.isEmpty()) {
                    return found + " of " + each.field + " #" + index;
                }
            }
        }
        return "";
    }

    private static String difference(RecordView record, Asked asked, int index) throws Throwable {
        Field field = asked.field;
        Object raw = asked.raw.invoke(index);
        long bits = raw instanceof Boolean flag ? (flag ? 1 : 0) : ((Number) raw).longValue();
        if (bits != record.raw(field, index)) {
            return "raw " + bits + " for " + record.raw(field, index);
        }
        if (asked.value != null
                && Double.compare((double) asked.value.invoke(index), record.value(field, index))
                        != 0) {
            return "value";
        }
        if (asked.text != null && !asked.text.invoke(index).equals(record.text(field, index))) {
            return "text";
        }
        boolean own = asked.has != null && asked.has.type().equals(HAS) && !field.name().isEmpty();
        return own && (boolean) asked.has.invoke(index) != record.has(field, index) ? "has" : "";
    }

    private static final MethodType HAS = MethodType.methodType(boolean.class, int.class);

    /** Reads one record both ways; how they differ, or "". */
    String compare(RecordView view, byte[] data, int from, int to) throws Throwable {
        int expected = view.read(definition, data, 0, from, to);
        int end = typed.wrap(data, from, to);
        if (end != expected) {
            return "ends at " + end + ", not " + expected;
        }
        if (expected >= 0) {
            return difference(view);
        }
        if (typed.faultKind() != view.faultKind()
                || typed.faultAt() != view.faultAt()
                || !typed.faultItem().equals(view.faultItem())) {
            return "fault " + typed.faultKind() + " for " + view.faultKind();
        }
        for (AskedItem each : items) {
            if ((boolean) each.has.invoke(0)) {
                return each.item + " after a fault";
            }
        }
        return "";
    }
}
