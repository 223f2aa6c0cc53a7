package org.airwarden.asterix;

import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a block: what, where, and the bytes. Offsets are those of the array given to
 * the walker.
 *
 * @param kind what is wrong
 * @param category the block's category, or -1 where no header could be read
 * @param definition the edition the block was read with, or null
 * @param blockOffset the first octet of the block, or of what was skipped
 * @param recordOffset the record's first octet, or -1 when no record is to blame
 * @param item path of the item, {@code 380/ADR}; "" when no item is to blame
 * @param at the octet where reading stopped
 * @param bytes the block (or what there is of it); of a {@link FaultKind#CONTENT_MISFIT} the item
 *     with its length octet
 */
@SuppressWarnings("ArrayRecordComponent") // a copy of its own, and faults are not compared
public record Fault(
        FaultKind kind,
        int category,
        @Nullable Definition definition,
        int blockOffset,
        int recordOffset,
        String item,
        int at,
        byte[] bytes) {

    /** The rule that was broken. */
    public String rule() {
        return kind.rule();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(kind.name());
        if (category >= 0) {
            text.append(String.format(Locale.ROOT, " CAT%03d", category));
        }
        text.append(" block at ").append(blockOffset);
        if (recordOffset >= 0) {
            text.append(", record at ").append(recordOffset);
        }
        if (!item.isEmpty()) {
            text.append(", item ").append(item);
        }
        text.append(", stopped at ").append(at).append(": ").append(rule()).append("; ");
        int shown = Math.min(bytes.length, 32);
        text.append(HexFormat.of().formatHex(bytes, 0, shown));
        return text.append(shown < bytes.length ? "..." : "").toString();
    }
}
