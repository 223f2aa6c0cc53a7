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
import org.airwarden.feeds.PacketDecoder;
import org.airwarden.feeds.Recording;
import org.airwarden.model.PositionReport;
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
        assertThat(fused).as("27 addresses are common to both").hasSize(27);
        assertThat(longestDouble(doubles)).as("two updates of a second").isLessThanOrEqualTo(2);
    }

    /** The same reports came once as CAT010 and once as CAT020: two codecs, one picture. */
    @Test
    void shouldReadTheSameFromBothCategories() throws IOException {
        Map<String, PositionReport> older = reports("lebl-20160510/mlat_cat010.ast");
        Map<String, PositionReport> newer = reports("lebl-20160510/mlat_cat020_cat019.ast");

        assertThat(older).hasSizeGreaterThan(28_000);
        assertThat(newer.keySet()).containsAll(older.keySet());
        assertThat(newer.size() - older.size())
                .as("CAT010 cannot tell a position beyond 32 km; 13 reports lie there")
                .isEqualTo(13);
        older.forEach((key, one) -> {
            PositionReport other = newer.get(key);
            double north = (one.latitude() - other.latitude()) * 6_371_000;
            double east = (one.longitude() - other.longitude()) * 4_780_000;
            // The unit of CAT010 is 1 m, that of CAT020 half a metre.
            assertThat(StrictMath.hypot(north, east)).as(key).isLessThan(1);
            assertThat(one.velocityEast()).as(key).isEqualTo(other.velocityEast());
            assertThat(one.velocityNorth()).as(key).isEqualTo(other.velocityNorth());
            assertThat(one.said().callSign()).as(key).isEqualTo(other.said().callSign());
            assertThat(one.said().mode3A()).as(key).isEqualTo(other.said().mode3A());
        });
    }

    /** Every position of a recording, by time and address. */
    private static Map<String, PositionReport> reports(String file) throws IOException {
        Map<String, PositionReport> reports = new TreeMap<>();
        var files = Recordings.need(file);
        try (Recording recording = Recordings.open(files, LocalDate.of(2016, 5, 10))) {
            PacketDecoder decoder = recording.decoder(fault -> {});
            for (var packet = recording.next(); packet != null; packet = recording.next()) {
                decoder.decode(
                        packet,
                        report -> {
                            if (report instanceof PositionReport position) {
                                reports.put(
                                        Time.toText(position.measured())
                                                + " "
                                                + position.said().address()
                                                + " "
                                                + position.sensorTrack(),
                                        position);
                            }
                        });
            }
        }
        return reports;
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
