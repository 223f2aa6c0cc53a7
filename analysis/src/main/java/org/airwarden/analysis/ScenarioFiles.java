package org.airwarden.analysis;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.airwarden.analysis.RadarPlots.ReportedPlot;

/**
 * Writes a scenario as neutral files: {@code sensors.csv} and {@code plots.csv.gz} for the tracker,
 * {@code truth.csv.gz} for the judge, {@code biases.csv} with what is wrong with each radar, and
 * {@code scenario.json} with its name, seed and counts, marked as simulated.
 */
final class ScenarioFiles {
    private ScenarioFiles() {}

    /**
     * Writes all files.
     *
     * @param folder where to; it is made if it is not there, and files of these names are replaced
     * @throws IOException when that fails
     */
    static Scenarios.Counts write(TrackingScenario scenario, Path folder) throws IOException {
        Files.createDirectories(folder);
        Draw draw = new Draw(scenario.seed() * 0x9E3779B97F4A7C15L + 1);
        List<ReportedPlot> plots = new ArrayList<>();
        int scans = 0;
        for (int radar = 0; radar < scenario.radars().size(); radar++) {
            plots.addAll(RadarPlots.of(scenario, radar, draw.split()));
            scans += RadarPlots.scans(scenario, scenario.radars().get(radar));
        }
        plots.sort(Comparator.comparingDouble(ReportedPlot::time)); // stable: radars in their order
        write(folder.resolve("sensors.csv"), sensors(scenario));
        write(folder.resolve("biases.csv"), biases(scenario));
        writePlots(scenario, plots, folder.resolve("plots.csv.gz"));
        int rows = writeTruth(scenario, folder.resolve("truth.csv.gz"));
        Scenarios.Counts counts =
                new Scenarios.Counts(scenario.targets().size(), scans, plots.size(), rows);
        write(folder.resolve("scenario.json"), json(scenario, counts));
        return counts;
    }

    private static void write(Path file, CharSequence text) throws IOException {
        Files.writeString(file, text);
    }

    private static Writer packed(Path file) throws IOException {
        return new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file), 1 << 16), StandardCharsets.UTF_8);
    }

    private static String sensors(TrackingScenario scenario) {
        StringBuilder text =
                new StringBuilder(
                        "sensor,x,y,z,sigma_range,sigma_az,sigma_el,pd,clutter_per_scan,scan_period,"
                                + "max_range\n");
        for (ScenarioRadar radar : scenario.radars()) {
            text.append(radar.name());
            for (double value :
                    new double[] {
                        radar.x(),
                        radar.y(),
                        radar.z(),
                        radar.rangeSigma(),
                        radar.azimuthSigma(),
                        radar.elevationSigma(),
                        radar.detection(),
                        radar.clutter(),
                        radar.period(),
                        radar.range()
                    }) {
                text.append(',').append(Decimals.brief(value, 6));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String biases(TrackingScenario scenario) {
        StringBuilder text =
                new StringBuilder("sensor,range_m,range_scale,azimuth_rad,time_s,turning\n");
        for (ScenarioRadar radar : scenario.radars()) {
            ScenarioRadar.Hidden hidden = radar.hidden();
            text.append(radar.name());
            for (double value :
                    new double[] {
                        hidden.rangeBias(),
                        hidden.rangeScale(),
                        hidden.azimuthBias(),
                        hidden.timeBias()
                    }) {
                text.append(',').append(Decimals.brief(value, 7));
            }
            text.append(',').append(hidden.turning() ? 1 : 0).append('\n');
        }
        return text.toString();
    }

    private static void writePlots(TrackingScenario scenario, List<ReportedPlot> plots, Path file)
            throws IOException {
        try (Writer out = packed(file)) {
            out.write("t,scan,sensor,range_m,azimuth_rad,elevation_rad,range_rate_mps\n");
            StringBuilder line = new StringBuilder();
            for (ReportedPlot plot : plots) {
                line.setLength(0);
                line.append(Decimals.brief(plot.time(), 6)).append(',');
                line.append(plot.scan()).append(',');
                line.append(scenario.radars().get(plot.radar()).name()).append(',');
                Decimals.append(line, plot.range(), 2).append(',');
                Decimals.append(line, plot.azimuth(), 7).append(',');
                Decimals.append(line, plot.elevation(), 7).append(",\n");
                out.append(line);
            }
        }
    }

    /** One row for each live target at each time at which any radar's scan is whole. */
    private static int writeTruth(TrackingScenario scenario, Path file) throws IOException {
        TreeSet<Double> times = new TreeSet<>();
        for (ScenarioRadar radar : scenario.radars()) {
            for (int scan = 0; scan < RadarPlots.scans(scenario, radar); scan++) {
                times.add(RadarPlots.wholeAt(radar, scan));
            }
        }
        int rows = 0;
        double[] state = new double[Trajectory.SIZE];
        try (Writer out = packed(file)) {
            out.write("t,target,x,y,z,vx,vy,vz\n");
            StringBuilder line = new StringBuilder();
            for (double time : times) {
                for (int target = 0; target < scenario.targets().size(); target++) {
                    Trajectory path = scenario.targets().get(target);
                    if (!path.isLive(time)) {
                        continue;
                    }
                    path.at(time, state);
                    line.setLength(0);
                    line.append(Decimals.brief(time, 6)).append(',').append(target + 1);
                    for (int k = 0; k < Trajectory.SIZE; k++) {
                        Decimals.append(line.append(','), state[k], k < 3 ? 2 : 3);
                    }
                    out.append(line.append('\n'));
                    rows++;
                }
            }
        }
        return rows;
    }

    private static String json(TrackingScenario scenario, Scenarios.Counts counts) {
        return """
        {
         "scenario": "%s",
         "seed": %d,
         "origin": "simulated",
         "duration_s": %s,
         "scans": %d,
         "targets": %d,
         "truth_rows": %d,
         "plots": %d
        }
        """
                .formatted(
                        scenario.kind(),
                        scenario.seed(),
                        Decimals.brief(scenario.duration(), 3),
                        counts.scans(),
                        counts.targets(),
                        counts.truthRows(),
                        counts.plots());
    }
}
