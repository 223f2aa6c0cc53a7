package org.airwarden.feeds;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.TreeSet;
import org.airwarden.feeds.FrameFault.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A reader's walk over some bytes: how many frames, and how much of the bytes they cover. Bytes
 * that fit a framing by chance are told from those that are in it.
 */
final class FrameWalk {
    /** Words for a file walked to its end. */
    static final String THE_FILE = "the file";

    private static final int CONVINCING = 4;

    private final Framing framing;
    private final int length;
    private long frames;
    private long covered;
    private long faults;
    private @Nullable FrameFault firstFault;
    private long cutTail;
    private int unproved;
    private int unprovedCategory;
    private long unprovedEnd;
    private final TreeSet<Integer> categories = new TreeSet<>();

    private FrameWalk(Framing framing, int length) {
        this.framing = framing;
        this.length = length;
    }

    static FrameWalk over(byte[] bytes, int length, Framing framing, boolean cut) {
        FrameWalk walk = new FrameWalk(framing, length);
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
            firstFault = firstFault == null ? fault : firstFault;
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

    /** Returns how far the walk went, and what stood in its way. */
    FramingTrial trial(byte[] bytes) {
        FrameFault broke = firstFault;
        long whole = Math.max(1, length - cutTail - (framing == Framing.GPS ? 2200 : 0));
        String words = broke == null ? "" : broke.words();
        if (frames == 0 && broke == null && bytes.length > 0) {
            words = "nothing in it looks like one";
        }
        return new FramingTrial(
                RecordingFormat.of(framing),
                frames,
                Math.min(1, (double) covered / whole),
                faults,
                broke == null ? -1 : broke.fileOffset(),
                words);
    }

    double score() {
        long header = framing == Framing.GPS ? 2200 : 0;
        long whole = length - cutTail - header;
        if (whole <= 0 || (frames < CONVINCING && faults > 0 && framing != Framing.FINAL)) {
            return 0; // by chance a few blocks follow each other in any bytes
        }
        return Math.min(1, (double) covered / whole);
    }

    /**
     * Returns what was found, in words.
     *
     * @param stretch words for the bytes that were walked; {@link #THE_FILE} for all of them
     */
    String evidence(String stretch) {
        StringBuilder words = new StringBuilder();
        words.append(FramingDetector.number(frames)).append(' ').append(framing.frames());
        if (faults == 0 && score() > 0.9999) {
            words.append(stretch.equals(THE_FILE) ? " chain to the end" : " chain through ");
            words.append(stretch.equals(THE_FILE) ? "" : stretch);
        } else {
            words.append(" cover ").append(FramingDetector.percent(score())).append(" of ");
            words.append(stretch);
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
            words.append("; ").append(FramingDetector.number(faults)).append(" places do not fit");
        }
        return words.toString();
    }
}
