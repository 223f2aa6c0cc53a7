package org.airwarden.feeds;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.zip.ZipException;
import org.airwarden.feeds.Detection.Candidate;
import org.airwarden.feeds.FrameFault.Kind;
import org.airwarden.feeds.RecordingFormat.Encapsulation;
import org.airwarden.feeds.StreamProbe.Measure;
import org.jspecify.annotations.Nullable;

/**
 * Finds a recording's framing from its bytes; its name is not looked at. Every framing's own reader
 * walks the beginning of the file, and the one whose frames cover most of it wins, if they cover
 * half at least. Of a file that is longer than what is walked, samples further in are walked too.
 * Stateless; any thread.
 */
public final class FramingDetector {
    private static final int PROBE = 1 << 17;
    private static final int HEAD = 1 << 22;
    private static final int SAMPLE = 1 << 18;
    private static final double ENOUGH = 0.5;
    private static final int CONVINCING = 4;
    private static final double WORTH_TELLING = 0.01;

    /** Framings that a reader's own walk proves. */
    private static final List<Framing> CHAINED =
            List.of(Framing.FINAL, Framing.RPLY, Framing.GPS, Framing.RAW_ASTERIX);

    private FramingDetector() {}

    /**
     * Finds the framing of a file; compressed files are looked into.
     *
     * @throws IOException when the file cannot be read
     */
    public static Detection detect(Path file) throws IOException {
        byte[] head;
        try (InputStream in = FrameReader.inputOf(file)) {
            head = readUpTo(in, HEAD);
        }
        Detection detection = detect(head, head.length == HEAD);
        long size = Files.size(file);
        RecordingFormat format = detection.format();
        if (format == null || size <= HEAD || !CHAINED.contains(format.framing())) {
            return detection;
        }
        return withSamples(detection, format, file, size);
    }

    /**
     * Finds the framing of bytes.
     *
     * @param head the beginning of a file
     * @param cut whether the file goes on behind them
     */
    static Detection detect(byte[] head, boolean cut) {
        if (head.length == 0) {
            return new Detection(null, "the file is empty", List.of());
        }
        List<Candidate> candidates = new ArrayList<>();
        Candidate capture = capture(head, cut);
        if (capture != null) {
            candidates.add(capture);
        } else {
            chained(head, cut, candidates);
            streams(head, candidates);
        }
        candidates.sort(Comparator.comparingDouble(Candidate::score).reversed());
        if (!candidates.isEmpty() && candidates.getFirst().score() >= ENOUGH) {
            Candidate best = candidates.getFirst();
            return new Detection(best.format(), best.evidence(), candidates);
        }
        return new Detection(null, unknown(head, candidates), candidates);
    }

    private static @Nullable Candidate capture(byte[] head, boolean cut) {
        if (head.length < 12) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(head);
        long first = Integer.toUnsignedLong(buffer.getInt(0));
        long swapped = Integer.toUnsignedLong(Integer.reverseBytes(buffer.getInt(0)));
        if (PcapReader.isMagic(first) || PcapReader.isMagic(swapped)) {
            boolean little = !PcapReader.isMagic(first);
            boolean nanoseconds = (little ? swapped : first) == PcapReader.NANOSECONDS;
            return walkCapture(
                    Framing.PCAP,
                    String.format(
                            Locale.ROOT,
                            "begins with the mark of pcap, %08X (%s-endian, %s)",
                            first,
                            little ? "little" : "big",
                            nanoseconds ? "nanoseconds" : "microseconds"),
                    head,
                    cut);
        }
        int order = buffer.getInt(8);
        if (first == PcapngReader.SECTION
                && (order == (int) PcapngReader.BYTE_ORDER
                        || Integer.reverseBytes(order) == (int) PcapngReader.BYTE_ORDER)) {
            return walkCapture(
                    Framing.PCAPNG,
                    "begins with a section block of pcapng, 0A0D0D0A, and its byte order",
                    head,
                    cut);
        }
        return null;
    }

    private static Candidate walkCapture(Framing framing, String mark, byte[] head, boolean cut) {
        long datagrams = 0;
        long plain = 0;
        long oradis = 0;
        long other;
        Frame frame = new Frame();
        try (CaptureReader reader =
                (CaptureReader)
                        FrameReader.open(
                                new ByteArrayInputStream(head),
                                RecordingFormat.of(framing),
                                fault -> {})) {
            while (reader.next(frame)) {
                datagrams++;
                int to = frame.offset() + frame.length();
                if (CaptureReader.isOradis(frame.bytes(), frame.offset(), to)) {
                    oradis++;
                } else if (AsterixBlocks.fillExactly(frame.bytes(), frame.offset(), to)) {
                    plain++;
                }
            }
            other = reader.skippedPackets();
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from memory failed", impossible);
        }
        Encapsulation encapsulation = oradis > plain ? Encapsulation.ORADIS : Encapsulation.NONE;
        String evidence =
                mark
                        + "; "
                        + number(datagrams)
                        + " UDP datagrams"
                        + (cut ? " in the first 4 MiB" : "")
                        + (oradis + plain > 0
                                ? ", of which "
                                        + (encapsulation == Encapsulation.ORADIS
                                                ? number(oradis)
                                                        + " hold ORADIS records around ASTERIX blocks"
                                                : number(plain) + " are filled by ASTERIX blocks")
                                : "")
                        + (other > 0 ? "; " + number(other) + " packets of other kinds" : "");
        return new Candidate(new RecordingFormat(framing, encapsulation), 1, evidence);
    }

    private static void chained(byte[] head, boolean cut, List<Candidate> candidates) {
        for (Framing framing : CHAINED) {
            int probe = Math.min(head.length, PROBE);
            Walk walk = Walk.over(head, probe, framing, cut || probe < head.length);
            if (walk.score() >= WORTH_TELLING && probe < head.length) {
                walk = Walk.over(head, head.length, framing, cut);
            }
            if (walk.score() >= WORTH_TELLING) {
                candidates.add(
                        new Candidate(
                                RecordingFormat.of(framing), walk.score(), walk.evidence(cut)));
            }
        }
    }

    private static void streams(byte[] head, List<Candidate> candidates) {
        int length = Math.min(head.length, 1 << 20);
        boolean all = length == head.length;
        add(candidates, Framing.BEAST, StreamProbe.beast(head, length), all, "each begins with 1A");
        add(candidates, Framing.SBS, StreamProbe.sbs(head, length), all, "MSG and its like");
        add(candidates, Framing.AVR, StreamProbe.avr(head, length), all, "*hexadecimal;");
        Measure json = StreamProbe.readsb(head, length);
        if (json.part() > 0) {
            candidates.add(
                    new Candidate(
                            RecordingFormat.of(Framing.READSB_JSON),
                            json.part(),
                            "JSON that names "
                                    + number(json.count())
                                    + " aircraft by \"hex\""
                                    + (all && length <= 1 << 16 ? "" : " at its beginning")));
        }
    }

    private static void add(
            List<Candidate> candidates,
            Framing framing,
            Measure measure,
            boolean all,
            String mark) {
        if (measure.part() >= WORTH_TELLING) {
            candidates.add(
                    new Candidate(
                            RecordingFormat.of(framing),
                            measure.part(),
                            number(measure.count())
                                    + " "
                                    + framing.frames()
                                    + " ("
                                    + mark
                                    + ") cover "
                                    + percent(measure.part())
                                    + " of the "
                                    + (all ? "file" : "first MiB")));
        }
    }

    private static Detection withSamples(
            Detection detection, RecordingFormat format, Path file, long size) throws IOException {
        StringBuilder words = new StringBuilder(detection.evidence());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (isCompressed(channel)) {
                return detection;
            }
            for (int tenth = 5; tenth <= 9; tenth += 4) {
                ByteBuffer sample = ByteBuffer.allocate(SAMPLE);
                int read = channel.read(sample, Math.max(0, size * tenth / 10 - SAMPLE));
                if (read > 0) {
                    Walk walk = Walk.over(sample.array(), read, format.framing(), true);
                    words.append("; ")
                            .append(percent(walk.score()))
                            .append(" of a sample at ")
                            .append(tenth * 10)
                            .append(" %");
                }
            }
        }
        return new Detection(format, words.toString(), detection.candidates());
    }

    private static boolean isCompressed(FileChannel channel) throws IOException {
        ByteBuffer magic = ByteBuffer.allocate(2);
        channel.read(magic, 0);
        return magic.getShort(0) == 0x1F8B;
    }

    private static String unknown(byte[] head, List<Candidate> candidates) {
        String name = "; name the format with --format if you know better";
        if (!candidates.isEmpty()) {
            Candidate nearest = candidates.getFirst();
            return "no framing fits: the nearest is "
                    + nearest.format().word()
                    + " ("
                    + nearest.evidence()
                    + ")"
                    + name;
        }
        if (StreamProbe.isText(head, Math.min(head.length, 4096))) {
            String text = new String(head, 0, Math.min(head.length, 60), StandardCharsets.UTF_8);
            String line = text.lines().findFirst().orElse("");
            return "text, but neither SBS, AVR nor readsb JSON; it begins with \"" + line + "\"";
        }
        return "no framing fits: neither ASTERIX blocks nor a known recorder's frames chain from"
                + " any place in the file"
                + name;
    }

    private static byte[] readUpTo(InputStream in, int count) throws IOException {
        byte[] bytes = new byte[1 << 16];
        int length = 0;
        try {
            while (length < count) {
                if (length == bytes.length) {
                    bytes = Arrays.copyOf(bytes, Math.min(count, bytes.length * 4));
                }
                int read = in.read(bytes, length, bytes.length - length);
                if (read < 0) {
                    break;
                }
                length += read;
            }
        } catch (EOFException | ZipException damaged) {
            // what was read before the damage is what there is to judge
        }
        return Arrays.copyOf(bytes, length);
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String percent(double part) {
        return String.format(Locale.ROOT, "%.1f %%", Math.floor(part * 1000) / 10);
    }

    /** A reader's walk over bytes: how many frames, and how much of the bytes they cover. */
    private static final class Walk {
        private final Framing framing;
        private final int length;
        private long frames;
        private long covered;
        private long faults;
        private long cutTail;
        private int unproved;
        private int unprovedCategory;
        private long unprovedEnd;
        private final TreeSet<Integer> categories = new TreeSet<>();

        private Walk(Framing framing, int length) {
            this.framing = framing;
            this.length = length;
        }

        static Walk over(byte[] bytes, int length, Framing framing, boolean cut) {
            Walk walk = new Walk(framing, length);
            Frame frame = new Frame();
            try (FrameReader reader =
                    FrameReader.open(
                            new ByteArrayInputStream(bytes, 0, length),
                            RecordingFormat.of(framing),
                            fault -> walk.take(fault, cut))) {
                while (reader.next(frame)) {
                    walk.take(frame);
                }
            } catch (IOException impossible) {
                throw new UncheckedIOException("reading from memory failed", impossible);
            }
            walk.end(cut);
            return walk;
        }

        /** A frame without a mark of its own is proved by the one that follows where it ends. */
        private void take(Frame frame) {
            byte[] bytes = frame.bytes();
            int at = frame.offset();
            boolean marked = framing == Framing.FINAL;
            boolean good = marked || AsterixBlocks.looksLikeBlock(bytes, at, at + frame.length());
            if (good && frame.fileOffset() == unprovedEnd) {
                prove();
            }
            unproved = good ? frame.length() + overhead() : 0;
            unprovedCategory = bytes[at] & 0xFF;
            unprovedEnd = frame.fileOffset() + unproved;
            if (marked) {
                prove();
            }
        }

        private void prove() {
            if (unproved > 0) {
                frames++;
                covered += unproved;
                categories.add(unprovedCategory);
                unproved = 0;
            }
        }

        private void end(boolean cut) {
            if (unprovedEnd == length || (cut && unprovedEnd >= length - cutTail)) {
                prove();
            }
        }

        private void take(FrameFault fault, boolean cut) {
            boolean tail = fault.fileOffset() + fault.length() == length;
            if (cut && tail && fault.kind() == Kind.TRUNCATED_FILE) {
                cutTail = Math.min(fault.length(), 1 << 16);
            } else {
                faults++;
            }
        }

        private int overhead() {
            return switch (framing) {
                case FINAL -> 12;
                case RPLY -> 8;
                case GPS -> 10;
                default -> 0;
            };
        }

        double score() {
            long header = framing == Framing.GPS ? 2200 : 0;
            long whole = length - cutTail - header;
            if (whole <= 0 || (frames < CONVINCING && faults > 0 && framing != Framing.FINAL)) {
                return 0; // by chance a few blocks follow each other in any bytes
            }
            return Math.min(1, (double) covered / whole);
        }

        String evidence(boolean cut) {
            String where = cut ? "the first 4 MiB" : "the file";
            StringBuilder words = new StringBuilder();
            words.append(number(frames)).append(' ').append(framing.frames());
            if (faults == 0 && score() > 0.9999) {
                words.append(cut ? " chain through the first 4 MiB" : " chain to the end");
            } else {
                words.append(" cover ").append(percent(score())).append(" of ").append(where);
            }
            words.append(
                    switch (framing) {
                        case FINAL -> ": each ends in A5 A5 A5 A5";
                        case RPLY -> ": each little-endian length is filled by ASTERIX blocks";
                        case GPS -> ": behind a header of 2,200 octets, each with a trailer of ten";
                        default -> ": each length leads to the next block";
                    });
            if (!categories.isEmpty()) {
                words.append("; categories");
                for (int category : categories) {
                    words.append(String.format(Locale.ROOT, " %03d", category));
                }
            }
            if (faults > 0) {
                words.append("; ").append(number(faults)).append(" places do not fit");
            }
            return words.toString();
        }
    }
}
