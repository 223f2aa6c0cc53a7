package org.airwarden.modes;

/**
 * Integrity category and containment radius that a position's type code stands for. Version 0: NUCp
 * of RTCA DO-260 table 2-11; version 1: NIC of DO-260A table 2-16; version 2: NIC of DO-260B table
 * 2-14, told apart by supplements A, B and C.
 *
 * <p>Stateless; safe from any thread.
 */
public final class PositionIntegrity {

    private PositionIntegrity() {}

    /**
     * NIC, or NUCp for a version below 1.
     *
     * @param version of the standard, see {@link PositionQuality#version}
     * @param typeCode 5 to 18, 20 to 22
     * @param a NIC supplement A, or that of version 1
     * @param b NIC supplement B, airborne position of version 2
     * @param c NIC supplement C, surface position of version 2
     */
    public static int category(int version, int typeCode, boolean a, boolean b, boolean c) {
        if (version <= 0) {
            return switch (typeCode) {
                case 5, 9, 20 -> 9;
                case 6, 10, 21 -> 8;
                case 7, 11 -> 7;
                case 8, 12 -> 6;
                case 13, 14, 15, 16, 17 -> 18 - typeCode;
                default -> 0;
            };
        }
        boolean second = version == 1 ? a : a && b;
        return switch (typeCode) {
            case 5, 9, 20 -> 11;
            case 6, 10, 21 -> 10;
            case 7 -> a && (version == 1 || !c) ? 9 : 8;
            case 8 -> version == 1 ? 0 : surface(a, c);
            case 11 -> second ? 9 : 8;
            case 12 -> 7;
            case 13 -> 6;
            case 14 -> 5;
            case 15 -> 4;
            case 16 -> second ? 3 : 2;
            case 17 -> 1;
            default -> 0;
        };
    }

    /** Containment radius in metres for the same arguments; NaN when unknown. */
    public static double radius(int version, int typeCode, boolean a, boolean b, boolean c) {
        boolean second = version == 1 ? a : a && b;
        boolean newer = version > 0;
        return switch (typeCode) {
            case 5, 9, 20 -> 7.5;
            case 6, 10, 21 -> 25;
            case 7 -> newer && a && (version == 1 || !c) ? 75 : miles(0.1);
            case 8 -> version <= 0 ? miles(0.2) : version == 1 ? Double.NaN : surfaceRadius(a, c);
            case 11 -> newer && second ? 75 : miles(0.1);
            case 12 -> miles(0.2);
            case 13 -> thirteenth(version, a, b);
            case 14 -> miles(1);
            case 15 -> miles(2);
            case 16 -> newer ? miles(second ? 4 : 8) : miles(10);
            case 17 -> miles(20);
            default -> Double.NaN;
        };
    }

    /** NIC of a position of version 0, whose own word is NUCp: DO-260B table N-4. */
    public static int integrityOfVersion0(int typeCode) {
        return switch (typeCode) {
            case 5, 9, 20 -> 11;
            case 6, 10, 21 -> 10;
            case 7, 11 -> 8;
            case 12 -> 7;
            case 13 -> 6;
            case 14 -> 5;
            case 15 -> 4;
            case 16, 17 -> 1;
            default -> 0;
        };
    }

    /** NACp that stands for a type code of version 0: DO-260B table N-7 (ED-102A alike). */
    public static int accuracyOfVersion0(int typeCode) {
        return integrityOfVersion0(typeCode);
    }

    /** SIL that stands for a type code of version 0: DO-260B table N-8 (ED-102A alike). */
    public static int sourceIntegrityOfVersion0(int typeCode) {
        return (typeCode >= 5 && typeCode <= 17) || typeCode == 20 || typeCode == 21 ? 2 : 0;
    }

    /**
     * 95 % bound of the horizontal velocity's error, metres a second, for NACv, which NUCr of
     * version 0 equals code by code (DO-260B 2.2.3.2.6.1.5, table N-9); NaN for 0 and reserved.
     */
    public static double velocityError(int category) {
        return switch (category) {
            case 1 -> 10;
            case 2 -> 3;
            case 3 -> 1;
            case 4 -> 0.3;
            default -> Double.NaN;
        };
    }

    /** 95 % bound of the geometric height's error, metres, for GVA (table 2-72); NaN if unknown. */
    public static double heightError(int category) {
        return switch (category) {
            case 1 -> 150;
            case 2 -> 45;
            default -> Double.NaN;
        };
    }

    private static int surface(boolean a, boolean c) {
        return a && c ? 7 : a || c ? 6 : 0;
    }

    private static double surfaceRadius(boolean a, boolean c) {
        if (a) {
            return miles(c ? 0.2 : 0.3);
        }
        return c ? miles(0.6) : Double.NaN;
    }

    private static double thirteenth(int version, boolean a, boolean b) {
        if (version == 1) {
            return miles(a ? 0.6 : 0.5);
        }
        if (version > 1 && b) {
            return miles(a ? 0.6 : 0.3);
        }
        return miles(0.5);
    }

    private static double miles(double nauticalMiles) {
        return nauticalMiles * Units.NAUTICAL_MILE;
    }
}
