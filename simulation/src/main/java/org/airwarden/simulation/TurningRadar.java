package org.airwarden.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.airwarden.asterix.BlockWriter;
import org.airwarden.asterix.Definition;
import org.airwarden.asterix.Definitions;
import org.airwarden.asterix.Field;
import org.airwarden.asterix.RecordWriter;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.geodesy.RadarHorizon;
import org.airwarden.simulation.FlightPlan.Equipment;

/**
 * A radar with a primary and a Mode S channel that turns steadily, and speaks CAT048 and CAT034.
 *
 * <p>A flight gives a plot when the beam crosses it, if it is within range and above the radar
 * horizon and outside of the cone overhead, with the channel's detection probability. Range and
 * azimuth carry Gaussian noise. A few false echoes a scan lie near the radar.
 */
final class TurningRadar {
    /** Pressure height less geometric height in the story's weather (m). */
    static final double PRESSURE_OFFSET = -55;

    private static final int SECTORS = 32;
    private static final double FULL_TURN = 2 * StrictMath.PI;
    private static final double NAUTICAL_MILE = 1852;
    private static final double LEVEL = 30.48;
    private static final double CONE = StrictMath.toRadians(45);
    private static final double PRIMARY_DETECTION = 0.88;
    private static final double SECONDARY_DETECTION = 0.97;
    private static final double RANGE_SIGMA = 40;
    private static final double AZIMUTH_SIGMA = StrictMath.toRadians(0.06);
    private static final double FALSE_ECHOES = 2;
    private static final double PROCESSING = 0.25;

    private static final Definition PLOTS = Definitions.of(48, "1.32");
    private static final Definition SERVICE = Definitions.of(34, "1.29");

    private final Place place;
    private final Frame frame;
    private final SplittableRandom random;
    private final Flight.State state = new Flight.State();
    private final double[] local = new double[3];
    private final RecordWriter plot = new RecordWriter(PLOTS);
    private final BlockWriter plots = new BlockWriter(PLOTS);
    private final RecordWriter service = new RecordWriter(SERVICE);
    private final BlockWriter services = new BlockWriter(SERVICE);

    private final Field plotSac = PLOTS.field("010/SAC");
    private final Field plotSic = PLOTS.field("010/SIC");
    private final Field plotTime = PLOTS.field("140");
    private final Field type = PLOTS.field("020/TYP");
    private final Field simulated = PLOTS.field("020/SIM");
    private final Field range = PLOTS.field("040/RHO");
    private final Field azimuth = PLOTS.field("040/THETA");
    private final Field mode3A = PLOTS.field("070/MODE3A");
    private final Field level = PLOTS.field("090/FL");
    private final Field address = PLOTS.field("220");
    private final Field callSign = PLOTS.field("240");
    private final Field messageType = SERVICE.field("000");
    private final Field serviceSac = SERVICE.field("010/SAC");
    private final Field serviceSic = SERVICE.field("010/SIC");
    private final Field serviceTime = SERVICE.field("030");
    private final Field sector = SERVICE.field("020");
    private final Field turnTime = SERVICE.field("041");

    /**
     * Where a radar stands and what it can do.
     *
     * @param source the number of the source that it sends through
     * @param sac system area code
     * @param sic system identification code
     * @param position the aerial
     * @param period time of a turn (s)
     * @param primaryRange of the primary channel against a cross-section of class 1 (m)
     * @param secondaryRange of the Mode S channel (m)
     * @param silentFrom when it stops sending (s after the start), or infinity
     * @param silentTo when it sends again (s after the start)
     */
    record Place(
            int source,
            int sac,
            int sic,
            GeodeticPosition position,
            double period,
            double primaryRange,
            double secondaryRange,
            double silentFrom,
            double silentTo) {}

    /** A crossing of the beam with something: the flight, or null for a false echo. */
    private record Crossing(double time, double range, double azimuth, int flight) {}

    TurningRadar(Place place, SplittableRandom random) {
        this.place = place;
        this.random = random;
        frame = Frame.tangent(place.position());
    }

    /** Sends everything of the story's duration (s). */
    void watch(List<Flight> flights, double duration, PacketOutput out) {
        for (double start = 0; start < duration; start += place.period()) {
            List<Crossing> crossings = crossings(flights, start);
            int next = 0;
            for (int part = 0; part < SECTORS; part++) {
                double begins = start + place.period() * part / SECTORS;
                double ends = start + place.period() * (part + 1) / SECTORS;
                plots.clear();
                while (next < crossings.size() && crossings.get(next).time() < ends) {
                    Crossing crossing = crossings.get(next++);
                    writePlot(flights, crossing, out);
                }
                boolean silent = begins >= place.silentFrom() && begins < place.silentTo();
                if (!silent && begins < duration) {
                    sendSector(part, begins, out);
                    if (plots.records() > 0) {
                        out.send(ends + PROCESSING, place.source(), plots.toBytes());
                    }
                }
            }
        }
    }

    private List<Crossing> crossings(List<Flight> flights, double start) {
        List<Crossing> crossings = new ArrayList<>();
        for (int i = 0; i < flights.size(); i++) {
            // Where the beam meets the flight: two passes, as the flight moves little in a scan.
            double time = start + place.period() / 2;
            for (int pass = 0; pass < 3; pass++) {
                if (!flights.get(i).isUp(time)) {
                    break;
                }
                locate(flights.get(i), time);
                time = start + azimuth() / FULL_TURN * place.period();
            }
            if (flights.get(i).isUp(time)) {
                locate(flights.get(i), time);
                crossings.add(new Crossing(time, slantRange(), azimuth(), i));
            }
        }
        int falseEchoes = poisson(FALSE_ECHOES);
        for (int i = 0; i < falseEchoes; i++) {
            double angle = random.nextDouble(FULL_TURN);
            crossings.add(
                    new Crossing(
                            start + angle / FULL_TURN * place.period(),
                            random.nextDouble(3_000, 70_000),
                            angle,
                            -1));
        }
        crossings.sort(Comparator.comparingDouble(Crossing::time));
        return crossings;
    }

    private void locate(Flight flight, double time) {
        flight.at(time, state);
        frame.toLocal(state.x, state.y, state.z, local, 0);
    }

    private double azimuth() {
        double angle = StrictMath.atan2(local[0], local[1]);
        return angle < 0 ? angle + FULL_TURN : angle;
    }

    private double slantRange() {
        return StrictMath.sqrt(local[0] * local[0] + local[1] * local[1] + local[2] * local[2]);
    }

    private void writePlot(List<Flight> flights, Crossing crossing, PacketOutput out) {
        boolean echo = crossing.flight() < 0;
        boolean reply = false;
        FlightPlan plan = null;
        if (crossing.flight() >= 0) {
            Flight flight = flights.get(crossing.flight());
            plan = flight.plan();
            locate(flight, crossing.time());
            if (!isVisible(crossing.range())) {
                return;
            }
            echo =
                    crossing.range() <= place.primaryRange() * plan.echo()
                            && random.nextDouble() < PRIMARY_DETECTION;
            reply =
                    plan.transponder() != Equipment.NONE
                            && crossing.range() <= place.secondaryRange()
                            && random.nextDouble() < SECONDARY_DETECTION;
        }
        if (!echo && !reply) {
            return;
        }
        double measuredRange = crossing.range() + RANGE_SIGMA * random.nextGaussian();
        double measuredAzimuth = crossing.azimuth() + AZIMUTH_SIGMA * random.nextGaussian();
        plot.clear();
        plot.raw(plotSac, place.sac()).raw(plotSic, place.sic());
        plot.value(plotTime, out.timeOfDay(crossing.time()));
        boolean modeS = reply && plan != null && plan.transponder().hasAddress();
        plot.raw(type, (echo ? 1 : 0) + (reply ? (modeS ? (echo ? 6 : 5) : 2) : 0));
        plot.raw(simulated, 1);
        plot.value(range, Math.max(100, measuredRange) / NAUTICAL_MILE);
        double degrees = StrictMath.toDegrees(measuredAzimuth);
        plot.raw(azimuth, Math.floorMod(StrictMath.round(degrees / 360 * 65_536), 65_536L));
        if (reply && plan != null) {
            boolean emergency = crossing.time() >= plan.emergencyFrom();
            plot.raw(mode3A, emergency ? 07700 : plan.mode3A());
            plot.value(level, (state.height + PRESSURE_OFFSET) / LEVEL);
            if (modeS) {
                plot.raw(address, plan.address());
                if (plan.callSign() != null) {
                    plot.text(callSign, plan.callSign());
                }
            }
        }
        plots.add(plot);
    }

    private boolean isVisible(double slantRange) {
        double across = StrictMath.sqrt(local[0] * local[0] + local[1] * local[1]);
        return across <= RadarHorizon.distance(place.position().height(), state.height)
                && StrictMath.atan2(local[2], across) < CONE
                && slantRange > 500;
    }

    private void sendSector(int part, double begins, PacketOutput out) {
        services.clear();
        service.clear();
        service.raw(serviceSac, place.sac()).raw(serviceSic, place.sic());
        service.raw(messageType, part == 0 ? 1 : 2);
        service.value(serviceTime, out.timeOfDay(begins));
        if (part == 0) {
            service.value(turnTime, place.period());
        } else {
            service.raw(sector, part * 256L / SECTORS);
        }
        services.add(service);
        out.send(begins + PROCESSING, place.source(), services.toBytes());
    }

    /** Knuth's method; the mean is small. */
    private int poisson(double mean) {
        double limit = StrictMath.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
