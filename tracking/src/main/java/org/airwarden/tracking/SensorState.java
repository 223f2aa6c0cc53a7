package org.airwarden.tracking;

import org.airwarden.geodesy.Frame;
import org.airwarden.model.Sensor;
import org.airwarden.model.Sensor.Kind;
import org.airwarden.model.ServiceMessage;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Technology;
import org.airwarden.model.Time;

/**
 * What tracking knows of a sensor: what the site says, the usual figure of the kind where it does
 * not say, and what was learned: its clock, its turn, its false plots. Not thread-safe.
 */
final class SensorState {
    /** Greatest height of false plots of a radar that measures elevation or height (m). */
    private static final double FALSE_TOP = 15_000;

    private static final double FALSE_LEAST_RANGE = 1_000;
    private static final double GREATEST_FALSE_ELEVATION = Math.toRadians(30);

    /** False reports a scan: with an address, and with a code but no address. */
    private static final double FALSE_ADDRESSED = 0.01;

    private static final double FALSE_CODED = 1;
    private static final double USUAL_FALSE_ECHOES = 20;

    /** Targets that newly appear a scan. */
    private static final double NEW_ADDRESSED = 0.1;

    private static final double NEW_CODED = 0.1;

    /** Share of the greatest range that counts as at the edge, and plots there that prove it. */
    private static final double EDGE = 0.98;

    private static final int CROWDED = 60;

    /** Radio horizon of what flies at 15 km (m), seen from near the ground. */
    private static final double MOST_DISTANT_STROBE = 500_000;

    private static final double SHORTEST_INTERVAL = 0.2;
    private static final double LONGEST_INTERVAL = 30;

    private final double[] local = new double[3];
    private Sensor sensor;
    final ClockJudge clock;
    final Appearing appearing;
    private double learnedPeriod = Double.NaN;
    private int intervals;
    private long lastNorthMark = Time.UNKNOWN;
    private double falseEchoes = USUAL_FALSE_ECHOES;
    private double unclaimed;
    private long countedSince = Time.UNKNOWN;
    private DetectionRate detections = new DetectionRate();
    private ClutterMap clutter = new ClutterMap();
    BirthMap births = new BirthMap();
    private double reach;
    private int atEdge;

    /** When anything last came from it. */
    private long heard = Long.MIN_VALUE;

    private double rangeDoubt;
    private double azimuthDoubt;
    private double placeDoubt;

    SensorState(Sensor sensor) {
        this(sensor, new ClockJudge(), new Appearing());
    }

    private SensorState(Sensor sensor, ClockJudge clock, Appearing appearing) {
        this.sensor = sensor;
        this.clock = clock;
        this.appearing = appearing;
    }

    Sensor sensor() {
        return sensor;
    }

    /** Notes that something came from it. */
    void hear(long clock) {
        heard = clock;
    }

    /**
     * Tells whether it has been silent for longer than it takes to look everywhere: that it misses
     * a target then says nothing of the target.
     */
    boolean isSilent(long clock) {
        return heard == Long.MIN_VALUE || Time.secondsBetween(heard, clock) > owedPeriod();
    }

    /** Takes what a later site says, and keeps what was learned. */
    void replace(Sensor later) {
        sensor = later;
    }

    /** Standard deviation of a range (m), with what registration is not sure of. */
    double rangeSigma() {
        return with(statedRangeSigma(), rangeDoubt);
    }

    double azimuthSigma() {
        return with(statedAzimuthSigma(), azimuthDoubt);
    }

    double statedRangeSigma() {
        return orElse(sensor.rangeSigma(), 60);
    }

    double statedAzimuthSigma() {
        return orElse(sensor.azimuthSigma(), 0.0012);
    }

    /** Takes how unsure the biases are that are taken off its reports (m, rad, m). */
    void doubt(double range, double azimuth, double place) {
        rangeDoubt = range;
        azimuthDoubt = azimuth;
        placeDoubt = place;
    }

    /** Exact where there is no doubt. */
    private static double with(double sigma, double doubt) {
        return doubt == 0 ? sigma : Math.sqrt(sigma * sigma + doubt * doubt);
    }

    double elevationSigma() {
        return orElse(sensor.elevationSigma(), 0.003);
    }

    /** Standard deviation of a position along one axis (m), for a report that claims one or NaN. */
    double positionSigma(double claimed, Technology technology) {
        return with(statedPositionSigma(claimed, technology), placeDoubt);
    }

    double statedPositionSigma(double claimed, Technology technology) {
        double usual =
                orElse(
                        sensor.positionSigma(),
                        switch (technology) {
                            case ADSB, ADSR -> 40;
                            case MLAT -> 20;
                            case SYSTEM_TRACK, TISB -> 150;
                            default -> sensor.kind() == Kind.SURFACE_RADAR ? 8 : 60;
                        });
        // A claim far better than the kind achieves is not believed.
        return Double.isNaN(claimed) ? usual : Math.max(claimed, usual / 4);
    }

    /** Probability that it reports a target in a turn: as stated or, where disproved, learned. */
    double detection() {
        return detections.probability(sensor.detectionProbability());
    }

    double learnedDetection() {
        return detections.learned(sensor.detectionProbability());
    }

    /**
     * Learns from a report of a track, whose last one is so long ago (s) or so many were missed.
     */
    void learnDetection(double seconds, int missed) {
        // Other sensors' reports reset what was missed; a turning one's looks are counted by time.
        detections.learn(turns() ? (int) Math.round(seconds / period()) - 1 : missed);
    }

    /** Tells whether it looks at each place once a turn. */
    boolean turns() {
        return sensor.kind() == Kind.RADAR || sensor.kind() == Kind.SURFACE_RADAR;
    }

    /** Time between two looks at one target (s). */
    double period() {
        if (!Double.isNaN(sensor.period())) {
            return sensor.period();
        }
        if (!Double.isNaN(learnedPeriod)) {
            return learnedPeriod;
        }
        return switch (sensor.kind()) {
            case RADAR, SYSTEM -> 5;
            case SURFACE_RADAR, MLAT, ADSB, DIRECTION_FINDER -> 1;
            case OBSERVER -> 60;
        };
    }

    /**
     * Time after which a report counts as missed (s). Squitters come at random and several a
     * second: one that fails to be heard tells nothing, so their loss is judged over longer
     * stretches.
     */
    double owedPeriod() {
        double period = period();
        return switch (sensor.kind()) {
            case RADAR, SYSTEM -> period;
            case SURFACE_RADAR -> Math.max(period, 1);
            case MLAT -> Math.max(period, 2.5);
            case ADSB -> Math.max(period, 4);
            case DIRECTION_FINDER -> Math.max(period, 5);
            case OBSERVER -> Math.max(period, 60);
        };
    }

    /** Learns from the time between two reports of one target (s). */
    void learnInterval(double seconds) {
        if (seconds < SHORTEST_INTERVAL || seconds > LONGEST_INTERVAL) {
            return;
        }
        intervals++;
        if (Double.isNaN(learnedPeriod)) {
            learnedPeriod = seconds;
            return;
        }
        // A running median: steps of a fixed share, ever smaller, towards each value.
        double share = Math.max(0.005, 1.0 / (1 + intervals));
        learnedPeriod *= seconds > learnedPeriod ? 1 + share : 1 - share;
    }

    /** Learns from what the sensor says of itself. */
    void learn(ServiceMessage message) {
        if (!Double.isNaN(message.period())
                && message.period() > SHORTEST_INTERVAL
                && message.period() < LONGEST_INTERVAL) {
            learnedPeriod = message.period();
            intervals = Math.max(intervals, 200);
        } else if (message.kind() == ServiceMessage.Kind.NORTH_MARK) {
            if (lastNorthMark != Time.UNKNOWN) {
                learnInterval(Time.secondsBetween(lastNorthMark, message.measured()));
            }
            lastNorthMark = message.measured();
        }
    }

    /** Density of false reports of a measurement's kind, in the units that it is measured in. */
    double falseDensity(Measurement m) {
        return falseReports(m) / volume(m);
    }

    /** Density of targets that newly appear. */
    double newDensity(Measurement m) {
        double expected;
        if (m.hasAddress()) {
            expected = NEW_ADDRESSED;
        } else if (m.said.hasMode3A()) {
            expected = NEW_CODED;
        } else {
            expected = appearing.expected(m.time, period(), detection(), sensor.clutterPerScan());
        }
        return expected / volume(m);
    }

    /** Returns the cell of {@link #births} that a measurement lies in, or -1. */
    int birthCell(Measurement m) {
        Frame at = sensor.placement();
        if (!m.polar || at == null || Double.isNaN(m.pressureHeight)) {
            return -1;
        }
        at.toLocal(m.about[0], m.about[1], m.about[2], local, 0);
        return BirthMap.cell(m.range / reach(), m.azimuth, local[2]);
    }

    /** Returns {@link #newDensity} with what was learned of where targets appear. */
    double newDensityHere(Measurement m) {
        double ratio = Beginning.isEcho(m) ? births.ratio(birthCell(m)) : 1;
        return newDensity(m) * ratio;
    }

    private double falseReports(Measurement m) {
        if (m.hasAddress()) {
            return FALSE_ADDRESSED;
        }
        if (m.said.hasMode3A()) {
            return FALSE_CODED;
        }
        double average = orElse(sensor.clutterPerScan(), falseEchoes);
        return m.polar ? average * clutter.ratio(m.range / reach(), m.azimuth, average) : average;
    }

    private double volume(Measurement m) {
        double reach = reach();
        if (!m.polar) {
            double area = Math.PI * reach * reach;
            return m.hasHeight() ? area * FALSE_TOP : area;
        }
        double area = Math.max(reach - FALSE_LEAST_RANGE, reach / 2) * 2 * Math.PI;
        if (!Double.isNaN(m.pressureHeight)) {
            return area * FALSE_TOP;
        }
        if (Double.isNaN(m.elevation)) {
            return area;
        }
        double top =
                m.range <= FALSE_TOP
                        ? GREATEST_FALSE_ELEVATION
                        : Math.min(GREATEST_FALSE_ELEVATION, StrictMath.asin(FALSE_TOP / m.range));
        return area * top;
    }

    private double reach() {
        return orElse(sensor.maximumRange(), usualReach());
    }

    private double usualReach() {
        return switch (sensor.kind()) {
            case SURFACE_RADAR -> 5_000;
            case MLAT -> 100_000;
            case RADAR, ADSB, SYSTEM, DIRECTION_FINDER -> 250_000;
            case OBSERVER -> 20_000;
        };
    }

    /** Returns how far away a thing is at most that gives a direction (m). */
    double reachOfDirections() {
        return orElse(sensor.maximumRange(), MOST_DISTANT_STROBE);
    }

    /** Learns how far the sensor sees, from the ranges (m) of its certain plots. */
    void learnReach(double range) {
        if (range > reach) {
            if (range > (2 - EDGE) * reach) {
                atEdge = 0;
            }
            reach = range;
        }
        if (range > EDGE * reach) {
            atEdge++;
        }
    }

    /**
     * Returns the range (m) beyond which it sees nothing: as the site says, or as many plots just
     * within it have shown; NaN while that is not known.
     */
    double edge() {
        if (!Double.isNaN(sensor.maximumRange())) {
            return sensor.maximumRange();
        }
        return atEdge >= CROWDED ? reach : Double.NaN;
    }

    /** Returns the false echoes that come in a scan, as learned. */
    double falsePlots() {
        return falseEchoes;
    }

    /** Counts an echo that no track claims, by its place. */
    void countUnclaimed(Measurement m, double alone) {
        if (m.polar) {
            clutter.count(m.range / reach(), m.azimuth, alone);
        }
    }

    /** Counts echoes that no track claims, to learn how many false ones come in a scan. */
    void countUnclaimed(double echoes, long time) {
        if (countedSince == Time.UNKNOWN) {
            countedSince = time;
        }
        unclaimed += echoes;
        double seconds = Time.secondsBetween(countedSince, time);
        double period = period();
        if (seconds >= period) {
            double aScan = unclaimed * period / seconds;
            falseEchoes = Math.max(1, falseEchoes + (aScan - falseEchoes) * 0.1);
            clutter.endScans(seconds / period);
            unclaimed = 0;
            countedSince = time;
        }
    }

    private static double orElse(double known, double usual) {
        return Double.isNaN(known) ? usual : known;
    }

    /** Writes what was learned; the sensor itself belongs to the site. */
    void write(StateOutput out) {
        clock.write(out);
        appearing.write(out);
        out.putDouble(learnedPeriod);
        out.putInt(intervals);
        out.putLong(lastNorthMark);
        out.putDouble(falseEchoes);
        out.putDouble(unclaimed);
        out.putLong(countedSince);
        detections.write(out);
        clutter.write(out);
        births.write(out);
        out.putDouble(reach);
        out.putInt(atEdge);
        out.putLong(heard);
        out.putDouble(rangeDoubt);
        out.putDouble(azimuthDoubt);
        out.putDouble(placeDoubt);
    }

    static SensorState read(StateInput in, Sensor sensor) {
        SensorState state = new SensorState(sensor, ClockJudge.read(in), Appearing.read(in));
        state.learnedPeriod = in.takeDouble();
        state.intervals = in.takeInt();
        state.lastNorthMark = in.takeLong();
        state.falseEchoes = in.takeDouble();
        state.unclaimed = in.takeDouble();
        state.countedSince = in.takeLong();
        state.detections = DetectionRate.read(in);
        state.clutter = ClutterMap.read(in);
        state.births = BirthMap.read(in);
        state.reach = in.takeDouble();
        state.atEdge = in.takeInt();
        state.heard = in.takeLong();
        state.rangeDoubt = in.takeDouble();
        state.azimuthDoubt = in.takeDouble();
        state.placeDoubt = in.takeDouble();
        return state;
    }
}
