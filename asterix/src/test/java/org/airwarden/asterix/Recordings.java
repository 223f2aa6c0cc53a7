package org.airwarden.asterix;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Real recordings, which are no part of the project; a test that lacks one is skipped aloud. */
final class Recordings {
    private Recordings() {}

    static byte[] bytes(String name) {
        Path file = Path.of(System.getProperty("airwarden.shared", "."), "data", name);
        if (!Files.isReadable(file)) {
            System.err.println("SKIPPED: no recording " + file);
            Assumptions.abort("no recording " + file);
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The UDP payloads of a little-endian Ethernet pcap file with IPv4 and no fragments. */
    static List<byte[]> datagrams(byte[] pcap) {
        List<byte[]> payloads = new ArrayList<>();
        int at = 24;
        while (at + 16 <= pcap.length) {
            int captured = (pcap[at + 8] & 0xFF) | (pcap[at + 9] & 0xFF) << 8;
            int ip = at + 16 + 14;
            int udp = ip + (pcap[ip] & 0xF) * 4;
            int length = (pcap[udp + 4] & 0xFF) << 8 | (pcap[udp + 5] & 0xFF);
            payloads.add(java.util.Arrays.copyOfRange(pcap, udp + 8, udp + length));
            at += 16 + captured;
        }
        return payloads;
    }

    /** The blocks of a GPS recorder file: 2200 octets of header, ten octets behind each block. */
    static byte[] withoutRecorderFrames(byte[] file) {
        ByteArrayOutputStream blocks = new ByteArrayOutputStream();
        int at = 2200;
        while (at + 3 <= file.length) {
            int length = (file[at + 1] & 0xFF) << 8 | (file[at + 2] & 0xFF);
            if (length < 3 || at + length > file.length) {
                break;
            }
            blocks.write(file, at, length);
            at += length + 10;
        }
        return blocks.toByteArray();
    }

    /** The blocks of a FINAL file: length of two octets, six of header, payload, four times A5. */
    static byte[] withoutFinalFrames(byte[] file) {
        ByteArrayOutputStream blocks = new ByteArrayOutputStream();
        int at = 0;
        while (at + 12 <= file.length) {
            int length = (file[at] & 0xFF) << 8 | (file[at + 1] & 0xFF);
            blocks.write(file, at + 8, length - 12);
            at += length;
        }
        return blocks.toByteArray();
    }
}
