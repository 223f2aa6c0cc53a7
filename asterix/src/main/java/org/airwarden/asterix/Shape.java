package org.airwarden.asterix;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an item lies on the wire. These are all the forms ASTERIX knows (EUROCONTROL-SPEC-0149, part
 * 1, section 4.3), as a definition file states them; {@link Definition} turns them into {@link
 * Item}s and {@link Field}s.
 */
public sealed interface Shape {

    /** The same octets always. */
    record Fixed(List<Part> parts) implements Shape {
        public Fixed {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Extents, each ending in a bit ({@link More}) that tells whether another follows. The last one
     * may lack that bit; then nothing can follow it.
     */
    record Extended(List<Part> parts) implements Shape {
        public Extended {
            parts = List.copyOf(parts);
        }
    }

    /** A count in {@code countOctets} octets, then as many equal elements. */
    record Repeated(int countOctets, List<Part> parts) implements Shape {
        public Repeated {
            parts = List.copyOf(parts);
        }
    }

    /** Equal elements, each ending in a bit that tells whether another follows. */
    record Chained(List<Part> parts) implements Shape {
        public Chained {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Subitems. With {@code presenceOctets} {@link #CHAINED} presence bits like a record's stand
     * before them; with 1 or more, presence bits in so many octets without extension bits; with
     * {@link #SEQUENCE} there are no such bits, and every subitem is there.
     */
    record Compound(int presenceOctets, List<Slot> slots) implements Shape {
        /** Seven presence bits an octet, the last bit telling whether another octet follows. */
        public static final int CHAINED = -1;

        /** No presence bits: all subitems stand there, one after another. */
        public static final int SEQUENCE = 0;

        public Compound {
            slots = List.copyOf(slots);
        }
    }

    /**
     * A length octet that counts itself, then octets (RE, SP): those that {@code expansion} tells,
     * or unread ones where it is null.
     */
    record Explicit(@Nullable Expansion expansion) implements Shape {}

    /** A named item or subitem with a short description of our own, which may be empty. */
    record Named(String name, String title, Shape shape) {}

    /** A place among the presence bits: an item, or nothing. */
    record Slot(@Nullable Named named) {}

    /** A run of bits inside an item. */
    sealed interface Part {
        /** How many bits. */
        int bits();
    }

    /** Bits that the standard leaves unused and zero. */
    record Spare(int bits) implements Part {}

    /** The extension bit. */
    record More() implements Part {
        @Override
        public int bits() {
            return 1;
        }
    }

    /**
     * A field; the name is empty when the item is one single field.
     *
     * @param register which Mode S register its 56 bits are, or null
     */
    record Value(String name, int bits, Content content, @Nullable RegisterCode register)
            implements Part {}

    /** Which Mode S register (BDS) a field of 56 bits holds. */
    sealed interface RegisterCode {
        /** Always this one, such as 0x30. */
        record Known(int code) implements RegisterCode {}

        /** The one whose two digits these fields of the same item tell. */
        record Told(String high, String low) implements RegisterCode {}
    }

    /** The same bits read in one of several ways, told by other fields of the same item. */
    record Choice(int bits, List<Alternative> alternatives) implements Part {
        public Choice {
            alternatives = List.copyOf(alternatives);
        }
    }

    /**
     * A field in one reading of a {@link Choice}: holds where {@code selector} is there and equals
     * {@code value}.
     *
     * @param skip the bits of the choice before this field
     */
    record Alternative(Value field, int skip, String selector, long value) {}

    /** How the bits of a field become a value. */
    enum Kind {
        /** A number; with scale and unit a quantity. */
        NUMBER,
        /** Digits of three bits each. */
        OCTAL,
        /** Digits of four bits each: addresses and registers. */
        HEX,
        /** Characters of eight bits. */
        ASCII,
        /** Characters of six bits (ICAO Annex 10 volume IV, table 3-8). */
        ICAO
    }

    /**
     * The meaning of a field.
     *
     * @param signed two's complement
     * @param multiplier value = raw × multiplier ÷ divisor + offset, in {@code unit}
     * @param divisor 1 unless the scale is no multiple of a power of two
     * @param unit "" for plain numbers
     * @param range where sensible values lie, or null
     * @param labels names of single raw values
     * @param offset the value of raw 0
     * @param absent the raw value that says there is no value, or null
     */
    record Content(
            Kind kind,
            boolean signed,
            double multiplier,
            double divisor,
            String unit,
            @Nullable Range range,
            List<Label> labels,
            double offset,
            @Nullable Long absent) {
        public Content {
            labels = List.copyOf(labels);
        }
    }

    /** From {@code low} to {@code high}, the upper end within or not. */
    record Range(double low, double high, boolean highWithin) {
        boolean holds(double value) {
            return value >= low && (highWithin ? value <= high : value < high);
        }
    }

    /** The name of one raw value. */
    record Label(long raw, String name) {}
}
