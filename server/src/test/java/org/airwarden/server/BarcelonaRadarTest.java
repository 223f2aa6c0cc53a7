package org.airwarden.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.airwarden.feeds.PacketDecoder;
import org.airwarden.feeds.Recording;
import org.airwarden.model.PictureChange.TrackChanged;
import org.airwarden.model.Plot;
import org.airwarden.model.Time;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * One hour of Barcelona's approach radar, 2 May 2023. What flies is taken from the plots
 * themselves, without the tracker: an aircraft is a run of one address with no gap over 30 s, and
 * is present from its first plot to its last.
 */
class BarcelonaRadarTest {
    private static final long LONGEST_GAP = 30 * Time.SECOND;

    /** Two turns of the radar, which takes 4 s. */
    private static final int TWO_SCANS = 8;

    private static final int SCAN = 4;

    /** By second: aircraft present, confirmed tracks, and addresses that two tracks hold. */
    private static final TreeMap<Long, Integer> AIRCRAFT = new TreeMap<>();

    private static final TreeMap<Long, Integer> TRACKS = new TreeMap<>();
    private static final TreeMap<Long, Set<Integer>> DOUBLES = new TreeMap<>();
    private static final Map<Integer, Set<Integer>> ADDRESSES_OF_TRACK = new HashMap<>();

    private record Run(long first, long last) {}

    @BeforeAll
    static void runTheHour() throws IOException {
        var files = Recordings.need("bcn-20230502/ssr_modes_cat048.ast");
        List<Run> runs;
        try (Recording recording = Recordings.open(files, LocalDate.of(2023, 5, 2))) {
            runs = runs(recording);
        }
        try (Recording recording = Recordings.open(files, LocalDate.of(2023, 5, 2))) {
            Recordings.run(
                    recording,
                    null,
                    (time, engine) -> {
                        Set<Integer> seen = new HashSet<>();
                        Set<Integer> doubles = new HashSet<>();
                        int[] count = {0};
                        engine.picture()
                                .forEachTrack(track -> {
                                    count[0]++;
                                    int address = track.said().address();
                                    if (address >= 0 && !seen.add(address)) {
                                        doubles.add(address);
                                    }
                                });
                        TRACKS.put(time, count[0]);
                        DOUBLES.put(time, doubles);
                        AIRCRAFT.put(
                                time,
                                (int)
                                        runs.stream()
                                                .filter(r -> r.first() <= time && time <= r.last())
                                                .count());
                    },
                    change -> {
                        if (change instanceof TrackChanged(long time, var track)
                                && track.said().hasAddress()) {
                            ADDRESSES_OF_TRACK
                                    .computeIfAbsent(track.number().serial(), _ -> new HashSet<>())
                                    .add(track.said().address());
                        }
                    });
        }
    }

    private static List<Run> runs(Recording recording) throws IOException {
        PacketDecoder decoder = recording.decoder(fault -> {});
        TreeMap<Integer, List<Long>> times = new TreeMap<>();
        for (var packet = recording.next(); packet != null; packet = recording.next()) {
            decoder.decode(
                    packet,
                    report -> {
                        if (report instanceof Plot plot && plot.said().hasAddress()) {
                            times.computeIfAbsent(plot.said().address(), _ -> new ArrayList<>())
                                    .add(plot.measured());
                        }
                    });
        }
        assertThat(times).hasSize(177);
        List<Run> runs = new ArrayList<>();
        for (List<Long> plots : times.values()) {
            long first = plots.getFirst();
            long last = first;
            for (long plot : plots) {
                if (plot - last > LONGEST_GAP) {
                    runs.add(new Run(first, last));
                    first = plot;
                }
                last = plot;
            }
            runs.add(new Run(first, last));
        }
        return runs;
    }

    @Test
    void shouldHoldAsManyTracksAsThereAreAircraft() {
        double difference = 0;
        int worstStretch = 0;
        int stretch = 0;
        // In the last turn every run is cut by the end of the recording, and nobody can know it.
        for (long time : TRACKS.headMap(TRACKS.lastKey() - SCAN * Time.SECOND).keySet()) {
            double part =
                    Math.abs(TRACKS.get(time) - AIRCRAFT.get(time)) / (double) AIRCRAFT.get(time);
            difference += part;
            stretch = part > 0.10 ? stretch + 1 : 0;
            worstStretch = Math.max(worstStretch, stretch);
        }
        double mean = difference / (TRACKS.size() - SCAN);
        System.out.printf(
                "Barcelona: tracks, those without an address too, and aircraft differ by %.2f %% on average; over 10 %% for %d s at most%n",
                100 * mean, worstStretch);

        assertThat(TRACKS).hasSizeGreaterThan(3_590);
        assertThat(mean).isLessThanOrEqualTo(0.03);
        assertThat(worstStretch).isLessThanOrEqualTo(20);
    }

    @Test
    void shouldKeepOneAddressATrack() {
        long one = ADDRESSES_OF_TRACK.values().stream().filter(set -> set.size() == 1).count();
        System.out.printf(
                "Barcelona: %d of %d tracks carry one address all their life%n",
                one, ADDRESSES_OF_TRACK.size());

        assertThat(ADDRESSES_OF_TRACK).hasSizeGreaterThanOrEqualTo(177);
        assertThat(one / (double) ADDRESSES_OF_TRACK.size()).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void shouldTrackNobodyTwice() {
        Map<Integer, Integer> since = new HashMap<>();
        int worst = 0;
        for (Set<Integer> doubles : DOUBLES.values()) {
            since.keySet().retainAll(doubles);
            for (int address : doubles) {
                worst = Math.max(worst, since.merge(address, 1, Integer::sum));
            }
        }
        System.out.printf("Barcelona: an address is held by two tracks for %d s at most%n", worst);

        assertThat(worst).isLessThanOrEqualTo(TWO_SCANS);
    }
}
