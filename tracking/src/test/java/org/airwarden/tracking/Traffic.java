package org.airwarden.tracking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.airwarden.geodesy.World;
import org.airwarden.model.PictureChange;
import org.airwarden.model.Plot;
import org.airwarden.model.PositionReport;
import org.airwarden.model.Sensor;
import org.airwarden.model.SensorReport;
import org.airwarden.model.Settings;
import org.airwarden.model.Site;
import org.airwarden.model.Tick;
import org.airwarden.model.Time;
import org.airwarden.model.Track;
import org.airwarden.model.Transponder;
import org.airwarden.tracking.Sky.Aircraft;

/**
 * Reports of many aircraft by three radars, to be spoilt and then tracked: every other aircraft has
 * an address, the rest give their height only.
 */
final class Traffic {
    static final int THIRD_RADAR = 5;
    static final int COUNT = 10;

    /** Seconds after which every aircraft must be held, and how far off a track may be (m). */
    static final int SETTLED = 25;

    private static final double NEAR = 1_500;

    private Traffic() {}

    static Aircraft aircraft(int i) {
        double course = 0.7 * i;
        return new Aircraft(
                47.85 + 0.11 * (i % 5),
                15.9 + 0.5 * (i / 5) + 0.03 * i,
                3_000 + 800 * i,
                150 * Math.sin(course),
                150 * Math.cos(course),
                0x440000 + i,
                01000 + i);
    }

    static Transponder says(int i) {
        Transponder all = aircraft(i).says();
        return i % 2 == 0
                ? all
                : new Transponder(-1, true, -1, null, all.height(), all.ground(), all.emergency());
    }

    static Site site() {
        List<Sensor> sensors = new ArrayList<>(Sky.site().sensors());
        sensors.add(Sky.sensor(THIRD_RADAR, Sensor.Kind.RADAR, Sky.HERE, 4));
        return new Site(Sky.START, "test", World.EARTH, sensors);
    }

    /** What three radars report in a time (s), as they measure it. */
    static List<SensorReport> reports(long seed, int seconds) {
        Sky sky = new Sky(seed);
        List<SensorReport> all = new ArrayList<>();
        int[] radars = {Sky.RADAR, Sky.SECOND_RADAR, THIRD_RADAR};
        double[] periods = {4, 5, 4};
        double[] starts = {0, 0.7, 2};
        for (int r = 0; r < radars.length; r++) {
            for (int i = 0; i < COUNT; i++) {
                double phase = starts[r] + periods[r] * (0.03 + 0.09 * i);
                for (double t = phase; t < seconds; t += periods[r]) {
                    all.add(sky.plot(radars[r], aircraft(i), t, says(i)));
                }
            }
        }
        all.sort(Comparator.comparingLong(SensorReport::received));
        return all;
    }

    /** Returns a report as if claimed and received at other times (ns). */
    static SensorReport at(SensorReport report, long measured, long received) {
        return switch (report) {
            case Plot p ->
                    new Plot(
                            p.sensor(),
                            measured,
                            received,
                            p.origin(),
                            p.technology(),
                            p.range(),
                            p.azimuth(),
                            p.elevation(),
                            p.rangeRate(),
                            p.said(),
                            p.sensorTrack());
            case PositionReport p ->
                    new PositionReport(
                            p.sensor(),
                            measured,
                            received,
                            p.origin(),
                            p.technology(),
                            p.latitude(),
                            p.longitude(),
                            p.geometricHeight(),
                            p.sigma(),
                            p.velocityEast(),
                            p.velocityNorth(),
                            p.verticalRate(),
                            p.said(),
                            p.sensorTrack());
            default -> throw new IllegalArgumentException("neither plot nor position");
        };
    }

    /** What came of tracking. */
    static final class Outcome {
        final List<PictureChange> changes = new ArrayList<>();
        final Map<Integer, Set<Integer>> numbers = new HashMap<>();
        Counters counters = new Tracker(0).counters();
        int wanted;
        int held;
        int extra;
        int backwards;
        double square;

        /** Seconds (from the start) at which a held track was said to coast, by aircraft. */
        final Map<Integer, TreeSet<Integer>> coasting = new HashMap<>();

        double continuity() {
            return held / (double) wanted;
        }

        double extraShare() {
            return extra / (double) wanted;
        }

        double rms() {
            return Math.sqrt(square / held);
        }

        /** Returns how many numbers the aircraft with the most had. */
        int mostNumbers() {
            return numbers.values().stream().mapToInt(Set::size).max().orElse(0);
        }

        /** Returns how many numbers stood for more than one aircraft. */
        int swaps() {
            Map<Integer, Integer> owners = new HashMap<>();
            numbers.values().forEach(set -> set.forEach(n -> owners.merge(n, 1, Integer::sum)));
            return (int) owners.values().stream().filter(count -> count > 1).count();
        }
    }

    /** Runs reports, in the order of their arrival, with a tick at every second of arrival. */
    static Outcome run(List<SensorReport> reports, int seconds) {
        List<SensorReport> ordered = new ArrayList<>(reports);
        ordered.sort(Comparator.comparingLong(SensorReport::received));
        Outcome outcome = new Outcome();
        Tracker tracker = new Tracker(7);
        Map<Integer, Long> latest = new HashMap<>();
        java.util.function.Consumer<PictureChange> sink =
                change -> {
                    outcome.changes.add(change);
                    if (change instanceof PictureChange.TrackChanged(long time, Track track)) {
                        Long before = latest.put(track.number().serial(), track.time());
                        outcome.backwards += before != null && track.time() < before ? 1 : 0;
                    }
                };
        tracker.accept(site(), sink);
        tracker.accept(Settings.standard(Sky.START), sink);
        int next = 0;
        for (int s = 1; s <= seconds; s++) {
            while (next < ordered.size() && ordered.get(next).received() <= Sky.at(s)) {
                tracker.accept(ordered.get(next++), sink);
            }
            tracker.accept(new Tick(Sky.at(s)), sink);
            if (s > SETTLED) {
                look(tracker, s, outcome);
            }
        }
        outcome.counters = tracker.counters();
        return outcome;
    }

    private static void look(Tracker tracker, int second, Outcome outcome) {
        List<Track> tracks = new ArrayList<>();
        tracker.forEachTrack(tracks::add);
        Set<Integer> taken = new HashSet<>();
        for (int i = 0; i < COUNT; i++) {
            Aircraft aircraft = aircraft(i);
            Track best = null;
            double least = NEAR;
            for (Track track : tracks) {
                double miss = Sky.miss(track, aircraft);
                if (miss < least && !taken.contains(track.number().serial())) {
                    least = miss;
                    best = track;
                }
            }
            outcome.wanted++;
            if (best != null) {
                taken.add(best.number().serial());
                outcome.held++;
                outcome.square += least * least;
                outcome.numbers
                        .computeIfAbsent(i, _ -> new TreeSet<>())
                        .add(best.number().serial());
                if (best.isCoasting()) {
                    outcome.coasting.computeIfAbsent(i, _ -> new TreeSet<>()).add(second);
                }
            }
        }
        outcome.extra += tracks.size() - taken.size();
    }

    static double seconds(SensorReport report) {
        return Time.secondsBetween(Sky.START, report.measured());
    }
}
