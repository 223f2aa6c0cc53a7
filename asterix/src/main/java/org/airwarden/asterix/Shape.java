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

    /** Presence bits like a record's, then the subitems that are present. */
    record Compound(List<Slot> slots) implements Shape {
        public Compound {
            slots = List.copyOf(slots);
        }
    }

    /** A length octet that counts itself, then octets this definition does not read (RE, SP). */
    record Explicit() implements Shape {}

    /** A named item or subitem with a short description of our own, which may be empty. */
    record Named(String name, String title, Shape shape) {}

    /** A place among the presence bits: an item, or nothing. */
    record Slot(@Nullable Named named) {}

    /** A run of bits inside an item. */
    sealed interface Part {}

    /** Bits that the standard leaves unused and zero. */
    record Spare(int bits) implements Part {}

    /** The extension bit. */
    record More() implements Part {}

    /** A field; the name is empty when the item is one single field. */
    record Value(String name, int bits, Content content) implements Part {}

    /** The same bits read in one of several ways, told by another field of the same item. */
    record Choice(List<Alternative> alternatives) implements Part {
        public Choice {
            alternatives = List.copyOf(alternatives);
        }
    }

    /** One reading of a {@link Choice}: holds where {@code selector} equals {@code value}. */
    record Alternative(Value field, String selector, long value) {}

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
     * @param multiplier value = raw × multiplier ÷ divisor, in {@code unit}
     * @param divisor 1 unless the scale is no multiple of a power of two
     * @param unit "" for plain numbers
     * @param range where sensible values lie, or null
     * @param labels names of single raw values
     */
    record Content(
            Kind kind,
            boolean signed,
            double multiplier,
            double divisor,
            String unit,
            @Nullable Range range,
            List<Label> labels) {
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
