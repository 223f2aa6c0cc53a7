package org.airwarden.asterix;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Mode S registers (Comm-B data selector, BDS) whose layout is known: {@code 4.0} is BDS 4,0.
 * Radars send them in items such as I048/250, with their code; ACAS resolution advisories are
 * register 3,0. Layouts are those of ICAO Doc 9871 and, for the extended squitters (0,5 to 0,9,
 * 6,1, 6,2, 6,5), of RTCA DO-260B. The data file {@code registers.def} holds them.
 *
 * <p>A field of a register that hangs on a status bit is absent while the bit is 0. In a record,
 * {@link RecordView#value(Field, int, Field)} reads it in place:
 *
 * <pre>{@code
 * Field registers = definition.field("250/MBDATA");
 * Field mach = Registers.field("6.0/MACH");
 * int at = record.find(registers, 0x60);
 * double value = record.value(registers, at, mach); // NaN where there is none
 * }</pre>
 *
 * <p>Elsewhere {@link #value(Field, long)} reads it from the 56 bits as a number. What register
 * unlabelled bits may be is not told here. Handles are immutable and safe to share.
 */
public final class Registers {
    private static final int BITS = 56;

    private static final Definition ALL = read();
    private static final @Nullable Item[] BY_CODE = byCode();

    private Registers() {}

    private static Definition read() {
        String file = "registers.def";
        return Definitions.laidOut(
                file, DefinitionParser.parseRegisters(file, Definitions.resource(file)));
    }

    private static @Nullable Item[] byCode() {
        @Nullable Item[] byCode = new @Nullable Item[256];
        for (Item item : ALL.items()) {
            item.register = Integer.parseInt(item.name().replace(".", ""), 16);
            byCode[item.register] = item;
        }
        return byCode;
    }

    /** The registers, by code; their names are {@code 0.5}, {@code 4.0} and so on. */
    public static List<Item> all() {
        return ALL.items();
    }

    /**
     * The register with a code such as 0x40, or null where its layout is not known.
     *
     * @param code any number; what is no code of a register gives null
     */
    public static @Nullable Item of(int code) {
        return code < 0 || code >= BY_CODE.length ? null : BY_CODE[code];
    }

    /**
     * The field with this path, {@code 6.0/MACH}.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Field field(String path) {
        return ALL.field(path);
    }

    /**
     * Whether the field is there in a register.
     *
     * @param bits the register, in the low 56 bits, its first bit highest
     */
    public static boolean has(Field field, long bits) {
        return check(field).holds(bits, BITS);
    }

    /** The raw value of a field in the low 56 bits of a number; 0 when absent. */
    public static long raw(Field field, long bits) {
        return check(field).holds(bits, BITS) ? field.extract(bits, BITS) : 0;
    }

    /** The value of a field in the low 56 bits of a number, in its unit; NaN when absent. */
    public static double value(Field field, long bits) {
        return check(field).holds(bits, BITS) ? field.scale(field.extract(bits, BITS)) : Double.NaN;
    }

    /** The text of a field in the low 56 bits of a number; "" when absent. */
    public static String text(Field field, long bits) {
        return check(field).holds(bits, BITS) ? FieldText.of(field, field.extract(bits, BITS)) : "";
    }

    private static Field check(Field field) {
        if (field.item().definition() != ALL) {
            throw new IllegalArgumentException(field + " is no field of a register");
        }
        return field;
    }
}
