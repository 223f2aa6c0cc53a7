package org.airwarden.feeds;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.airwarden.asterix.Definition;
import org.airwarden.asterix.Fault;
import org.jspecify.annotations.Nullable;

/**
 * Something in a recording that does not fit: where, which rule it breaks, and the bytes. Offsets
 * count octets of the file (after decompression) where its bytes lie there as they were sent;
 * datagrams put together from fragments, which lie nowhere whole, count from their own beginning.
 *
 * @param file the file's name
 * @param level what is broken: the framing, an ASTERIX block, or a message of another format
 * @param kind what is wrong, in words joined by hyphens: the key by which faults are counted
 * @param frame the frame's index in the file, from 0; for a fault of the framing, that of the frame
 *     behind it
 * @param block the block's index in the file, from 0; -1 where no block is to blame
 * @param category the ASTERIX category; -1 for none
 * @param edition the edition it was read with; "" for none
 * @param offset where the frame, block or message begins
 * @param recordOffset where the record begins; -1 where no record is to blame
 * @param item the item's path, as in {@code 380/ADR}; "" where no item is to blame
 * @param itemOffset where reading stopped: the item's first octet, or the presence bit's; -1 where
 *     that is not known
 * @param length how many octets are set aside
 * @param rule the rule that was broken, in words
 * @param bytes those octets, at most {@value #KEPT}
 */
@SuppressWarnings("ArrayRecordComponent") // compared and printed by content, below
public record DecodingFault(
        String file,
        Level level,
        String kind,
        long frame,
        long block,
        int category,
        String edition,
        long offset,
        long recordOffset,
        String item,
        long itemOffset,
        long length,
        String rule,
        byte[] bytes) {
    /** How many octets are kept: the longest block whole. */
    static final int KEPT = 1 << 16;

    private static final int SHOWN = 32;

    /** What is broken. */
    public enum Level {
        /** The frames of the file. */
        FRAMING,
        /** An ASTERIX block within a frame that stands. */
        BLOCK,
        /** A Mode S, SBS or JSON message. */
        MESSAGE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static DecodingFault of(String file, long frame, FrameFault fault) {
        return new DecodingFault(
                file,
                Level.FRAMING,
                fault.kind().word(),
                frame,
                -1,
                -1,
                "",
                fault.fileOffset(),
                -1,
                "",
                -1,
                fault.length(),
                fault.words(),
                fault.bytes());
    }

    /**
     * A fault in a block.
     *
     * @param shift what is added to an index of the walked array to have an offset of the file
     */
    static DecodingFault of(String file, long frame, long block, long shift, Fault fault) {
        @Nullable Definition definition = fault.definition();
        boolean inRecord = fault.recordOffset() >= 0;
        return new DecodingFault(
                file,
                Level.BLOCK,
                AsterixDecoder.word(fault),
                frame,
                block,
                fault.category(),
                definition == null ? "" : definition.edition(),
                fault.blockOffset() + shift,
                inRecord ? fault.recordOffset() + shift : -1,
                fault.item(),
                fault.at() + shift,
                fault.bytes().length,
                fault.rule(),
                fault.bytes());
    }

    /** A fault in a stream of messages. */
    static DecodingFault ofMessage(
            String file, String kind, long offset, long length, String rule, byte[] bytes) {
        return new DecodingFault(
                file, Level.MESSAGE, kind, -1, -1, -1, "", offset, -1, "", -1, length, rule, bytes);
    }

    /** Appends it as one JSON object; what is not known is left out. */
    public void appendJson(StringBuilder out) {
        out.append('{');
        JsonText.name(out, "file");
        JsonText.text(out, file);
        JsonText.field(out, "level", level.word());
        JsonText.field(out, "kind", kind);
        number(out, "frame", frame);
        number(out, "block", block);
        number(out, "category", category);
        if (!edition.isEmpty()) {
            JsonText.field(out, "edition", edition);
        }
        number(out, "offset", offset);
        number(out, "recordOffset", recordOffset);
        if (!item.isEmpty()) {
            JsonText.field(out, "item", item);
        }
        number(out, "itemOffset", itemOffset);
        number(out, "length", length);
        JsonText.field(out, "rule", rule);
        JsonText.field(out, "bytes", HexFormat.of().formatHex(bytes));
        out.append('}');
    }

    private static void number(StringBuilder out, String name, long value) {
        if (value >= 0) {
            JsonText.field(out, name, value);
        }
    }

    /** Returns it in one line for people. */
    public String words() {
        StringBuilder text = new StringBuilder(kind);
        if (category >= 0) {
            text.append(String.format(Locale.ROOT, " in CAT%03d", category));
        }
        if (!item.isEmpty()) {
            text.append(", item ").append(item);
        }
        text.append(", at octet ").append(Math.max(offset, itemOffset)).append(" of ").append(file);
        int shown = Math.min(SHOWN, bytes.length);
        return text.append(" (")
                .append(rule)
                .append("): ")
                .append(HexFormat.of().formatHex(bytes, 0, shown))
                .append(shown < bytes.length ? "..." : "")
                .toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DecodingFault that
                && file.equals(that.file)
                && kind.equals(that.kind)
                && frame == that.frame
                && block == that.block
                && offset == that.offset
                && recordOffset == that.recordOffset
                && itemOffset == that.itemOffset
                && item.equals(that.item)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(offset) * 31 + kind.hashCode();
    }

    @Override
    public String toString() {
        return words();
    }
}
