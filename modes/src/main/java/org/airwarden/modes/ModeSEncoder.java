package org.airwarden.modes;

/**
 * Builds Mode S downlink messages with their parity: what simulation and tests need to speak the
 * wire's language. Each method writes 7 or 14 bytes and returns how many. Stateless; safe from any
 * thread.
 */
public final class ModeSEncoder {

    private ModeSEncoder() {}

    /**
     * DF17: an extended squitter of a transponder.
     *
     * @param capability 0 to 7, 5 airborne, 4 on the ground
     * @param me 56 bits, as the {@code build} methods of {@link AirbornePosition} and its kin make
     */
    public static int extendedSquitter(
            int capability, int address, long me, byte[] out, int offset) {
        return squitter(17, capability, address, me, out, offset);
    }

    /**
     * DF18: an extended squitter of another device.
     *
     * @param control CF field: 0 and 1 ADS-B, 2 and 5 TIS-B, 6 ADS-R
     */
    public static int nonTransponder(int control, int address, long me, byte[] out, int offset) {
        return squitter(18, control, address, me, out, offset);
    }

    /**
     * DF11: an all-call reply, or an acquisition squitter.
     *
     * @param interrogator 0 for a squitter, else see {@link ModeSMessage#interrogator()}
     */
    public static int allCall(
            int capability, int address, int interrogator, byte[] out, int offset) {
        header(11, capability, address, out, offset);
        return parity(out, offset, ModeSMessage.SHORT_LENGTH, interrogator);
    }

    /**
     * DF 4, 5, 20 or 21: a surveillance reply.
     *
     * @param format 4, 5, 20 or 21
     * @param flightStatus FS, 0 to 7
     * @param code 13 bits of altitude or identity
     * @param commB 56 bits, for DF 20 and 21 only
     */
    public static int surveillance(
            int format,
            int flightStatus,
            int code,
            long commB,
            int address,
            byte[] out,
            int offset) {
        header(format, flightStatus, code & 0x1FFF, out, offset);
        return withPayload(format, commB, address, out, offset);
    }

    /**
     * DF 0 or 16: an ACAS reply.
     *
     * @param format 0 or 16
     * @param onGround vertical status
     * @param altitudeCode 13 bits
     * @param payload 56 bits (MV), for DF16 only
     */
    public static int airToAir(
            int format,
            boolean onGround,
            int altitudeCode,
            long payload,
            int address,
            byte[] out,
            int offset) {
        header(format, onGround ? 4 : 0, altitudeCode & 0x1FFF, out, offset);
        return withPayload(format, payload, address, out, offset);
    }

    private static int squitter(int format, int low, int address, long me, byte[] out, int offset) {
        header(format, low, address, out, offset);
        put(me, 7, out, offset + 4);
        return parity(out, offset, ModeSMessage.LONG_LENGTH, 0);
    }

    private static int withPayload(int format, long payload, int address, byte[] out, int offset) {
        int length = ModeSMessage.lengthOf(format);
        if (length == ModeSMessage.LONG_LENGTH) {
            put(payload, 7, out, offset + 4);
        }
        return parity(out, offset, length, address);
    }

    private static void header(int format, int low, int next, byte[] out, int offset) {
        out[offset] = (byte) (format << 3 | (low & 7));
        put(next, 3, out, offset + 1);
    }

    private static int parity(byte[] out, int offset, int length, int overlay) {
        put(Crc24.of(out, offset, length - 3) ^ overlay, 3, out, offset + length - 3);
        return length;
    }

    private static void put(long value, int count, byte[] out, int offset) {
        for (int i = 0; i < count; i++) {
            out[offset + i] = (byte) (value >>> (8 * (count - 1 - i)));
        }
    }
}
