package org.airwarden.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a radar of a scenario reports, scan by scan: targets within range that are not hidden, with
 * noise and what is wrong with the radar, and false plots.
 *
 * <p>Two targets of a scan are one echo with probability exp(-ln 2 ((dr/cell)² + (da/cell)²)), as
 * W. Koch and G. van Keuk have it ("Multiple hypothesis track maintenance with possibly unresolved
 * measurements", IEEE Trans. AES 33(3), 1997); such an echo lies at the mean weighted by the
 * powers, which fluctuate from scan to scan (exponentially), and is missed only if each would be.
 * One thread.
 */
final class RadarPlots {
    private static final double FULL_TURN = 2 * StrictMath.PI;
    private static final double NEAREST_CLUTTER = 1_000;
    private static final double CLUTTER_CEILING = 15_000;
    private static final double STEEPEST_CLUTTER = StrictMath.toRadians(30);
    private static final double HALF = StrictMath.log(2);

    /** A plot as reported: time (s), scan of the radar, range (m), azimuth and elevation (rad). */
    record ReportedPlot(
            double time, int scan, int radar, double range, double azimuth, double elevation) {}

    /** What comes back from a target: true time, place, and strength. */
    private static final class Echo {
        double time;
        double range;
        double azimuth;
        double elevation;
        double power;
        int group;
    }

    private final TrackingScenario scenario;
    private final ScenarioRadar radar;
    private final int number;
    private final Draw draw;
    private final double[] state = new double[Trajectory.SIZE];

    private RadarPlots(TrackingScenario scenario, int number, Draw draw) {
        this.scenario = scenario;
        this.radar = scenario.radars().get(number);
        this.number = number;
        this.draw = draw;
    }

    /** Returns how many whole scans a radar makes in a scenario. */
    static int scans(TrackingScenario scenario, ScenarioRadar radar) {
        double time = scenario.duration() - radar.offset();
        double least = radar.hidden().turning() ? radar.period() : 0;
        int scans = (int) Math.floor((time - least) / radar.period() + 1e-9) + 1;
        // The end of the scenario is no scan time of it.
        return radar.hidden().turning() || (scans - 1) * radar.period() < time - 1e-9
                ? scans
                : scans - 1;
    }

    /** Returns the time at which a scan is whole (s). */
    static double wholeAt(ScenarioRadar radar, int scan) {
        int turns = radar.hidden().turning() ? scan + 1 : scan;
        return Math.rint((radar.offset() + turns * radar.period()) * 1e6) / 1e6;
    }

    /** Returns all plots of a radar, scan after scan. */
    static List<ReportedPlot> of(TrackingScenario scenario, int number, Draw draw) {
        return new RadarPlots(scenario, number, draw).all();
    }

    private List<ReportedPlot> all() {
        List<ReportedPlot> plots = new ArrayList<>();
        int scans = scans(scenario, radar);
        for (int scan = 0; scan < scans; scan++) {
            double start = radar.offset() + scan * radar.period();
            List<ReportedPlot> ofScan = new ArrayList<>();
            for (Echo echo : detected(merged(echoes(start)))) {
                ofScan.add(report(echo, scan));
            }
            int falseOnes = draw.poisson(radar.clutter());
            for (int k = 0; k < falseOnes; k++) {
                ofScan.add(clutter(start, scan));
            }
            if (radar.hidden().turning()) {
                ofScan.sort(Comparator.comparingDouble(ReportedPlot::time));
            } else {
                shuffle(ofScan);
            }
            if (!draw.chance(radar.hidden().missedScans())) {
                plots.addAll(ofScan);
            }
        }
        return plots;
    }

    private List<Echo> echoes(double start) {
        List<Echo> echoes = new ArrayList<>();
        for (int target = 0; target < scenario.targets().size(); target++) {
            Trajectory path = scenario.targets().get(target);
            Echo echo = new Echo();
            echo.time = start;
            boolean seen = look(path, echo);
            // The beam meets the target where it is when the beam is there.
            for (int k = 0; seen && radar.hidden().turning() && k < 3; k++) {
                echo.time = start + radar.period() * echo.azimuth / FULL_TURN;
                seen = look(path, echo);
            }
            if (seen && echo.range <= radar.range() && !scenario.isHidden(target, echo.time)) {
                echoes.add(echo);
            }
        }
        return echoes;
    }

    private boolean look(Trajectory path, Echo echo) {
        if (!path.isLive(echo.time)) {
            return false;
        }
        path.at(echo.time, state);
        double dx = state[0] - radar.x();
        double dy = state[1] - radar.y();
        double dz = state[2] - radar.z();
        echo.range = Math.sqrt(dx * dx + dy * dy + dz * dz);
        echo.azimuth = positive(StrictMath.atan2(dx, dy));
        echo.elevation = StrictMath.asin(dz / echo.range);
        return true;
    }

    /** Puts together what the radar cannot tell apart; returns as many echoes as it can. */
    private List<Echo> merged(List<Echo> echoes) {
        double rangeCell = radar.hidden().rangeCell();
        double azimuthCell = radar.hidden().azimuthCell();
        if (rangeCell <= 0) {
            return echoes;
        }
        for (int i = 0; i < echoes.size(); i++) {
            echoes.get(i).group = i;
            echoes.get(i).power = draw.exponential();
        }
        for (int i = 0; i < echoes.size(); i++) {
            for (int j = i + 1; j < echoes.size(); j++) {
                Echo a = echoes.get(i);
                Echo b = echoes.get(j);
                double range = (a.range - b.range) / rangeCell;
                double azimuth = difference(a.azimuth, b.azimuth) / azimuthCell;
                double square = range * range + azimuth * azimuth;
                if (square < 30 && draw.chance(StrictMath.exp(-HALF * square))) {
                    join(echoes, a.group, b.group);
                }
            }
        }
        List<Echo> groups = new ArrayList<>();
        for (int group = 0; group < echoes.size(); group++) {
            Echo mean = null;
            for (Echo echo : echoes) {
                if (echo.group == group) {
                    mean = mean == null ? echo : weighted(mean, echo);
                }
            }
            if (mean != null) {
                groups.add(mean);
            }
        }
        return groups;
    }

    private static void join(List<Echo> echoes, int a, int b) {
        int least = Math.min(a, b);
        for (Echo echo : echoes) {
            if (echo.group == a || echo.group == b) {
                echo.group = least;
            }
        }
    }

    /** The group of the result tells how many there are, as a negative number. */
    private static Echo weighted(Echo a, Echo b) {
        Echo both = new Echo();
        both.power = a.power + b.power;
        double share = b.power / both.power;
        both.time = a.time + share * (b.time - a.time);
        both.range = a.range + share * (b.range - a.range);
        both.azimuth = positive(a.azimuth + share * difference(b.azimuth, a.azimuth));
        both.elevation = a.elevation + share * (b.elevation - a.elevation);
        both.group = Math.min(a.group, -1) - 1;
        return both;
    }

    private List<Echo> detected(List<Echo> echoes) {
        List<Echo> found = new ArrayList<>();
        for (Echo echo : echoes) {
            double missed = 1 - radar.detection();
            double allMissed = missed;
            for (int k = -1; k > echo.group; k--) {
                allMissed *= missed;
            }
            if (!draw.chance(allMissed)) {
                found.add(echo);
            }
        }
        return found;
    }

    private ReportedPlot report(Echo echo, int scan) {
        ScenarioRadar.Hidden wrong = radar.hidden();
        double range = echo.range * (1 + wrong.rangeScale()) + wrong.rangeBias();
        return new ReportedPlot(
                echo.time + wrong.timeBias(),
                scan,
                number,
                Math.max(1, range + radar.rangeSigma() * draw.normal()),
                positive(echo.azimuth + wrong.azimuthBias() + radar.azimuthSigma() * draw.normal()),
                echo.elevation + radar.elevationSigma() * draw.normal());
    }

    /** Uniform in range and azimuth, and in elevation up to 15 km of height, at most 30 degrees. */
    private ReportedPlot clutter(double start, int scan) {
        double range = draw.between(NEAREST_CLUTTER, radar.range());
        double azimuth = draw.between(0, FULL_TURN);
        double turned = radar.hidden().turning() ? radar.period() * azimuth / FULL_TURN : 0;
        return new ReportedPlot(
                start + turned + radar.hidden().timeBias(),
                scan,
                number,
                range,
                azimuth,
                draw.between(0, steepest(range)));
    }

    /** Returns up to which elevation (rad) false plots lie at a range (m). */
    static double steepest(double range) {
        return range <= 2 * CLUTTER_CEILING
                ? STEEPEST_CLUTTER
                : StrictMath.asin(CLUTTER_CEILING / range);
    }

    private void shuffle(List<ReportedPlot> plots) {
        for (int i = plots.size() - 1; i > 0; i--) {
            int j = draw.below(i + 1);
            ReportedPlot other = plots.get(j);
            plots.set(j, plots.get(i));
            plots.set(i, other);
        }
    }

    private static double positive(double angle) {
        double within = angle % FULL_TURN;
        return within < 0 ? within + FULL_TURN : within;
    }

    private static double difference(double a, double b) {
        return StrictMath.IEEEremainder(a - b, FULL_TURN);
    }
}
