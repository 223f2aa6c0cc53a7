package org.airwarden.feeds;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.airwarden.model.Packet;
import org.airwarden.model.Sensor;
import org.airwarden.model.Time;
import org.jspecify.annotations.Nullable;

/**
 * One or several recorded files as one stream of packets in the order of their received times, as
 * the host would have taken them in. Received times are those of the recorder's clock where the
 * framing has one that agrees with the data; else they are put together again from the times that
 * the data tells ({@link ReceivedClock}). Nothing but a few packets a file is held in memory. One
 * thread.
 */
public final class Recording implements Closeable {
    /** Frames that tell whether the recorder's clock is right. */
    private static final int CLOCK_SAMPLE = 200;

    /** A recorder's clock that is off by more than this is not used (ns). */
    private static final long CLOCK_TOLERANCE = 30 * Time.SECOND;

    /** One file with its head: the packet that it would give next. */
    private static final class Track {
        private final ReceivedClock clock;
        private final int source;
        private @Nullable Piece head;
        private long received;
        private long done;

        Track(ReceivedClock clock, int source) {
            this.clock = clock;
            this.source = source;
        }

        void advance() throws IOException {
            Piece before = head;
            if (before != null) {
                done = before.position();
            }
            head = clock.next();
            received = clock.received();
        }
    }

    private final RecordingOptions options;
    private final List<RecordedFile> files = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<Track> tracks = new ArrayList<>();
    private final List<Source> sources = new ArrayList<>();
    private final List<PieceReader> opened = new ArrayList<>();
    private FaultSink frameFaults = FaultSink.IGNORE;
    private List<Sensor> sensors = new ArrayList<>();
    private boolean dateKnown;
    private long beginning;

    private Recording(RecordingOptions options) {
        this.options = options;
    }

    /**
     * Opens files.
     *
     * @param paths one file or several, in any order
     * @param options how to read them
     * @param faults takes places in the files that do not fit their framing, while packets are read
     * @throws RecordingException if it cannot be told how to read a file
     * @throws IOException if a file cannot be read
     */
    @SuppressWarnings("MustBeClosedChecker")
    public static Recording open(List<Path> paths, RecordingOptions options, FaultSink faults)
            throws IOException {
        Recording recording = new Recording(options);
        try {
            recording.assign(paths);
            recording.align(faults);
            return recording;
        } catch (IOException | RuntimeException failed) {
            recording.close();
            throw failed;
        }
    }

    /** Gives each file a source: the site's, or one of its own. */
    private void assign(List<Path> paths) throws IOException {
        SiteFile site = options.site();
        if (site != null) {
            sources.addAll(site.sources());
            sensors.addAll(site.sensors());
        }
        SiteSurvey survey = new SiteSurvey();
        List<Integer> numbers = new ArrayList<>();
        for (Path path : paths) {
            Source known = site == null ? null : site.sourceOf(path);
            RecordedFile file = RecordedFile.examine(path, reading(known));
            files.add(file);
            remarks.addAll(file.remarks());
            if (known == null) {
                known = sourceOf(sources.size(), file);
                sources.add(known);
                if (site != null) {
                    remarks.add(
                            path.getFileName()
                                    + " is no source of the site file; its sensors are found by"
                                    + " SAC and SIC");
                }
            }
            sources.set(known.number(), completed(sources.get(known.number()), file));
            numbers.add(known.number());
            if (site == null && file.content() == Format.ASTERIX) {
                survey.add(file);
            }
        }
        if (site == null) {
            sensors = new ArrayList<>(survey.sensors());
            remarks.addAll(survey.remarks());
            for (int i = 0; i < files.size(); i++) {
                addReceiver(files.get(i), numbers.get(i));
            }
        }
        for (int i = 0; i < files.size(); i++) {
            tracks.add(track(files.get(i), numbers.get(i)));
        }
    }

    /** The command line goes before the site file, and both before the bytes. */
    private ReadingOptions reading(@Nullable Source known) {
        ReadingOptions reading = options.reading();
        if (known == null) {
            return reading;
        }
        TreeMap<Integer, String> editions = new TreeMap<>(known.editions());
        editions.putAll(reading.editions());
        return new ReadingOptions(
                reading.format() == null ? known.framing() : reading.format(),
                editions,
                reading.repair() == null ? known.repair() : reading.repair());
    }

    private static Source sourceOf(int number, RecordedFile file) {
        Path name = file.path().getFileName();
        return new Source(
                number,
                String.valueOf(name),
                new Transport.Recorded(String.valueOf(name)),
                file.content(),
                file.format(),
                file.editions(),
                -1,
                new TreeMap<>(),
                null,
                file.repair());
    }

    /** Returns a source with what the file's bytes told. */
    private static Source completed(Source source, RecordedFile file) {
        TreeMap<Integer, String> editions = new TreeMap<>(file.editions());
        source.editions().forEach(editions::putIfAbsent);
        return new Source(
                source.number(),
                source.name(),
                source.transport(),
                file.content(),
                file.format(),
                editions,
                source.sensor(),
                source.sensorOfCategory(),
                source.reference(),
                file.repair());
    }

    private void addReceiver(RecordedFile file, int number) {
        if (file.content() == Format.ASTERIX) {
            return;
        }
        Source source = sources.get(number);
        sensors.add(SiteSurvey.receiver(sensors.size(), source.name()));
        sources.set(
                number,
                new Source(
                        number,
                        source.name(),
                        source.transport(),
                        source.format(),
                        source.framing(),
                        source.editions(),
                        sensors.size() - 1,
                        source.sensorOfCategory(),
                        source.reference(),
                        source.repair()));
    }

    private Track track(RecordedFile file, int source) throws IOException {
        PieceReader pieces =
                PieceReader.open(
                        file, isRecorderRight(file), fault -> frameFaults.accept(fault), source);
        opened.add(pieces);
        return new Track(new ReceivedClock(pieces), source);
    }

    /** Tells whether the recorder's clock agrees with what the records say, or they say nothing. */
    private boolean isRecorderRight(RecordedFile file) throws IOException {
        if (file.content() != Format.ASTERIX) {
            return true;
        }
        long[] differences = new long[CLOCK_SAMPLE];
        int count = 0;
        try (AsterixPieceReader reader =
                new AsterixPieceReader(
                        FrameReader.open(file.path(), file.format(), fault -> {}),
                        file.editions(),
                        false)) {
            count = reader.recorderErrors(differences);
        }
        if (count == 0) {
            return true;
        }
        Arrays.sort(differences, 0, count);
        long error = differences[count / 2];
        if (Math.abs(error) <= CLOCK_TOLERANCE) {
            return true;
        }
        remarks.add(
                String.format(
                        Locale.ROOT,
                        "%s: the recorder's clock is off by %d s against the records; received"
                                + " times are taken from the records",
                        file.path().getFileName(),
                        error / Time.SECOND));
        return false;
    }

    /** Brings all files to one calendar. */
    private void align(FaultSink faults) throws IOException {
        frameFaults = faults;
        List<Piece> beginnings = new ArrayList<>();
        for (Track track : tracks) {
            beginnings.add(track.clock.beginning());
        }
        LocalDate date = options.date();
        if (date == null && options.site() != null) {
            date = options.site().date();
        }
        long anchor = anchor(beginnings, date);
        for (int i = 0; i < tracks.size(); i++) {
            Piece first = beginnings.get(i);
            tracks.get(i)
                    .clock
                    .start(
                            switch (first.kind()) {
                                case UTC -> first.time();
                                case TIME_OF_DAY -> TimeOfDay.nearest(anchor, first.time());
                                // Pieces tell their time from here on, the first one too.
                                case ELAPSED, NONE -> anchor;
                            });
            tracks.get(i).advance();
        }
        beginning = Long.MAX_VALUE;
        for (Track track : tracks) {
            if (track.head != null) {
                beginning = Math.min(beginning, track.received);
            }
        }
        beginning = beginning == Long.MAX_VALUE ? anchor : beginning;
    }

    /** Returns the moment that undated times are nearest to. */
    private long anchor(List<Piece> beginnings, @Nullable LocalDate date) throws IOException {
        for (Piece first : beginnings) {
            if (first.kind() == Frame.TimeKind.UTC) {
                dateKnown = true;
                return first.time();
            }
        }
        long captured = captured();
        long midnight = date == null ? 0 : date.toEpochDay() * Time.DAY;
        dateKnown = date != null || captured != Time.UNKNOWN;
        for (Piece first : beginnings) {
            if (first.kind() == Frame.TimeKind.TIME_OF_DAY) {
                return date == null && captured != Time.UNKNOWN
                        ? TimeOfDay.nearest(captured, first.time())
                        : midnight + first.time();
            }
        }
        return midnight;
    }

    /** Returns when the first capture among the files was made, also if its clock is not used. */
    private long captured() throws IOException {
        for (RecordedFile file : files) {
            try (FrameReader reader = FrameReader.open(file.path(), file.format(), fault -> {})) {
                Frame frame = new Frame();
                if (reader.next(frame) && frame.timeKind() == Frame.TimeKind.UTC) {
                    return frame.time();
                }
            }
        }
        return Time.UNKNOWN;
    }

    /**
     * Returns the next packet, or null at the end. Received times never run back.
     *
     * @throws IOException if a file cannot be read on
     */
    public @Nullable Packet next() throws IOException {
        Track first = null;
        for (Track track : tracks) {
            if (track.head != null && (first == null || track.received < first.received)) {
                first = track;
            }
        }
        if (first == null) {
            return null;
        }
        Piece piece = first.head;
        if (piece == null) {
            return null;
        }
        Packet packet = new Packet(first.received, first.source, options.origin(), piece.bytes());
        first.advance();
        return packet;
    }

    /**
     * Returns the sensors and the sources with all that was chosen or found: what decoders need.
     */
    public SiteFile site() {
        SiteFile given = options.site();
        return new SiteFile(
                given == null ? name() : given.name(),
                given == null ? null : given.date(),
                sensors,
                sources);
    }

    private String name() {
        return files.isEmpty() ? "empty" : String.valueOf(files.getFirst().path().getFileName());
    }

    /** Returns decoders for the packets of this recording. */
    public PacketDecoder decoder(FaultSink faults) {
        return new PacketDecoder(sources, sensors, faults);
    }

    /** Returns the files, with how they are read. */
    public List<RecordedFile> files() {
        return List.copyOf(files);
    }

    /** Returns what was found, and what is missing, for people; one line each. */
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** Tells whether the day is known; if not, times are of 1970-01-01. */
    public boolean isDateKnown() {
        return dateKnown;
    }

    /** Returns when the first packet was received (ns since 1970). */
    public long beginning() {
        return beginning;
    }

    /** Returns how many bytes of the files lie behind the packets given out. */
    public long bytesDone() {
        long sum = 0;
        for (Track track : tracks) {
            sum += track.done;
        }
        return sum;
    }

    /** Returns how many bytes the files have on disk; compressed ones hold more. */
    public long bytesTotal() {
        return files.stream().mapToLong(RecordedFile::size).sum();
    }

    @Override
    public void close() throws IOException {
        for (PieceReader reader : opened) {
            reader.close();
        }
    }
}
