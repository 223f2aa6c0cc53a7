package org.airwarden.asterix;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Walks ASTERIX data blocks (category, length, records) in an array and hands each record to a
 * handler. Allocates nothing per block or record unless there is a fault. One walker serves one
 * thread.
 *
 * <p>Contents of an explicit item that do not read to its end cost nothing but themselves: the
 * record is handed over first, then a {@link FaultKind#CONTENT_MISFIT} fault.
 *
 * <p>Nothing in the data makes it throw or stand still. Any other fault ends its block; the walk
 * goes on at the next one, as the block's length says. Where that length is impossible, the walker
 * looks for the next offset at which a block of a known category reads without fault and is
 * followed by another such header or the end; what it passed over is one {@link FaultKind#SKIPPED}
 * fault.
 */
public final class BlockWalker {
    /** Octets of category and length. */
    public static final int HEADER = 3;

    /** Octets that a walk may read in vain, for each octet it walks, to look for blocks. */
    private static final long SEARCH_EFFORT = 16;

    private final Editions editions;
    private final @Nullable Function<Definition, List<Field>> asked;
    private final @Nullable WantedItems[] wanted = new @Nullable WantedItems[256];
    private final RecordView view = new RecordView();
    private long effort;

    /** A walker that reads each category with the edition chosen for it. */
    public BlockWalker(Editions editions) {
        this.editions = editions;
        this.asked = null;
    }

    /**
     * A walker for who asks for few fields of a record, which is faster: the records and faults are
     * the same, but items without such a field may seem to be absent.
     *
     * @param asked returns the fields of an edition that the handler will ask for; called once for
     *     most editions
     */
    public BlockWalker(Editions editions, Function<Definition, List<Field>> asked) {
        this.editions = editions;
        this.asked = asked;
    }

    /** Walks the whole array. */
    public void walk(byte[] data, RecordHandler handler) {
        walk(data, 0, data.length, handler);
    }

    /**
     * Walks the blocks from {@code from} (inclusive) to {@code to} (exclusive).
     *
     * @throws IndexOutOfBoundsException when the range is not inside the array
     */
    public void walk(byte[] data, int from, int to, RecordHandler handler) {
        Objects.checkFromToIndex(from, to, data.length);
        effort = SEARCH_EFFORT * (to - from);
        int at = from;
        while (at < to) {
            FaultKind broken = header(data, at, to);
            if (broken == null) {
                int end = at + length(data, at);
                block(data, at, end, handler);
                at = end;
                continue;
            }
            int next = at + 1;
            while (next < to && !stands(data, next, to)) {
                next = effort > 0 ? next + 1 : to;
            }
            int category = broken == FaultKind.HEADER_CUT ? -1 : data[at] & 0xFF;
            int shown = Math.min(to, at + HEADER);
            handler.fault(fault(broken, category, null, at, -1, at, data, at, shown));
            if (next > shown) {
                handler.fault(
                        fault(FaultKind.SKIPPED, -1, null, shown, -1, shown, data, shown, next));
            }
            at = next;
        }
    }

    /** What is wrong with the header at this place, or null. */
    private static @Nullable FaultKind header(byte[] data, int at, int to) {
        if (to - at < HEADER) {
            return FaultKind.HEADER_CUT;
        }
        int length = length(data, at);
        if (length < HEADER) {
            return FaultKind.LENGTH_TOO_SMALL;
        }
        return length > to - at ? FaultKind.LENGTH_BEYOND_DATA : null;
    }

    private static int length(byte[] data, int at) {
        return ((data[at + 1] & 0xFF) << 8) | (data[at + 2] & 0xFF);
    }

    private void block(byte[] data, int from, int to, RecordHandler handler) {
        int category = data[from] & 0xFF;
        Definition definition = editions.choose(category, data, from + HEADER, to);
        if (definition == null) {
            handler.fault(
                    fault(
                            FaultKind.UNKNOWN_CATEGORY,
                            category,
                            null,
                            from,
                            -1,
                            from,
                            data,
                            from,
                            to));
            return;
        }
        int at = from + HEADER;
        if (at == to) {
            handler.fault(
                    fault(
                            FaultKind.EMPTY_BLOCK,
                            category,
                            definition,
                            from,
                            -1,
                            at,
                            data,
                            from,
                            to));
        }
        WantedItems few = asked == null ? null : wanted(asked, definition);
        while (at < to) {
            int end =
                    few == null
                            ? view.read(definition, data, from, at, to)
                            : view.read(few, data, from, at, to);
            if (end < 0) {
                handler.fault(
                        new Fault(
                                view.faultKind(),
                                category,
                                definition,
                                from,
                                at,
                                view.faultItem(),
                                view.faultAt(),
                                Arrays.copyOfRange(data, from, to)));
                return;
            }
            handler.record(view);
            for (int i = 0; i < view.misfits(); i++) {
                handler.fault(misfit(i, category, definition, data, from, at));
            }
            at = end;
        }
    }

    private WantedItems wanted(Function<Definition, List<Field>> asked, Definition definition) {
        WantedItems known = wanted[definition.category()];
        if (known == null || known.definition() != definition) {
            known = new WantedItems(definition, asked.apply(definition));
            wanted[definition.category()] = known;
        }
        return known;
    }

    private Fault misfit(
            int index, int category, Definition definition, byte[] data, int block, int record) {
        Item item = view.misfitItem(index);
        int start = view.start(item);
        return new Fault(
                FaultKind.CONTENT_MISFIT,
                category,
                definition,
                block,
                record,
                item.path(),
                view.misfitAt(index),
                Arrays.copyOfRange(data, start - 1, start + view.size(item)));
    }

    /** Whether a block stands here, reads without fault, and what follows looks like a header. */
    private boolean stands(byte[] data, int at, int to) {
        effort--;
        if (header(data, at, to) != null) {
            return false;
        }
        int end = at + length(data, at);
        Definition definition = editions.choose(data[at] & 0xFF, data, at + HEADER, end);
        if (definition == null || end == at + HEADER) {
            return false;
        }
        if (end < to && (header(data, end, to) != null || editions.of(data[end] & 0xFF) == null)) {
            return false;
        }
        int record = at + HEADER;
        while (record < end) {
            int next = view.read(definition, data, at, record, end);
            effort -= (next < 0 ? view.faultAt() : next) - record;
            if (next < 0) {
                return false;
            }
            record = next;
        }
        return true;
    }

    private static Fault fault(
            FaultKind kind,
            int category,
            @Nullable Definition definition,
            int block,
            int record,
            int at,
            byte[] data,
            int from,
            int to) {
        return new Fault(
                kind,
                category,
                definition,
                block,
                record,
                "",
                at,
                Arrays.copyOfRange(data, from, to));
    }
}
