package org.airwarden.modes;

import static org.airwarden.modes.ExtendedSquitter.bit;
import static org.airwarden.modes.ExtendedSquitter.bits;
import static org.airwarden.modes.ExtendedSquitter.field;
import static org.airwarden.modes.ExtendedSquitter.signed;

/**
 * What fields of transponder registers have in common: a status bit, then a number, in two's
 * complement where it has a sign; with status 0 the number shall be 0 (ICAO Doc 9871, A.2.1).
 */
final class CommB {
    private CommB() {}

    /** A number behind its status bit; NaN when the status is 0. */
    static double unsigned(long register, int status, int count, double step) {
        return bit(register, status) ? bits(register, status + 1, count) * step : Double.NaN;
    }

    /** A number with a sign behind its status bit; {@code count} includes the sign. */
    static double number(long register, int status, int count, double step) {
        return bit(register, status) ? signed(register, status + 1, count) * step : Double.NaN;
    }

    /** Whether a field is in order: status set, or all of its bits zero. */
    static boolean isConsistent(long register, int status, int count) {
        return bit(register, status) || bits(register, status + 1, count) == 0;
    }

    /** Builds a status bit and a number; zero for NaN. Brought to the ends of the range. */
    static long build(double value, int status, int count, double step, boolean sign) {
        if (Double.isNaN(value)) {
            return 0;
        }
        long most = (1L << (sign ? count - 1 : count)) - 1;
        long least = sign ? -most - 1 : 0;
        long steps = Math.clamp((long) Math.floor(value / step + 0.5), least, most);
        return field(1, status, 1) | field(steps, status + 1, count);
    }

    /** Builds an angle, which goes round: π and -π are one code; zero for NaN. */
    static long buildAngle(double radians, int status, int count, double step) {
        return Double.isNaN(radians)
                ? 0
                : field(1, status, 1)
                        | field((long) Math.floor(radians / step + 0.5), status + 1, count);
    }
}
