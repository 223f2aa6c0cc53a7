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
import java.util.function.BiFunction;
import java.util.zip.ZipException;
import org.airwarden.feeds.Detection.Candidate;
import org.airwarden.feeds.RecordingFormat.Encapsulation;
import org.airwarden.feeds.StreamProbe.Measure;
import org.jspecify.annotations.Nullable;

/**
 * Finds a recording's framing from its bytes; its name is not looked at. Every framing's own reader
 * walks the beginning of the file, and the one whose frames cover most of it wins, if they cover
 * half at least. Of a file that is longer than what is walked, samples further in are walked too.
 * Where none does, the bytes may be a radio's samples ({@link IqProbe}). Stateless; any thread.
 */
public final class FramingDetector {
    /** What every framing is tried on: enough for most, then more. */
    private static final int[] PROBES = {1 << 15, 1 << 19};

    private static final int HEAD = 1 << 22;
    private static final int SAMPLE = 1 << 18;
    private static final double ENOUGH = 0.5;
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
     * Looks at what the time stamps of a Beast stream are; compressed files are looked into.
     *
     * @throws IOException when the file cannot be read
     */
    static StampProbe.Finding stamps(Path file) throws IOException {
        try (InputStream in = FrameReader.inputOf(file)) {
            byte[] head = readUpTo(in, HEAD);
            return StampProbe.of(head, head.length);
        }
    }

    /**
     * Finds the framing of bytes.
     *
     * @param head the beginning of a file
     * @param cut whether the file goes on behind them
     */
    public static Detection detect(byte[] head, boolean cut) {
        if (head.length == 0) {
            return new Detection(null, "the file is empty", List.of());
        }
        List<Candidate> candidates = new ArrayList<>();
        Candidate capture = capture(head, cut);
        if (capture != null) {
            candidates.add(capture);
        }
        for (int size : PROBES) {
            if (candidates.stream().noneMatch(one -> one.score() >= ENOUGH)) {
                candidates.clear();
                int probe = Math.min(head.length, size);
                chained(head, probe, cut, candidates);
                streams(head, probe, cut, candidates);
            }
        }
        String samples = "";
        if (candidates.stream().noneMatch(one -> one.score() >= ENOUGH)) {
            IqProbe.Finding finding = IqProbe.of(head, head.length);
            if (finding != null && finding.format() != null) {
                candidates.add(
                        new Candidate(
                                RecordingFormat.of(Framing.of(finding.format())),
                                1,
                                finding.words() + (cut ? ", in the first 4 MiB" : "")));
            } else if (finding != null) {
                samples = "; it may be " + finding.words() + ": " + IqProbe.remedy();
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::score).reversed());
        if (!candidates.isEmpty() && candidates.getFirst().score() >= ENOUGH) {
            Candidate best = candidates.getFirst();
            return new Detection(best.format(), best.evidence(), candidates);
        }
        return new Detection(null, unknown(head, candidates) + samples, candidates);
    }

    /** Tells whether bytes begin with the mark of a kind of capture. */
    static boolean isCapture(Framing framing, byte[] head) {
        Candidate found = capture(head, true);
        return found != null && found.format().framing() == framing;
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
        return new Candidate(RecordingFormat.of(framing, encapsulation), 1, evidence);
    }

    private static void chained(byte[] head, int probe, boolean cut, List<Candidate> candidates) {
        for (Framing framing : CHAINED) {
            int walked = probe;
            FrameWalk walk = FrameWalk.over(head, probe, framing, cut || probe < head.length);
            if (walk.score() >= ENOUGH && probe < head.length) {
                walked = head.length;
                walk = FrameWalk.over(head, walked, framing, cut);
            }
            if (walk.score() >= WORTH_TELLING) {
                String evidence = walk.evidence(stretch(head, walked, cut));
                candidates.add(new Candidate(RecordingFormat.of(framing), walk.score(), evidence));
            }
        }
    }

    /** Returns words for the part of a file that was looked at. */
    private static String stretch(byte[] head, int length, boolean cut) {
        return cut || length < head.length
                ? "the first " + number(length >> 10) + " KiB"
                : FrameWalk.THE_FILE;
    }

    private static void streams(byte[] head, int probe, boolean cut, List<Candidate> candidates) {
        stream(candidates, Framing.BEAST, StreamProbe::beast, head, probe, cut);
        stream(candidates, Framing.SBS, StreamProbe::sbs, head, probe, cut);
        stream(candidates, Framing.AVR, StreamProbe::avr, head, probe, cut);
        Measure json = StreamProbe.readsb(head, probe);
        if (json.part() > 0) {
            candidates.add(
                    new Candidate(
                            RecordingFormat.of(Framing.READSB_JSON),
                            json.part(),
                            "JSON that names aircraft by \"hex\", "
                                    + number(json.count())
                                    + (probe < head.length || cut ? " at its beginning" : "")));
        }
    }

    private static void stream(
            List<Candidate> candidates,
            Framing framing,
            BiFunction<byte[], Integer, Measure> probing,
            byte[] head,
            int probe,
            boolean cut) {
        int measured = probe;
        Measure measure = probing.apply(head, probe);
        if (measure.part() >= ENOUGH && probe < head.length) {
            measured = head.length;
            measure = probing.apply(head, measured);
        }
        if (measure.part() >= WORTH_TELLING) {
            RecordingFormat format = RecordingFormat.of(framing);
            String stamps = "";
            if (framing == Framing.BEAST && measure.part() >= ENOUGH) {
                StampProbe.Finding found = StampProbe.of(head, head.length);
                format = found.format();
                stamps = "; " + found.words();
            }
            String mark =
                    switch (framing) {
                        case BEAST -> "each begins with 1A";
                        case SBS -> "MSG and its like";
                        default -> "*hexadecimal;";
                    };
            String words =
                    number(measure.count())
                            + " "
                            + framing.frames()
                            + " ("
                            + mark
                            + ") cover "
                            + percent(measure.part())
                            + " of "
                            + stretch(head, measured, cut)
                            + stamps;
            candidates.add(new Candidate(format, measure.part(), words));
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
                    FrameWalk walk = FrameWalk.over(sample.array(), read, format.framing(), true);
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
        String name = "; if you know better, name the format";
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

    static byte[] readUpTo(InputStream in, int count) throws IOException {
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

    static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    static String percent(double part) {
        return String.format(Locale.ROOT, "%.1f %%", Math.floor(part * 1000) / 10);
    }
}
