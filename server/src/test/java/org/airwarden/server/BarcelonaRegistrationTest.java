package org.airwarden.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.airwarden.feeds.PacketDecoder;
import org.airwarden.feeds.Recording;
import org.airwarden.model.PositionReport;
import org.airwarden.model.Sensor;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Technology;
import org.airwarden.model.Time;
import org.airwarden.picture.SensorStatus;
import org.airwarden.tracking.SensorQuality;
import org.junit.jupiter.api.Test;

/**
 * Multilateration against ADS-B at Barcelona, 10 May 2016: how far one is off from the other in
 * time and place, and what is left when that is taken off. What is left is reckoned here from the
 * raw reports, by interpolation, without tracking.
 */
class BarcelonaRegistrationTest {
    private static final LocalDate DAY = LocalDate.of(2016, 5, 10);
    private static final String MLAT = "lebl-20160510/mlat_cat020_cat019.ast";
    private static final String ADSB = "lebl-20160510/adsb_cat021_ed0.23.ast";
    private static final double RADIUS = 6_371_000;

    /** Two reports of an aircraft's own place farther apart (s) are no path. */
    private static final double LONGEST = 3;

    /** Beyond (m), an aircraft's own place is wrong, not the sensor. */
    private static final double WRONG = 300;

    private static final double MOVING = 30;

    /** Multilateration less the path of ADS-B (m), and the path's velocity (m/s). */
    private record Residual(
            double time, int address, double east, double north, double ve, double vn) {}

    @Test
    void shouldRegisterMultilaterationAgainstAdsb() throws IOException {
        byte[][] states = new byte[2][];
        SensorQuality mlat = null;
        SensorQuality adsb = null;
        for (int run = 0; run < 2; run++) {
            try (Recording recording = Recordings.open(Recordings.need(MLAT, ADSB), DAY)) {
                Engine engine =
                        Recordings.run(recording, null, (time, running) -> {}, change -> {});
                mlat = quality(engine, Sensor.Kind.MLAT);
                adsb = quality(engine, Sensor.Kind.ADSB);
                StateOutput out = new StateOutput();
                engine.picture().write(out);
                states[run] = out.toBytes();
            }
        }
        double shift = mlat.time().value() - adsb.time().value();
        List<Residual> before = residuals(0);
        List<Residual> after = residuals(shift);
        double east = mlat.east().value();
        double north = mlat.north().value();
        System.out.printf(
                "Barcelona, MLAT against ADS-B, %d comparisons: time %+.3f (%.3f) s, east %+.1f"
                        + " (%.1f) m, north %+.1f (%.1f) m; taken off: %s%n",
                mlat.compared(),
                shift,
                mlat.time().sigma() + adsb.time().sigma(),
                east,
                mlat.east().sigma(),
                north,
                mlat.north().sigma(),
                mlat.significant());
        double[] all = {spread(before, 0, 0, 0), spread(after, east, north, 0)};
        double[] moving = {spread(before, 0, 0, MOVING), spread(after, east, north, MOVING)};
        System.out.printf(
                "residuals: %d reports of %d aircraft, RMS %.1f m before, %.1f m after; moving at"
                        + " %.0f m/s or more: %.1f m before, %.1f m after; medians of aircraft, along the path: %+.1f m"
                        + " before, %+.1f m after%n",
                before.size(),
                before.stream().mapToInt(Residual::address).distinct().count(),
                all[0],
                all[1],
                MOVING,
                moving[0],
                moving[1],
                along(before, 0, 0),
                along(after, east, north));

        assertThat(states[1]).as("repeats are equal to the bit").isEqualTo(states[0]);
        assertThat(mlat.compared()).isGreaterThan(1_000);
        // Aircraft differ by a second in latency: the value is that of those heard last.
        assertThat(shift).isBetween(-1.5, 0.3);
        assertThat(east).isBetween(-40.0, 20.0);
        assertThat(north).isBetween(-50.0, 10.0);
        assertThat(mlat.heldOut()).isFalse();
        assertThat(all[1]).as("residuals after").isLessThan(all[0]);
    }

    private static SensorQuality quality(Engine engine, Sensor.Kind kind) {
        for (Sensor sensor : engine.site().sensors()) {
            if (sensor.kind() != kind) {
                continue;
            }
            for (SensorStatus status : engine.picture().sensors()) {
                SensorQuality quality = status.quality();
                if (status.sensor() == sensor.id() && quality != null && status.reports() > 0) {
                    return quality;
                }
            }
        }
        throw new AssertionError("no sensor of kind " + kind + " reported");
    }

    /** Compares each MLAT report, its clock set back, with the path of its aircraft's ADS-B. */
    private static List<Residual> residuals(double late) throws IOException {
        Map<Integer, List<PositionReport>> adsb = reports(ADSB, Technology.ADSB);
        Map<Integer, List<PositionReport>> mlat = reports(MLAT, Technology.MLAT);
        List<Residual> residuals = new ArrayList<>();
        mlat.forEach((address, reports) -> {
            List<PositionReport> path = adsb.getOrDefault(address, List.of());
            int next = 1;
            for (PositionReport report : reports) {
                long time = report.measured() - Time.ofSeconds(late);
                while (next < path.size() && path.get(next).measured() <= time) {
                    next++;
                }
                if (next >= path.size()) {
                    break;
                }
                PositionReport one = path.get(next - 1);
                PositionReport other = path.get(next);
                double span = Time.secondsBetween(one.measured(), other.measured());
                double since = Time.secondsBetween(one.measured(), time);
                if (since < 0 || span > LONGEST || span <= 0) {
                    continue;
                }
                double across = RADIUS * StrictMath.cos(one.latitude());
                double ve = (other.longitude() - one.longitude()) * across / span;
                double vn = (other.latitude() - one.latitude()) * RADIUS / span;
                double east = (report.longitude() - one.longitude()) * across - since * ve;
                double north = (report.latitude() - one.latitude()) * RADIUS - since * vn;
                if (StrictMath.hypot(east, north) < WRONG && StrictMath.hypot(ve, vn) < 400) {
                    residuals.add(
                            new Residual(
                                    Time.secondsBetween(0, time), address, east, north, ve, vn));
                }
            }
        });
        return residuals;
    }

    private static double spread(
            List<Residual> residuals, double east, double north, double leastSpeed) {
        double sum = 0;
        int count = 0;
        for (Residual each : residuals) {
            if (StrictMath.hypot(each.ve, each.vn) >= leastSpeed) {
                double e = each.east - east;
                double n = each.north - north;
                sum += e * e + n * n;
                count++;
            }
        }
        return StrictMath.sqrt(sum / count);
    }

    /** Median over aircraft of the mean residual along the way they go (m). */
    private static double along(List<Residual> residuals, double east, double north) {
        Map<Integer, double[]> sums = new TreeMap<>();
        for (Residual each : residuals) {
            double speed = StrictMath.hypot(each.ve, each.vn);
            if (speed >= MOVING) {
                double[] sum = sums.computeIfAbsent(each.address, key -> new double[2]);
                sum[0] += ((each.east - east) * each.ve + (each.north - north) * each.vn) / speed;
                sum[1]++;
            }
        }
        double[] means = sums.values().stream().mapToDouble(sum -> sum[0] / sum[1]).toArray();
        Arrays.sort(means);
        return means.length == 0 ? Double.NaN : means[means.length / 2];
    }

    private static Map<Integer, List<PositionReport>> reports(String file, Technology technology)
            throws IOException {
        Map<Integer, List<PositionReport>> reports = new TreeMap<>();
        try (Recording recording = Recordings.open(Recordings.need(file), DAY)) {
            PacketDecoder decoder = recording.decoder(fault -> {});
            for (var packet = recording.next(); packet != null; packet = recording.next()) {
                decoder.decode(
                        packet,
                        report -> {
                            if (report instanceof PositionReport position
                                    && position.technology() == technology
                                    && position.said().hasAddress()
                                    && position.measured() != Time.UNKNOWN) {
                                reports.computeIfAbsent(
                                                position.said().address(), key -> new ArrayList<>())
                                        .add(position);
                            }
                        });
            }
        }
        reports.values()
                .forEach(list -> list.sort((a, b) -> Long.compare(a.measured(), b.measured())));
        return reports;
    }
}
