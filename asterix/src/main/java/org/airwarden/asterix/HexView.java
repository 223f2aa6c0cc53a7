package org.airwarden.asterix;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A record's octets for people: item by item, with names and values.
 *
 * <pre>{@code
 * CAT048 1.32, record at 3, 16 octets
 *      3  D0                       presence of 010 140 040
 *      4  14 81                    010 reporting radar
 *                                    SAC = 20
 *                                    SIC = 129
 *      6  38 40 80                 140 time of day = 28801 s
 * }</pre>
 *
 * <p>Numbers at the left are offsets in the array, or in the file it comes from. The text is for
 * reading, not for parsing; {@link RecordJson} is for programs. For one thread.
 */
public final class HexView {
    private static final int OCTETS_A_LINE = 8;
    private static final int COLUMN = 8;
    private static final int TEXT = COLUMN + OCTETS_A_LINE * 3 + 1;

    private final StringBuilder out = new StringBuilder();
    private byte[] data = {};
    private int lineStart;

    private final long shift;

    private HexView(long shift) {
        this.shift = shift;
    }

    /** The record as lines of text, the last one ending in a line end too. */
    public static String of(RecordView record) {
        return of(record, 0);
    }

    /**
     * As {@link #of(RecordView)}, with offsets in the file that the array comes from.
     *
     * @param shift how many octets later an octet stands in the file than in the array
     */
    public static String of(RecordView record, long shift) {
        return new HexView(shift).record(record);
    }

    private String record(RecordView record) {
        data = record.data();
        out.append(record.definition()).append(", record at ").append(record.offset() + shift);
        out.append(", ").append(record.length()).append(" octets");
        endLine();
        List<Item> items = present(record, record.definition().items());
        int presence = items.isEmpty() ? record.offset() : lead(record, items.getFirst());
        row(record.offset(), presence, "presence of " + names(items), 0);
        int at = presence;
        for (Item item : items) {
            if (lead(record, item) > at) {
                row(at, lead(record, item), "number of the next item", 0);
            }
            item(record, item, 0);
            at = record.start(item) + record.size(item);
        }
        return out.toString();
    }

    /** The items that are there, as they follow one another. */
    private static List<Item> present(RecordView record, List<Item> items) {
        List<Item> present = new ArrayList<>();
        for (Item item : items) {
            if (record.has(item)) {
                present.add(item);
            }
        }
        present.sort((a, b) -> {
            int byStart = Integer.compare(lead(record, a), lead(record, b));
            return byStart != 0 ? byStart : Integer.compare(record.size(a), record.size(b));
        });
        return present;
    }

    private static String names(List<Item> items) {
        return String.join(" ", items.stream().map(Item::name).toList());
    }

    /** Where the item begins with its count or length octets. */
    private static int lead(RecordView record, Item item) {
        int before =
                item.kind == Item.REPEATED ? item.countOctets : item.kind == Item.EXPLICIT ? 1 : 0;
        return record.start(item) - before;
    }

    private void item(RecordView record, Item item, int depth) {
        int start = record.start(item);
        int end = start + record.size(item);
        String head = item.title().isEmpty() ? item.path() : item.path() + " " + item.title();
        switch (item.kind) {
            case Item.COMPOUND -> inside(record, item, start, head, depth);
            case Item.EXPLICIT -> {
                row(start - 1, start, head + ", length", depth);
                if (item.expanded && !record.misfit(item)) {
                    inside(record, item, start, "inside", depth);
                } else {
                    row(start, end, record.misfit(item) ? "contents that do not fit" : "", depth);
                }
            }
            case Item.REPEATED, Item.CHAINED -> {
                int count = record.count(item);
                if (item.kind == Item.REPEATED) {
                    row(lead(record, item), start, head + ", count", depth);
                }
                for (int i = 0; i < count; i++) {
                    int at = start + i * item.octets;
                    element(item, at, item.octets, head + " [" + i + "]", depth);
                }
            }
            default -> element(item, start, end - start, head, depth);
        }
    }

    private void inside(RecordView record, Item item, int start, String head, int depth) {
        List<Item> items = present(record, item.subitems());
        int presence =
                items.isEmpty()
                        ? start + record.size(item)
                        : Math.max(start, lead(record, items.getFirst()));
        if (presence > start) {
            row(start, presence, head + ", presence of " + names(items), depth);
        }
        for (Item child : items) {
            item(record, child, depth + 1);
        }
    }

    private void element(Item item, int start, int size, String head, int depth) {
        Field[] fields = item.fieldArray;
        if (fields.length == 1 && fields[0].name().isEmpty() && fields[0].end <= size) {
            row(start, start + size, head + " = " + value(fields[0], start), depth);
            register(fields[0], start, depth);
            return;
        }
        row(start, start + size, head, depth);
        for (Field field : fields) {
            if (field.end <= size && field.holds(data, start)) {
                line(field.name() + " = " + value(field, start), depth + 1);
                register(field, start, depth + 1);
            }
        }
        if (item.kind == Item.EXTENDED && size > item.octets) {
            line((size - item.octets) + " octets of extents that are not known", depth + 1);
        }
    }

    private void register(Field holder, int start, int depth) {
        Item register = holder.holdsRegister() ? Registers.of(holder.register(data, start)) : null;
        if (register == null) {
            return;
        }
        line("register " + register.name() + " " + register.title(), depth + 1);
        int at = start + holder.octet;
        for (Field field : register.fieldArray) {
            if (field.holds(data, at)) {
                line(field.name() + " = " + value(field, at), depth + 2);
            }
        }
    }

    private String value(Field field, int start) {
        long raw = field.extract(data, start);
        String text = FieldText.of(field, data, start);
        @Nullable String label = field.label(raw);
        if (label != null) {
            text += " (" + label + ")";
        }
        return field.unit().isEmpty() ? text : text + " " + field.unit();
    }

    /** Octets with a text beside them, over as many lines as they need. */
    private void row(int from, int to, String text, int depth) {
        if (from == to && text.isEmpty()) {
            return;
        }
        int at = from;
        do {
            String offset = Long.toString(at + shift);
            out.append(" ".repeat(Math.max(0, COLUMN - 2 - offset.length())));
            out.append(offset).append("  ");
            int end = Math.min(to, at + OCTETS_A_LINE);
            for (int i = at; i < end; i++) {
                out.append(String.format(Locale.ROOT, "%02X ", data[i]));
            }
            if (at == from && !text.isEmpty()) {
                out.append(" ".repeat(Math.max(1, TEXT - (out.length() - lineStart))));
                out.append("  ".repeat(depth)).append(text);
            }
            endLine();
            at = end;
        } while (at < to);
    }

    private void line(String text, int depth) {
        out.append(" ".repeat(TEXT)).append("  ".repeat(depth)).append(text);
        endLine();
    }

    private void endLine() {
        int end = out.length();
        while (end > 0 && out.charAt(end - 1) == ' ') {
            end--;
        }
        out.setLength(end);
        for (int i = lineStart; i < out.length(); i++) {
            char c = out.charAt(i);
            if (c < ' ' || c > 126) {
                out.setCharAt(i, '.');
            }
        }
        out.append('\n');
        lineStart = out.length();
    }
}
