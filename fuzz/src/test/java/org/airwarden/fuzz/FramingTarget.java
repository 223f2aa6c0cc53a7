package org.airwarden.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.airwarden.feeds.Frame;
import org.airwarden.feeds.FrameFault;
import org.airwarden.feeds.FrameReader;
import org.airwarden.feeds.Framing;
import org.airwarden.feeds.RecordingFormat;

/**
 * The readers of recordings. The first octet chooses the format, and whether the format's header
 * and good frames stand around the rest; the last good frame must be read then, whatever stood
 * before it.
 */
final class FramingTarget implements Target {
    private static final List<RecordingFormat> FORMATS = RecordingFormat.all();
    private static final List<byte[]> GOOD = good();

    @Override
    public String name() {
        return "framing";
    }

    @Override
    public void run(byte[] data) {
        int choice = Bytes.choice(data, 2 * FORMATS.size());
        RecordingFormat format = FORMATS.get(choice / 2);
        byte[] rest = Bytes.tail(data);
        if (choice % 2 == 0 || !isFramed(format)) {
            read(format, rest);
            return;
        }
        byte[] all = Bytes.join(Framings.header(format), rest);
        for (int i = 0; i < GOOD.size(); i++) {
            all = Bytes.join(all, Framings.frame(format, GOOD.get(i), i));
        }
        byte[] last = read(format, all);
        // A length that happens to lead to the very end of the file is as true as any other.
        Bytes.require(
                Bytes.endsWith(last, GOOD.getLast()) || beginsSection(format, rest),
                format.word() + " does not read the good frame behind bad octets");
    }

    /** Behind the mark of a new section the interfaces of the one before hold no longer. */
    private static boolean beginsSection(RecordingFormat format, byte[] rest) {
        if (format.framing() != Framing.PCAPNG) {
            return false;
        }
        for (int i = 0; i + 4 <= rest.length; i++) {
            if (rest[i] == 0x0A
                    && rest[i + 1] == 0x0D
                    && rest[i + 2] == 0x0D
                    && rest[i + 3] == 0x0A) {
                return true;
            }
        }
        return false;
    }

    static boolean isFramed(RecordingFormat format) {
        return switch (format.framing()) {
            case RAW_ASTERIX, FINAL, RPLY, GPS, PCAP, PCAPNG -> true;
            case BEAST, AVR, SBS, READSB_JSON -> false;
            case IQ_U8_2400, IQ_S16_2400, IQ_U8_2000, IQ_S16_2000 -> false;
        };
    }

    /** Reads everything; returns the last payload. */
    private static byte[] read(RecordingFormat format, byte[] all) {
        Frame frame = new Frame();
        byte[] last = {};
        try (FrameReader reader =
                FrameReader.open(
                        new ByteArrayInputStream(all), format, fault -> check(fault, all))) {
            long position = -1;
            int frames = 0;
            while (reader.next(frame)) {
                Bytes.require(frame.length() > 0, "an empty frame");
                Bytes.require(reader.position() >= position, "the reader went back");
                Bytes.require(++frames <= all.length, "more frames than octets");
                position = reader.position();
                last = frame.copyOfPayload();
            }
            Bytes.require(reader.position() == all.length, "the reader stopped before the end");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return last;
    }

    private static void check(FrameFault fault, byte[] all) {
        Bytes.require(
                fault.fileOffset() >= 0 && fault.fileOffset() + fault.length() <= all.length,
                "a fault outside the file");
    }

    private static List<byte[]> good() {
        SplittableRandom random = new SplittableRandom(48);
        List<byte[]> good = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            good.add(RandomBlocks.block(random, 1 + i % 2));
        }
        return good;
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        for (int i = 0; i < FORMATS.size(); i++) {
            RecordingFormat format = FORMATS.get(i);
            if (isFramed(format)) {
                seeds.add(Bytes.withChoice(2 * i, Framings.recording(format, GOOD)));
                seeds.add(
                        Bytes.withChoice(2 * i + 1, Framings.frame(format, GOOD.getFirst(), 100)));
                continue;
            }
            byte[] stream =
                    switch (format.framing()) {
                        case BEAST -> Streams.beast(4);
                        case AVR -> Streams.avr(4);
                        case SBS -> Streams.sbs(4);
                        case READSB_JSON -> Streams.readsb(3);
                        // Radio samples, of which this is as good a beginning as any.
                        default -> Streams.beast(8);
                    };
            seeds.add(Bytes.withChoice(2 * i, stream));
            if (format.framing() == Framing.READSB_JSON) {
                seeds.add(Bytes.withChoice(2 * i, Streams.readsbLines(3)));
            }
        }
        return seeds;
    }
}
