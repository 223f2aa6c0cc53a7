package org.airwarden.feeds;

import java.io.ByteArrayOutputStream;

/** CAT048 of a radar for tests, octet by octet: 010, 140, 040 and, where asked, 220. */
final class Radar {
    /** Octets of a record without an address. */
    static final int RECORD = 10;

    private Radar() {}

    /** A record of SAC 20; an address below 0 leaves item 220 out. */
    static byte[] record(int sic, double timeOfDay, int address) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (address < 0) {
            out.write(0xD0);
        } else {
            out.write(0xD1);
            out.write(0x80);
        }
        out.write(20);
        out.write(sic);
        int ticks = (int) (timeOfDay * 128);
        out.write(ticks >> 16);
        out.write(ticks >> 8);
        out.write(ticks);
        out.writeBytes(new byte[] {0x20, (byte) ticks, 0x40, (byte) sic});
        if (address >= 0) {
            out.write(address >> 16);
            out.write(address >> 8);
            out.write(address);
        }
        return out.toByteArray();
    }

    static byte[] block(byte[]... records) {
        return blockOf(48, records);
    }

    static byte[] blockOf(int category, byte[]... records) {
        int length = 3;
        for (byte[] record : records) {
            length += record.length;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(category);
        out.write(length >> 8);
        out.write(length);
        for (byte[] record : records) {
            out.writeBytes(record);
        }
        return out.toByteArray();
    }

    /** CAT034: a north mark, 010 and 030 behind 000. */
    static byte[] northMark(int sic, double timeOfDay) {
        int ticks = (int) (timeOfDay * 128);
        return blockOf(
                34,
                new byte[] {
                    (byte) 0xE0,
                    20,
                    (byte) sic,
                    1,
                    (byte) (ticks >> 16),
                    (byte) (ticks >> 8),
                    (byte) ticks
                });
    }
}
