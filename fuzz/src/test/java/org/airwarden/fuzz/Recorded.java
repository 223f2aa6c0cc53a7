package org.airwarden.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.airwarden.asterix.BlockWalker;
import org.airwarden.asterix.Definitions;
import org.airwarden.asterix.Editions;
import org.airwarden.asterix.RecordJson;
import org.airwarden.asterix.RecordView;
import org.airwarden.feeds.Format;
import org.airwarden.feeds.Frame;
import org.airwarden.feeds.FrameReader;
import org.airwarden.feeds.ReadingOptions;
import org.airwarden.feeds.RecordedFile;
import org.airwarden.feeds.RecordingException;
import org.airwarden.feeds.RecordingFormat;
import org.airwarden.modes.AvrReader;
import org.airwarden.modes.BeastReader;
import org.airwarden.modes.Fault;
import org.airwarden.modes.FrameHandler;
import org.airwarden.modes.SbsHandler;
import org.airwarden.modes.SbsMessage;
import org.airwarden.modes.SbsReader;

/**
 * How a recorded file is read, and the records that it then holds, each by a hash of its octets, so
 * that what a change costs can be counted.
 */
final class Recorded {
    private final RecordingFormat format;
    private final BlockWalker walker;
    private final RecordJson json = new RecordJson();
    private final StringBuilder text = new StringBuilder();

    private Recorded(RecordingFormat format, SortedMap<Integer, String> chosen) {
        this.format = format;
        Editions editions = Editions.newest();
        for (var one : chosen.entrySet()) {
            editions = editions.with(Definitions.of(one.getKey(), one.getValue()));
        }
        walker = new BlockWalker(editions);
    }

    /** How a file is read; null where it is no recording of a kind that is known. */
    static Recorded of(Path file) throws IOException {
        try {
            RecordedFile examined = RecordedFile.examine(file, ReadingOptions.BY_BYTES);
            return new Recorded(examined.format(), examined.editions());
        } catch (RecordingException unknown) {
            return null;
        }
    }

    /** Reads with the newest editions. */
    static Recorded as(RecordingFormat format) {
        return new Recorded(format, new TreeMap<>());
    }

    RecordingFormat format() {
        return format;
    }

    /** Whether lengths or marks tell where each frame ends. */
    boolean isFramed() {
        return FramingTarget.isFramed(format);
    }

    /** Where the frames begin, with the end of the file. */
    int[] frames(byte[] bytes) {
        int[] starts = new int[16];
        int count = 0;
        Frame frame = new Frame();
        try (FrameReader reader =
                FrameReader.open(new ByteArrayInputStream(bytes), format, fault -> {})) {
            while (reader.next(frame)) {
                if (count > 0 && frame.fileOffset() == starts[count - 1]) {
                    continue;
                }
                if (count + 1 == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * count + 2);
                }
                starts[count++] = (int) frame.fileOffset();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        starts = Arrays.copyOf(starts, count + 1);
        starts[count] = bytes.length;
        return starts;
    }

    /** Reads everything; the records by hash, each with how often it occurs. */
    Map<Long, Integer> records(byte[] bytes) {
        Map<Long, Integer> records = new HashMap<>();
        Stream stream = new Stream(records);
        Frame frame = new Frame();
        try (FrameReader reader =
                FrameReader.open(new ByteArrayInputStream(bytes), format, fault -> {})) {
            while (reader.next(frame)) {
                if (Format.of(format.framing()) == Format.ASTERIX) {
                    walker.walk(
                            frame.bytes(),
                            frame.offset(),
                            frame.offset() + frame.length(),
                            record -> take(record, records));
                } else {
                    stream.read(format, frame.copyOfPayload());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        stream.finish();
        return records;
    }

    private void take(RecordView record, Map<Long, Integer> records) {
        text.setLength(0);
        json.append(record, text);
        long hash = record.category();
        for (int i = 0; i < record.length(); i++) {
            hash = 31 * hash + record.data()[record.offset() + i];
        }
        records.merge(hash, 1, Integer::sum);
    }

    /** The streams of receivers, one reader for all chunks. */
    private static final class Stream implements FrameHandler, SbsHandler {
        private final Map<Long, Integer> records;
        private final FrameHandler decoder = BeastTarget.decoder();
        private final BeastReader beast = new BeastReader(this);
        private final AvrReader avr = new AvrReader(this);
        private final SbsReader sbs = new SbsReader(this);

        Stream(Map<Long, Integer> records) {
            this.records = records;
        }

        void read(RecordingFormat format, byte[] chunk) {
            switch (format.framing()) {
                case BEAST -> beast.read(chunk);
                case AVR -> avr.read(chunk);
                case SBS -> sbs.read(chunk);
                default -> records.merge((long) Arrays.hashCode(chunk), 1, Integer::sum);
            }
        }

        void finish() {
            beast.finish();
            avr.finish();
            sbs.finish();
        }

        @Override
        public void onFrame(org.airwarden.modes.Frame frame) {
            decoder.onFrame(frame);
            records.merge(31L * Arrays.hashCode(frame.bytes()) + frame.counter(), 1, Integer::sum);
        }

        @Override
        public void onMessage(SbsMessage message) {
            records.merge((long) message.hashCode(), 1, Integer::sum);
        }

        @Override
        public void onFault(Fault fault) {}
    }

    /** How many of the first are not in the second. */
    static int missing(Map<Long, Integer> from, Map<Long, Integer> in) {
        int missing = 0;
        for (var one : from.entrySet()) {
            missing += Math.max(0, one.getValue() - in.getOrDefault(one.getKey(), 0));
        }
        return missing;
    }
}
