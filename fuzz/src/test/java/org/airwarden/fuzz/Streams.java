package org.airwarden.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.airwarden.modes.AirbornePosition;
import org.airwarden.modes.AirborneVelocity;
import org.airwarden.modes.AircraftIdentification;
import org.airwarden.modes.AltitudeCode;
import org.airwarden.modes.AvrWriter;
import org.airwarden.modes.BeastWriter;
import org.airwarden.modes.FrameKind;
import org.airwarden.modes.ModeSEncoder;
import org.airwarden.modes.OperationalStatus;
import org.airwarden.modes.SurfacePosition;

/** Made-up traffic in the formats of receivers: a few aircraft and all that they say. */
final class Streams {
    private static final int ADDRESS = 0x400001;
    private static final long TICKS = 12_000_000 / 10;

    private Streams() {}

    /** Messages of one aircraft after the other; each is 7 or 14 octets. */
    static List<byte[]> messages(int rounds) {
        List<byte[]> messages = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            int address = ADDRESS + i % 3;
            double latitude = Math.toRadians(50 + i * 0.001);
            double longitude = Math.toRadians(8 + i * 0.001);
            int height = AltitudeCode.code12Of(10_000 + 25 * i);
            messages.add(
                    squitter(
                            address,
                            AirbornePosition.build(
                                    11, 0, false, height, latitude, longitude, i % 2 == 1)));
            messages.add(
                    squitter(
                            address,
                            SurfacePosition.build(7, 10, 1, latitude, longitude, i % 2 == 1)));
            messages.add(squitter(address, AirborneVelocity.build(2, 100, -50, 5, true, 30)));
            messages.add(squitter(address, AircraftIdentification.build(3, "FUZZ" + i)));
            messages.add(squitter(address, OperationalStatus.build(false, true, false, 9, 3)));
            byte[] reply = new byte[14];
            int length = ModeSEncoder.allCall(5, address, i % 3, reply, 0);
            messages.add(java.util.Arrays.copyOf(reply, length));
            int code = AltitudeCode.code13Of(10_000);
            length = ModeSEncoder.surveillance(4, 0, code, 0, address, reply, 0);
            messages.add(java.util.Arrays.copyOf(reply, length));
            length = ModeSEncoder.surveillance(20, 0, code, 0x1234567890ABCDL, address, reply, 0);
            messages.add(java.util.Arrays.copyOf(reply, length));
        }
        return messages;
    }

    static byte[] squitter(int address, long me) {
        byte[] message = new byte[14];
        ModeSEncoder.extendedSquitter(5, address, me, message, 0);
        return message;
    }

    static byte[] beast(int rounds) {
        byte[] all = {};
        long counter = 0x1A_0000;
        for (byte[] message : messages(rounds)) {
            all = Bytes.join(all, beast(message, counter += TICKS));
        }
        return all;
    }

    static byte[] beast(byte[] message, long counter) {
        FrameKind kind =
                switch (message.length) {
                    case 2 -> FrameKind.MODE_AC;
                    case 7 -> FrameKind.SHORT;
                    default -> FrameKind.LONG;
                };
        byte[] frame = new byte[BeastWriter.MAXIMUM_LENGTH];
        int length = BeastWriter.write(kind, counter, 99, message, 0, frame, 0);
        return java.util.Arrays.copyOf(frame, length);
    }

    static byte[] avr(int rounds) {
        byte[] all = {};
        long counter = 0;
        for (byte[] message : messages(rounds)) {
            counter += TICKS;
            byte[] line =
                    counter % (2 * TICKS) == 0
                            ? AvrWriter.line(message, 0, message.length)
                            : AvrWriter.line(counter, message, 0, message.length);
            all = Bytes.join(all, line);
        }
        return all;
    }

    static byte[] sbs(int rounds) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < rounds; i++) {
            String head = ",1,1,40000" + i % 10 + ",1,2026/11/21,10:00:0" + i % 10 + ".5";
            String times = head + ",2026/11/21,10:00:0" + i % 10 + ".500,";
            lines.append("MSG,1").append(times).append("FUZZ").append(i).append(",,,,,,,,,,,\n");
            lines.append("MSG,3").append(times).append(",10000,,,50.1,8.2,,,0,0,0,0\n");
            lines.append("MSG,4").append(times).append(",,420.5,271.5,,,-64,,0,0,0,0\r\n");
            lines.append("MSG,6").append(times).append(",9975,,,,,,7700,-1,-1,0,0\n");
            lines.append("STA").append(times).append("RM\n");
        }
        return ascii(lines.toString());
    }

    static byte[] readsb(int aircraft) {
        StringBuilder text = new StringBuilder("{\"now\" : 1795219200.1,\n\"messages\" : 7,\n");
        text.append("\"aircraft\" : [\n");
        for (int i = 0; i < aircraft; i++) {
            text.append(i > 0 ? ",\n" : "").append(aircraft("", i));
        }
        return ascii(text.append("\n]\n}\n").toString());
    }

    static byte[] readsbLines(int aircraft) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < aircraft; i++) {
            text.append(aircraft("\"now\":1795219200.1,", i)).append('\n');
        }
        return ascii(text.toString());
    }

    private static String aircraft(String now, int i) {
        return "{"
                + now
                + "\"hex\":\""
                + (i % 2 == 0 ? "40000" : "~40000")
                + i % 10
                + "\",\"type\":\"adsb_icao\",\"flight\":\"FUZZ \\u00e9\",\"alt_baro\":"
                + (i == 1 ? "\"ground\"" : "10000")
                + ",\"alt_geom\":10100,\"gs\":420.5,\"track\":271.5,\"baro_rate\":-64,"
                + "\"squawk\":\"7700\",\"emergency\":\"general\",\"lat\":50.1,\"lon\":8.2,"
                + "\"nic\":8,\"rc\":186,\"seen_pos\":0.5,\"nac_p\":9,\"mlat\":[],\"tisb\":[],"
                + "\"messages\":10,\"seen\":0.1,\"rssi\":-20.1}";
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
