package org.airwarden.tracking;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.World;
import org.airwarden.model.Origin;
import org.airwarden.model.Plot;
import org.airwarden.model.Sensor;
import org.airwarden.model.ServiceMessage;
import org.airwarden.model.Site;
import org.airwarden.model.Technology;
import org.airwarden.model.Tick;
import org.airwarden.model.Time;
import org.airwarden.model.Transponder;
import org.jspecify.annotations.Nullable;

/**
 * Runs a tracker on neutral files: sensors and plots in one flat frame, as comma-separated values.
 *
 * <p>Where all plots of a scan carry one time, the scan counts as whole then: a target that gave
 * none was missed. Where an aerial turns, its plots carry times of their own, and a target counts
 * as missed when its plot is overdue. A row at a time knows the plots up to and including that
 * time, and none later.
 */
public final class NeutralFiles {
    private static final String HEADER = "t,track_id,x,y,z,vx,vy,vz\n";

    /** Plots of a sensor at a time. */
    private record Scan(long time, int sensor, String number, List<Plot> plots) {
        /** Tells whether an earlier plot of the same scan stands at another time. */
        boolean goesOn(@Nullable Scan before) {
            return before != null && !number.isEmpty() && number.equals(before.number);
        }
    }

    /** A time that rows are wanted for, as it was written. */
    private record Wanted(long time, String text) {}

    /** What is done at a wanted time. */
    private interface AtWanted {
        void at(String text) throws IOException;
    }

    private NeutralFiles() {}

    /**
     * Tracks the plots, and writes the confirmed live tracks at the wanted times.
     *
     * @param sensors {@code
     *     sensor,x,y,z,sigma_range,sigma_az,sigma_el,pd,clutter_per_scan,scan_period,max_range} (m,
     *     rad, s); all but the first four may be left empty
     * @param plots {@code t,scan,sensor,range_m,azimuth_rad,elevation_rad,range_rate_mps} (s, m,
     *     rad, m/s), the last two perhaps empty, {@code scan} and they perhaps left out; plain or
     *     gzip
     * @param at the wanted times in a column {@code t} (s); other columns are passed over
     * @param out receives {@code t,track_id,x,y,z,vx,vy,vz} (s, m, m/s)
     * @return how many rows were written
     * @throws NeutralFileException when a file cannot be used
     * @throws IOException when reading or writing fails
     */
    public static int track(Path sensors, Path plots, Path at, Path out) throws IOException {
        return track(new Tracker(0), sensors, plots, at, out);
    }

    /** The same with a tracker of one's own, which has had no input yet. */
    public static int track(Tracker tracker, Path sensors, Path plots, Path at, Path out)
            throws IOException {
        List<Sensor> known = sensors(sensors);
        List<Scan> scans = scans(plots, known);
        List<Wanted> wanted = wanted(at);
        try (Writer writer = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
            writer.write(HEADER);
            int[] rows = new int[1];
            NeutralRows row = new NeutralRows();
            run(
                    tracker,
                    known,
                    scans,
                    wanted,
                    time -> {
                        row.begin(time);
                        tracker.forEachTrack(row);
                        row.flush(writer);
                        rows[0] += row.count();
                    });
            return rows[0];
        }
    }

    /**
     * Tracks the plots, all of them, and writes each confirmed track at the wanted times from its
     * first plot to its last, smoothed by all plots: a reconstruction, not what could be known at
     * the time. Files and errors as of {@link #track(Path, Path, Path, Path)}.
     *
     * @return how many rows were written
     * @throws NeutralFileException when a file cannot be used
     * @throws IOException when reading or writing fails
     */
    public static int smooth(Path sensors, Path plots, Path at, Path out) throws IOException {
        return smooth(new Tracker(0), sensors, plots, at, out);
    }

    /** The same with a tracker of one's own, which has had no input yet. */
    public static int smooth(Tracker tracker, Path sensors, Path plots, Path at, Path out)
            throws IOException {
        List<Sensor> known = sensors(sensors);
        List<Scan> scans = scans(plots, known);
        List<Wanted> wanted = wanted(at);
        SmoothedRows rows = new SmoothedRows();
        Consumer<SmoothedTrack> each =
                track -> {
                    for (Wanted one : wanted) {
                        rows.add(one.time, one.text, track);
                    }
                };
        tracker.reconstruct(each);
        run(tracker, known, scans, wanted, time -> {});
        tracker.reconstructLiving(each);
        try (Writer writer = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
            writer.write(HEADER);
            return rows.write(writer);
        }
    }

    private static void run(
            Tracker tracker,
            List<Sensor> sensors,
            List<Scan> scans,
            List<Wanted> wanted,
            AtWanted each)
            throws IOException {
        int nextScan = 0;
        int nextWanted = 0;
        long clock =
                Math.min(first(scans), wanted.isEmpty() ? Long.MAX_VALUE : wanted.getFirst().time);
        tracker.accept(new Site(clock, "neutral", World.FLAT, sensors), Tracker.UNHEARD);
        Teller teller = new Teller(tracker, sensors.size());
        while (nextWanted < wanted.size()) {
            long time = wanted.get(nextWanted).time;
            while (nextScan < scans.size() && scans.get(nextScan).time <= time) {
                Scan scan = scans.get(nextScan++);
                clock = tick(tracker, clock, scan.time);
                teller.tell(scan);
            }
            clock = tick(tracker, clock, time);
            each.at(wanted.get(nextWanted++).text);
        }
        while (nextScan < scans.size()) {
            Scan scan = scans.get(nextScan++);
            clock = tick(tracker, clock, scan.time);
            teller.tell(scan);
        }
    }

    private static long first(List<Scan> scans) {
        return scans.isEmpty() ? Long.MAX_VALUE : scans.getFirst().time;
    }

    /**
     * Lets the clock go on to a time, with a tick at each full second on the way and at its end.
     */
    private static long tick(Tracker tracker, long from, long to) {
        long next = Math.floorDiv(from, Time.SECOND) * Time.SECOND + Time.SECOND;
        for (long second = next; second < to; second += Time.SECOND) {
            tracker.accept(new Tick(second), Tracker.UNHEARD);
        }
        tracker.accept(new Tick(to), Tracker.UNHEARD);
        return to;
    }

    /** Tells a tracker scans, and their ends where it can be known that they ended. */
    private static final class Teller {
        private final Tracker tracker;
        private final @Nullable Scan[] last;

        /**
         * Sensors of which a scan came at several times: what an aerial passed over is due later.
         */
        private final boolean[] turns;

        Teller(Tracker tracker, int sensors) {
            this.tracker = tracker;
            last = new @Nullable Scan[sensors];
            turns = new boolean[sensors];
        }

        void tell(Scan scan) {
            turns[scan.sensor] |= scan.goesOn(last[scan.sensor]);
            last[scan.sensor] = scan;
            for (Plot plot : scan.plots) {
                tracker.accept(plot, Tracker.UNHEARD);
            }
            if (!turns[scan.sensor]) {
                tracker.accept(
                        new ServiceMessage(
                                scan.sensor,
                                scan.time,
                                scan.time,
                                Origin.RECORDED,
                                ServiceMessage.Kind.UPDATE_CYCLE,
                                Double.NaN,
                                Double.NaN),
                        Tracker.UNHEARD);
            }
        }
    }

    private static List<Sensor> sensors(Path path) throws IOException {
        List<Sensor> sensors = new ArrayList<>();
        try (CommaFile file = new CommaFile(path)) {
            int name = file.column("sensor");
            int x = file.column("x");
            int y = file.column("y");
            int z = file.column("z");
            int range = file.optionalColumn("sigma_range");
            int azimuth = file.optionalColumn("sigma_az");
            int elevation = file.optionalColumn("sigma_el");
            int detection = file.optionalColumn("pd");
            int clutter = file.optionalColumn("clutter_per_scan");
            int period = file.optionalColumn("scan_period");
            int reach = file.optionalColumn("max_range");
            while (file.next()) {
                for (Sensor other : sensors) {
                    if (other.name().equals(file.text(name))) {
                        throw file.bad("sensor " + other.name() + " stands here twice");
                    }
                }
                sensors.add(
                        new Sensor(
                                sensors.size(),
                                file.text(name),
                                Sensor.Kind.RADAR,
                                -1,
                                -1,
                                Frame.flatAt(file.number(x), file.number(y), file.number(z)),
                                positive(file, range),
                                positive(file, azimuth),
                                positive(file, elevation),
                                Double.NaN,
                                share(file, detection),
                                positive(file, clutter),
                                positive(file, period),
                                positive(file, reach)));
            }
        }
        if (sensors.isEmpty()) {
            throw new NeutralFileException(path + ": no sensor stands in the file");
        }
        return sensors;
    }

    private static double positive(CommaFile file, int column) throws NeutralFileException {
        double value = file.optional(column);
        if (value < 0) {
            throw file.bad(value + " is below 0");
        }
        // 0 says that nobody knows; an error of exactly 0 does not exist.
        return value == 0 ? Double.NaN : value;
    }

    private static double share(CommaFile file, int column) throws NeutralFileException {
        double value = file.optional(column);
        if (value < 0 || value > 1) {
            throw file.bad(value + " is not a probability");
        }
        return value;
    }

    private static List<Scan> scans(Path path, List<Sensor> sensors) throws IOException {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (Sensor sensor : sensors) {
            numbers.put(sensor.name(), sensor.id());
        }
        Map<Long, Map<Integer, Scan>> byTime = new TreeMap<>();
        try (CommaFile file = new CommaFile(path)) {
            int t = file.column("t");
            int name = file.column("sensor");
            int number = file.optionalColumn("scan");
            int range = file.column("range_m");
            int azimuth = file.column("azimuth_rad");
            int elevation = file.optionalColumn("elevation_rad");
            int rangeRate = file.optionalColumn("range_rate_mps");
            while (file.next()) {
                Integer sensor = numbers.get(file.text(name));
                if (sensor == null) {
                    throw file.bad("sensor '" + file.text(name) + "' is not among the sensors");
                }
                double slant = file.number(range);
                if (slant <= 0) {
                    throw file.bad("a range of " + slant + " m cannot be");
                }
                long time = time(file, t);
                String scan = number < 0 ? "" : file.text(number);
                byTime.computeIfAbsent(time, key -> new TreeMap<>())
                        .computeIfAbsent(
                                sensor, key -> new Scan(time, key, scan, new ArrayList<>()))
                        .plots
                        .add(
                                new Plot(
                                        sensor,
                                        time,
                                        time,
                                        Origin.RECORDED,
                                        Technology.PRIMARY,
                                        slant,
                                        file.number(azimuth),
                                        file.optional(elevation),
                                        file.optional(rangeRate),
                                        Transponder.SILENT,
                                        -1));
            }
        }
        List<Scan> scans = new ArrayList<>();
        byTime.values().forEach(bySensor -> scans.addAll(bySensor.values()));
        return scans;
    }

    private static List<Wanted> wanted(Path path) throws IOException {
        Map<Long, Wanted> wanted = new TreeMap<>(Comparator.naturalOrder());
        try (CommaFile file = new CommaFile(path)) {
            int t = file.column("t");
            while (file.next()) {
                long time = time(file, t);
                wanted.putIfAbsent(time, new Wanted(time, file.text(t)));
            }
        }
        return List.copyOf(wanted.values());
    }

    private static long time(CommaFile file, int column) throws NeutralFileException {
        double seconds = file.number(column);
        if (Math.abs(seconds) > 9e9) {
            throw file.bad(seconds + " s is no time that can be counted");
        }
        return Time.ofSeconds(seconds);
    }
}
