package org.airwarden.feeds;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Bytes and helpers for tests. */
final class Samples {
    private Samples() {}

    /** What a reader gave. */
    record Read(List<byte[]> payloads, List<FrameFault> faults, long position) {
        byte[] joined() {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            payloads.forEach(all::writeBytes);
            return all.toByteArray();
        }
    }

    /** One block of CAT048 with that many octets. */
    static byte[] block(int length, SplittableRandom random) {
        byte[] block = new byte[length];
        random.nextBytes(block);
        block[0] = 48;
        block[1] = (byte) (length >> 8);
        block[2] = (byte) length;
        block[3] = (byte) (block[3] | 0x80);
        return block;
    }

    static List<byte[]> blockList(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<byte[]> blocks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            blocks.add(block(random.nextInt(8, 120), random));
        }
        return blocks;
    }

    static byte[] blocks(int count, long seed) {
        return join(blockList(count, seed));
    }

    static byte[] join(List<byte[]> parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        return all.toByteArray();
    }

    static Read read(byte[] file, RecordingFormat format) {
        return read(new ByteArrayInputStream(file), format);
    }

    static Read read(InputStream file, RecordingFormat format) {
        List<byte[]> payloads = new ArrayList<>();
        List<FrameFault> faults = new ArrayList<>();
        Frame frame = new Frame();
        try (FrameReader reader = FrameReader.open(file, format, faults::add)) {
            while (reader.next(frame)) {
                payloads.add(frame.copyOfPayload());
            }
            return new Read(payloads, faults, reader.position());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
