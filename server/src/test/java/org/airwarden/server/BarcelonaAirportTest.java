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
import java.util.TreeSet;
import org.airwarden.feeds.Recording;
import org.airwarden.model.Technology;
import org.airwarden.model.Time;
import org.airwarden.model.Track;
import org.airwarden.model.TrackSource;
import org.junit.jupiter.api.Test;

/**
 * Two hours of Barcelona airport across midnight, 10 May 2016: surface radar, multilateration and
 * ADS-B in one picture. The multilateration comes as CAT010 or as CAT020; both carry the same.
 */
class BarcelonaAirportTest {
    /** How many tracks held an address at once, and for how many seconds in a row. */
    private static int longestDouble(TreeMap<Long, Set<Integer>> doubles) {
        Map<Integer, Integer> since = new HashMap<>();
        int worst = 0;
        for (Set<Integer> now : doubles.values()) {
            since.keySet().retainAll(now);
            for (int address : now) {
                worst = Math.max(worst, since.merge(address, 1, Integer::sum));
            }
        }
        return worst;
    }

    @Test
    void shouldMakeOnePictureOfThreeSensorsAcrossMidnight() throws IOException {
        var files =
                Recordings.need(
                        "lebl-20160510/smr_cat010.ast",
                        "lebl-20160510/mlat_cat020_cat019.ast",
                        "lebl-20160510/adsb_cat021_ed0.23.ast");
        Set<Integer> fused = new TreeSet<>();
        TreeMap<Long, Set<Integer>> doubles = new TreeMap<>();
        List<Long> ticks = new ArrayList<>();
        try (Recording recording = Recordings.open(files, LocalDate.of(2016, 5, 10))) {
            Engine engine =
                    Recordings.run(
                            recording,
                            null,
                            (time, running) -> {
                                ticks.add(time);
                                Set<Integer> seen = new HashSet<>();
                                Set<Integer> twice = new HashSet<>();
                                running.picture()
                                        .forEachTrack(track -> {
                                            if (!track.said().hasAddress()) {
                                                return;
                                            }
                                            int address = track.said().address();
                                            if (isSeenByBoth(track)) {
                                                fused.add(address);
                                            }
                                            if (!seen.add(address)) {
                                                twice.add(address);
                                            }
                                        });
                                doubles.put(time, twice);
                            },
                            change -> {});
            assertThat(engine.faults()).isZero();
        }
        System.out.printf(
                "Barcelona airport: %d addresses in tracks of both MLAT and ADS-B; an address is held"
                        + " by two tracks for %d s at most%n",
                fused.size(), longestDouble(doubles));

        assertThat(Time.secondsBetween(ticks.getFirst(), ticks.getLast()))
                .isBetween(7_255.0, 7_265.0);
        assertThat(Time.toText(ticks.getFirst())).isEqualTo("2016-05-10T22:00:02Z");
        assertThat(Time.toText(ticks.getLast())).startsWith("2016-05-11T00:01:0");
        assertThat(fused).as("27 addresses are common to both").hasSizeBetween(24, 27);
        assertThat(longestDouble(doubles)).isLessThanOrEqualTo(5);
    }

    private static boolean isSeenByBoth(Track track) {
        boolean mlat = false;
        boolean adsb = false;
        for (TrackSource source : track.sources()) {
            mlat |= source.technology() == Technology.MLAT;
            adsb |= source.technology() == Technology.ADSB;
        }
        return mlat && adsb;
    }
}
