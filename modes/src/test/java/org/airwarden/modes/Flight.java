package org.airwarden.modes;

import java.util.ArrayList;
import java.util.List;

/** Made-up traffic as messages: what a receiver would hear, with the truth beside it. */
final class Flight {

    /** A message, when it was heard, and where its sender was. */
    record Heard(long time, byte[] message, double latitude, double longitude) {}

    static final long SECOND = 1_000_000_000L;

    private Flight() {}

    static double radians(double degrees) {
        return StrictMath.toRadians(degrees);
    }

    /**
     * Aircraft on straight lines, each saying all there is to say, twice a second position and
     * velocity; every 37th frame is garbled.
     */
    static List<Heard> traffic(int aircraft, int seconds) {
        List<Heard> heard = new ArrayList<>();
        for (int half = 0; half < 2 * seconds; half++) {
            for (int i = 0; i < aircraft; i++) {
                long time = half * SECOND / 2 + i * 1_000_000L;
                int address = 0x400000 + 77 * i;
                double latitude = radians(50 + i * 0.1 + half * 0.0005);
                double longitude = radians(8 - i * 0.2 + half * 0.001);
                boolean odd = half % 2 == 1;
                int feet = 10_000 + 500 * i;
                long position =
                        AirbornePosition.build(
                                11,
                                0,
                                false,
                                AltitudeCode.code12Of(feet),
                                latitude,
                                longitude,
                                odd);
                heard.add(squitter(time, address, position, latitude, longitude));
                heard.add(
                        squitter(
                                time + 100,
                                address,
                                AirborneVelocity.build(2, 100 + i, -50, 5, true, 30),
                                latitude,
                                longitude));
                byte[] reply = new byte[14];
                if (half % 10 == 0) {
                    heard.add(
                            squitter(
                                    time + 200,
                                    address,
                                    AircraftIdentification.build(3, "TEST" + i),
                                    latitude,
                                    longitude));
                    heard.add(
                            squitter(
                                    time + 300,
                                    address,
                                    OperationalStatus.build(false, true, false, 9, 3),
                                    latitude,
                                    longitude));
                    int length = ModeSEncoder.allCall(5, address, i % 3, reply, 0);
                    heard.add(new Heard(time + 400, cut(reply, length), latitude, longitude));
                }
                int length =
                        ModeSEncoder.surveillance(
                                4, 0, AltitudeCode.code13Of(feet), 0, address, reply, 0);
                heard.add(new Heard(time + 500, cut(reply, length), latitude, longitude));
            }
        }
        for (int i = 36; i < heard.size(); i += 37) {
            heard.get(i).message()[5] ^= 0x11;
        }
        return heard;
    }

    static Heard squitter(long time, int address, long me, double latitude, double longitude) {
        byte[] message = new byte[14];
        ModeSEncoder.extendedSquitter(5, address, me, message, 0);
        return new Heard(time, message, latitude, longitude);
    }

    private static byte[] cut(byte[] bytes, int length) {
        return java.util.Arrays.copyOf(bytes, length);
    }
}
