package org.airwarden.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.airwarden.modes.ModeSDecoder;
import org.airwarden.modes.ModeSEncoder;
import org.airwarden.modes.ModeSMessage;
import org.airwarden.modes.ModeSReport;
import org.airwarden.modes.PositionSettings;

/**
 * Mode S messages and positions, with sound parity where the fuzzer would never find it. Every
 * sixteen octets are a step in time, a kind and fourteen octets: a message as it is, or an address
 * and the 56 bits that it says in a message of that kind.
 */
final class ModeSTarget implements Target {
    private static final int STEP = 16;
    private static final long TIME_UNIT = 50_000_000;

    @Override
    public String name() {
        return "modes";
    }

    @Override
    public void run(byte[] data) {
        decode(data, PositionSettings.anywhere());
        decode(data, PositionSettings.at(Math.toRadians(50), Math.toRadians(8)));
    }

    private static void decode(byte[] data, PositionSettings settings) {
        List<ModeSReport> reports = new ArrayList<>();
        ModeSDecoder decoder = new ModeSDecoder(settings, reports::add);
        long time = 0;
        for (int at = 0; at + STEP <= data.length; at += STEP) {
            time += (data[at] & 0xFF) * TIME_UNIT;
            byte[] message = message(data, at + 1);
            decoder.take(time, message, 0, message.length, data[at] & 0xFF);
            if (at / STEP == 3) {
                byte[] snapshot = decoder.snapshot();
                decoder = new ModeSDecoder(settings, reports::add);
                decoder.restore(snapshot);
                Bytes.require(
                        Arrays.equals(decoder.snapshot(), snapshot), "a snapshot is not restored");
            }
        }
        reports.forEach(ModeSTarget::check);
    }

    /** What any report must hold to. */
    static void check(ModeSReport report) {
        int address = report.address().value();
        Bytes.require(address >= 0 && address <= 0xFFFFFF, "an address of " + address);
        if (report instanceof ModeSReport.Position position) {
            if (position.outcome().isResolved()) {
                Bytes.require(
                        Math.abs(position.latitude()) <= Math.PI / 2
                                && Math.abs(position.longitude()) <= Math.PI,
                        "a position beyond the Earth: " + position);
            } else {
                Bytes.require(
                        Double.isNaN(position.latitude()) && Double.isNaN(position.longitude()),
                        "an unresolved position: " + position);
            }
        }
        report.toString();
    }

    private static byte[] message(byte[] data, int at) {
        int kind = data[at] & 0x0F;
        int address = 0x400000 + (data[at + 1] & 3);
        long said = 0;
        for (int i = 0; i < 7; i++) {
            said = said << 8 | data[at + 2 + i] & 0xFF;
        }
        int low = data[at + 9] & 0xFF;
        int code = (data[at + 10] & 0x1F) << 8 | data[at + 11] & 0xFF;
        byte[] message = new byte[ModeSMessage.LONG_LENGTH];
        int length =
                switch (kind) {
                    case 0, 1, 2, 3, 4, 5 ->
                            ModeSEncoder.extendedSquitter(low & 7, address, said, message, 0);
                    case 6, 7 -> ModeSEncoder.nonTransponder(low & 7, address, said, message, 0);
                    case 8 -> ModeSEncoder.allCall(low & 7, address, low >> 3, message, 0);
                    case 9, 10, 11, 12 ->
                            ModeSEncoder.surveillance(
                                    new int[] {4, 5, 20, 21}[kind - 9],
                                    low & 7,
                                    code,
                                    said,
                                    address,
                                    message,
                                    0);
                    default -> {
                        System.arraycopy(data, at + 1, message, 0, message.length);
                        yield kind == 13 ? ModeSMessage.SHORT_LENGTH : message.length;
                    }
                };
        return Arrays.copyOf(message, length);
    }

    @Override
    public List<byte[]> seeds() {
        byte[] all = {};
        List<byte[]> seeds = new ArrayList<>();
        for (byte[] message : Streams.messages(4)) {
            byte[] step = new byte[STEP];
            step[0] = 5;
            if (message.length == ModeSMessage.LONG_LENGTH && (message[0] & 0xFF) >>> 3 == 17) {
                System.arraycopy(message, 4, step, 3, 7);
                step[10] = 5;
            } else {
                step[1] = 9;
                step[11] = message[2];
                step[12] = message[3];
            }
            all = Bytes.join(all, step);
            seeds.add(step);
        }
        seeds.add(all);
        return seeds;
    }
}
