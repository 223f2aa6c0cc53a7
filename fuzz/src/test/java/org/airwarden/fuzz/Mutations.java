package org.airwarden.fuzz;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Changes of bytes as noise, faulty software and people make them. */
final class Mutations {
    private Mutations() {}

    /** One to four changes, at places and of kinds that the random numbers choose. */
    static byte[] change(byte[] input, SplittableRandom random) {
        byte[] bytes = input.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes && bytes.length > 0; i++) {
            int at = random.nextInt(bytes.length);
            int length = 1 + random.nextInt(Math.min(16, bytes.length - at));
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 3 -> bytes[at] = (byte) random.nextInt(256);
                case 4 -> Arrays.fill(bytes, at, at + length, (byte) -random.nextInt(2));
                case 5 -> bytes = without(bytes, at, length);
                case 6 -> {
                    byte[] noise = new byte[length];
                    random.nextBytes(noise);
                    bytes = inserted(bytes, at, noise);
                }
                default -> bytes = inserted(bytes, at, Arrays.copyOfRange(bytes, at, at + length));
            }
        }
        return random.nextInt(10) == 0 && bytes.length > 0
                ? Arrays.copyOf(bytes, random.nextInt(bytes.length))
                : bytes;
    }

    private static byte[] without(byte[] bytes, int at, int length) {
        return Bytes.join(
                Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + length, bytes.length));
    }

    private static byte[] inserted(byte[] bytes, int at, byte[] what) {
        return Bytes.join(
                Arrays.copyOf(bytes, at), what, Arrays.copyOfRange(bytes, at, bytes.length));
    }
}
