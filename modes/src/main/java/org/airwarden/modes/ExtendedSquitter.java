package org.airwarden.modes;

/**
 * The 56-bit ME field of an extended squitter, held in a {@code long}, and what is common to all of
 * its types. The classes named after its contents ({@link AirbornePosition}, {@link
 * AirborneVelocity}, ...) read and build such fields; nothing is allocated for it.
 *
 * <p>Bits are numbered as in RTCA DO-260B 2.2.3.2: 1 is sent first. Stateless; safe from any
 * thread.
 */
public final class ExtendedSquitter {

    private ExtendedSquitter() {}

    /** Type code, 0 to 31. */
    public static int typeCode(long me) {
        return bits(me, 1, 5);
    }

    /** What kind of content a type code announces. */
    public static Content content(long me) {
        int type = typeCode(me);
        if (type >= 1 && type <= 4) {
            return Content.IDENTIFICATION;
        }
        if (type >= 5 && type <= 8) {
            return Content.SURFACE_POSITION;
        }
        if ((type >= 9 && type <= 18) || (type >= 20 && type <= 22)) {
            return Content.AIRBORNE_POSITION;
        }
        return switch (type) {
            case 0 -> Content.NO_POSITION;
            case 19 -> Content.AIRBORNE_VELOCITY;
            case 23 -> Content.TEST;
            case 24 -> Content.SURFACE_SYSTEM;
            case 28 -> Content.AIRCRAFT_STATUS;
            case 29 -> Content.TARGET_STATE;
            case 31 -> Content.OPERATIONAL_STATUS;
            default -> Content.OTHER;
        };
    }

    /** The kinds of content. */
    public enum Content {
        /** Type code 0: altitude at most. */
        NO_POSITION,
        /** Type codes 1 to 4. */
        IDENTIFICATION,
        /** Type codes 5 to 8. */
        SURFACE_POSITION,
        /** Type codes 9 to 18 (pressure height) and 20 to 22 (height above the ellipsoid). */
        AIRBORNE_POSITION,
        /** Type code 19. */
        AIRBORNE_VELOCITY,
        /** Type code 28. */
        AIRCRAFT_STATUS,
        /** Type code 29. */
        TARGET_STATE,
        /** Type code 31. */
        OPERATIONAL_STATUS,
        /** Type codes that are reserved (25, 26, 27 and 30 in all versions). */
        OTHER,
        /** Type code 23: test message. */
        TEST,
        /** Type code 24: surface system status. */
        SURFACE_SYSTEM
    }

    /** The {@code count} bits from number {@code first}, 1 to 56. */
    static int bits(long me, int first, int count) {
        return (int) (me >>> (57 - first - count)) & ((1 << count) - 1);
    }

    static boolean bit(long me, int number) {
        return ((me >>> (56 - number)) & 1) != 0;
    }

    /** The {@code count} bits from number {@code first}, a number in two's complement. */
    static int signed(long me, int first, int count) {
        return (int) (me << (7 + first) >> (64 - count));
    }

    /** Places {@code count} bits of a value so that they begin at number {@code first}. */
    static long field(long value, int first, int count) {
        return (value & ((1L << count) - 1)) << (57 - first - count);
    }
}
