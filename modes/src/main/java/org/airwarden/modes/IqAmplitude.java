package org.airwarden.modes;

/**
 * Samples to amplitudes, 1 being full scale. Amplitude, not power: where a sample is covered by a
 * pulse in part, its amplitude is that part of the pulse's.
 *
 * <p>Stateless; safe from any thread.
 */
final class IqAmplitude {

    private static final float[] OF_BYTES = table();

    private IqAmplitude() {}

    /** Amplitudes of all pairs of bytes; the first byte of a pair in the lower bits. */
    private static float[] table() {
        float[] table = new float[1 << 16];
        for (int pair = 0; pair < table.length; pair++) {
            double i = ((pair & 0xFF) - 127.5) / 127.5;
            double q = ((pair >>> 8) - 127.5) / 127.5;
            table[pair] = (float) Math.sqrt(i * i + q * q);
        }
        return table;
    }

    /** Pairs of unsigned bytes. */
    static void ofBytes(byte[] bytes, int offset, int samples, float[] out, int at) {
        for (int n = 0; n < samples; n++) {
            int from = offset + 2 * n;
            out[at + n] = OF_BYTES[(bytes[from] & 0xFF) | (bytes[from + 1] & 0xFF) << 8];
        }
    }

    /** Pairs of signed 16-bit values, little-endian. */
    static void ofShorts(byte[] bytes, int offset, int samples, float[] out, int at) {
        for (int n = 0; n < samples; n++) {
            int from = offset + 4 * n;
            float i = (short) ((bytes[from] & 0xFF) | bytes[from + 1] << 8);
            float q = (short) ((bytes[from + 2] & 0xFF) | bytes[from + 3] << 8);
            out[at + n] = (float) Math.sqrt(i * i + q * q) * (1f / 32_768);
        }
    }
}
