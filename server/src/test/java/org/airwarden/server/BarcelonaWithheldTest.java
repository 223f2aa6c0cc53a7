package org.airwarden.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.airwarden.feeds.PacketDecoder;
import org.airwarden.feeds.Recording;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.Polar;
import org.airwarden.geodesy.Wgs84;
import org.airwarden.geodesy.World;
import org.airwarden.model.Kinematics;
import org.airwarden.model.PictureChange;
import org.airwarden.model.PictureChange.TrackChanged;
import org.airwarden.model.Plot;
import org.airwarden.model.Sensor;
import org.airwarden.model.Settings;
import org.airwarden.model.Site;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Tick;
import org.airwarden.model.Time;
import org.airwarden.model.Track;
import org.airwarden.model.Transponder;
import org.airwarden.tracking.Tracker;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The same hour of Barcelona's approach radar, tracked without addresses, codes, call signs and the
 * radar's own track numbers; then the addresses say what was right. An aircraft is a run of one
 * address with no gap over 30 s; a plot is in the track that was last reported when it was
 * measured, the nearest one where several were.
 */
class BarcelonaWithheldTest {
    private static final long LONGEST_GAP = 30 * Time.SECOND;

    private static List<Plot> plots = List.of();
    private static Site site = new Site(0, "", World.EARTH, List.of());

    /** The aircraft (from 0) that a plot is of. */
    private static final Map<Plot, Integer> AIRCRAFT = new IdentityHashMap<>();

    private static int aircraft;

    /** By track: how many plots of which aircraft are in it; -1 those without an address. */
    private static final Map<Integer, Map<Integer, Integer>> TRACKS = new TreeMap<>();

    private static byte[] state = {};

    @BeforeAll
    static void trackTheHour() throws IOException {
        var files = Recordings.need("bcn-20230502/ssr_modes_cat048.ast");
        List<Plot> all = new ArrayList<>();
        try (Recording recording = Recordings.open(files, LocalDate.of(2023, 5, 2))) {
            PacketDecoder decoder = recording.decoder(fault -> {});
            for (var packet = recording.next(); packet != null; packet = recording.next()) {
                if (site.sensors().isEmpty()) {
                    site = recording.site().site(packet.received());
                }
                decoder.decode(
                        packet,
                        report -> {
                            if (report instanceof Plot plot) {
                                all.add(plot);
                            }
                        });
            }
        }
        plots = all;
        Map<Integer, Long> last = new HashMap<>();
        Map<Integer, Integer> run = new HashMap<>();
        for (Plot plot : plots) {
            if (plot.said().hasAddress()) {
                int address = plot.said().address();
                Long before = last.put(address, plot.measured());
                if (before == null || plot.measured() - before > LONGEST_GAP) {
                    run.put(address, aircraft++);
                }
                AIRCRAFT.put(plot, run.get(address));
            }
        }
        state = track(credit());
    }

    /** Runs the hour; returns the tracker's state at the end. */
    private static byte[] track(Consumer<PictureChange> changes) {
        Tracker tracker = new Tracker(1);
        long start = plots.getFirst().received();
        tracker.accept(site, changes);
        tracker.accept(Settings.standard(start), changes);
        long next = (Math.floorDiv(start, Time.SECOND) + 1) * Time.SECOND;
        for (Plot plot : plots) {
            for (; next <= plot.received(); next += Time.SECOND) {
                tracker.accept(new Tick(next), changes);
            }
            tracker.accept(withheld(plot), changes);
        }
        StateOutput out = new StateOutput();
        tracker.write(out);
        return out.toBytes();
    }

    private static Plot withheld(Plot plot) {
        Transponder said = plot.said();
        return new Plot(
                plot.sensor(),
                plot.measured(),
                plot.received(),
                plot.origin(),
                plot.technology(),
                plot.range(),
                plot.azimuth(),
                plot.elevation(),
                plot.rangeRate(),
                new Transponder(
                        -1,
                        true,
                        -1,
                        null,
                        said.height(),
                        said.ground(),
                        Transponder.Emergency.NONE),
                -1);
    }

    private static Consumer<PictureChange> credit() {
        Map<Long, List<Plot>> byTime = new HashMap<>();
        for (Plot plot : plots) {
            byTime.computeIfAbsent(plot.measured(), _ -> new ArrayList<>()).add(plot);
        }
        Map<Integer, Long> known = new HashMap<>();
        Frame radar =
                site.sensors().stream()
                        .filter(sensor -> sensor.kind() == Sensor.Kind.RADAR)
                        .findFirst()
                        .orElseThrow()
                        .placement();
        return change -> {
            if (change instanceof TrackChanged(long time, Track track)) {
                int number = track.number().serial();
                Long before = known.put(number, track.lastReport());
                List<Plot> then = byTime.get(track.lastReport());
                if (then != null && (before == null || before != track.lastReport())) {
                    Plot nearest = then.getFirst();
                    for (Plot plot : then) {
                        if (distance(radar, plot, track) < distance(radar, nearest, track)) {
                            nearest = plot;
                        }
                    }
                    TRACKS.computeIfAbsent(number, _ -> new TreeMap<>())
                            .merge(AIRCRAFT.getOrDefault(nearest, -1), 1, Integer::sum);
                }
            }
        };
    }

    private static double distance(Frame radar, Plot plot, Track track) {
        Kinematics at = track.kinematics();
        double back = Time.secondsBetween(track.lastReport(), track.time());
        double height =
                plot.said().height() == null
                        ? Wgs84.toGeodetic(at.x(), at.y(), at.z()).height()
                        : plot.said().height().metres();
        double[] place = new double[3];
        double elevation =
                Polar.elevationForHeight(World.EARTH, radar, plot.range(), plot.azimuth(), height);
        Polar.locate(radar, plot.range(), plot.azimuth(), elevation, place);
        double dx = place[0] - at.x() + back * at.vx();
        double dy = place[1] - at.y() + back * at.vy();
        double dz = place[2] - at.z() + back * at.vz();
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }

    private static int most(Map<Integer, Integer> parts) {
        return parts.entrySet().stream()
                .filter(part -> part.getKey() >= 0)
                .mapToInt(Map.Entry::getValue)
                .max()
                .orElse(0);
    }

    private static int sum(Map<Integer, Integer> parts) {
        return parts.entrySet().stream()
                .filter(part -> part.getKey() >= 0)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    @Test
    void shouldKeepTracksPure() {
        double shares = 0;
        int owned = 0;
        long right = 0;
        long all = 0;
        for (Map<Integer, Integer> parts : TRACKS.values()) {
            if (most(parts) > 0) {
                shares += most(parts) / (double) sum(parts);
                owned++;
                right += most(parts);
                all += sum(parts);
            }
        }
        System.out.printf(
                "Barcelona, identity withheld: purity %.4f a track on average, %.4f a plot%n",
                shares / owned, right / (double) all);
        assertThat(shares / owned).isGreaterThanOrEqualTo(0.99);
        // Hand-overs between stands, where one falls silent as its neighbour begins.
        assertThat(right / (double) all).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void shouldHoldNearlyAllPlots() {
        long held = TRACKS.values().stream().mapToLong(BarcelonaWithheldTest::sum).sum();
        double completeness = held / (double) AIRCRAFT.size();
        System.out.printf("Barcelona, identity withheld: completeness %.4f%n", completeness);
        assertThat(completeness).isBetween(0.97, 1.0);
    }

    @Test
    void shouldHoldOneTrackAnAircraft() {
        double each = TRACKS.size() / (double) aircraft;
        System.out.printf(
                "Barcelona, identity withheld: %d tracks of %d aircraft, %.4f each%n",
                TRACKS.size(), aircraft, each);
        assertThat(aircraft).isGreaterThan(200);
        assertThat(each).isBetween(0.9, 1.05);
    }

    @Test
    void shouldGiveTheSameWhenRunAgain() {
        assertThat(track(change -> {})).isEqualTo(state);
    }
}
