package org.airwarden.simulation;

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
import org.airwarden.geodesy.Wgs84;
import org.airwarden.simulation.FlightPlan.Equipment;

/**
 * A ground station that hears ADS-B and speaks CAT021, one report a second an aircraft, in
 * datagrams of a quarter of a second.
 */
final class AdsbStation {
    private static final double SLOT = 0.25;
    private static final double DELAY = 0.2;
    private static final double DETECTION = 0.95;
    private static final double POSITION_SIGMA = 12;
    private static final double NAUTICAL_MILE = 1852;
    private static final double FOOT = 0.3048;

    private static final Definition REPORTS = Definitions.of(21, "2.4");

    private final int source;
    private final int sac;
    private final int sic;
    private final GeodeticPosition position;
    private final double reach;
    private final Frame frame;
    private final SplittableRandom random;
    private final Flight.State state = new Flight.State();
    private final double[] point = new double[3];
    private final RecordWriter report = new RecordWriter(REPORTS);
    private final BlockWriter block = new BlockWriter(REPORTS);

    private final Field reportSac = REPORTS.field("010/SAC");
    private final Field reportSic = REPORTS.field("010/SIC");
    private final Field addressType = REPORTS.field("040/ATP");
    private final Field simulated = REPORTS.field("040/SIM");
    private final Field mode3A = REPORTS.field("070/MODE3A");
    private final Field time = REPORTS.field("073");
    private final Field address = REPORTS.field("080");
    private final Field accuracy = REPORTS.field("090/NACP");
    private final Field latitude = REPORTS.field("131/LAT");
    private final Field longitude = REPORTS.field("131/LON");
    private final Field geometricHeight = REPORTS.field("140");
    private final Field level = REPORTS.field("145");
    private final Field climb = REPORTS.field("155/BVR");
    private final Field speed = REPORTS.field("160/GS");
    private final Field course = REPORTS.field("160/TA");
    private final Field callSign = REPORTS.field("170");
    private final Field priority = REPORTS.field("200/PS");
    private final Field version = REPORTS.field("210/VN");

    AdsbStation(
            int source,
            int sac,
            int sic,
            GeodeticPosition position,
            double reach,
            SplittableRandom random) {
        this.source = source;
        this.sac = sac;
        this.sic = sic;
        this.position = position;
        this.reach = reach;
        this.random = random;
        frame = Frame.tangent(position);
    }

    /** Sends everything of the story's duration (s). */
    void listen(List<Flight> flights, double duration, PacketOutput out) {
        int slotsASecond = (int) (1 / SLOT);
        for (int slot = 0; slot * SLOT < duration; slot++) {
            block.clear();
            for (int i = 0; i < flights.size(); i++) {
                Flight flight = flights.get(i);
                double heard = slot * SLOT + random.nextDouble(SLOT);
                if (i % slotsASecond == slot % slotsASecond
                        && flight.plan().transponder() == Equipment.ADSB
                        && flight.isUp(heard)) {
                    flight.at(heard, state);
                    if (isHeard()) {
                        write(flight.plan(), heard, out);
                        block.add(report);
                    }
                }
            }
            if (block.records() > 0) {
                out.send((slot + 1) * SLOT + DELAY, source, block.toBytes());
            }
        }
    }

    private boolean isHeard() {
        frame.toLocal(state.x, state.y, state.z, point, 0);
        double across = StrictMath.sqrt(point[0] * point[0] + point[1] * point[1]);
        return across <= reach
                && across <= RadarHorizon.distance(position.height(), state.height)
                && random.nextDouble() < DETECTION;
    }

    private void write(FlightPlan plan, double heard, PacketOutput out) {
        Frame.tangent(new GeodeticPosition(state.latitude, state.longitude, state.height))
                .toWorld(
                        POSITION_SIGMA * random.nextGaussian(),
                        POSITION_SIGMA * random.nextGaussian(),
                        0,
                        point,
                        0);
        GeodeticPosition said = Wgs84.toGeodetic(point[0], point[1], point[2]);
        boolean emergency = heard >= plan.emergencyFrom();
        report.clear();
        report.raw(reportSac, sac).raw(reportSic, sic);
        report.raw(addressType, 0).raw(simulated, 1);
        report.raw(mode3A, emergency ? 07700 : plan.mode3A());
        report.value(time, out.timeOfDay(heard));
        report.raw(address, plan.address());
        report.raw(accuracy, 9); // within 30 m (95 %)
        report.value(latitude, said.latitudeDegrees());
        report.value(longitude, said.longitudeDegrees());
        report.value(geometricHeight, state.height / FOOT);
        report.value(level, (state.height + TurningRadar.PRESSURE_OFFSET) / FOOT / 100);
        report.value(climb, state.up / FOOT * 60);
        double overGround = StrictMath.sqrt(state.east * state.east + state.north * state.north);
        report.value(speed, overGround / NAUTICAL_MILE);
        double degrees = StrictMath.toDegrees(StrictMath.atan2(state.east, state.north));
        report.raw(course, Math.floorMod(StrictMath.round(degrees / 360 * 65_536), 65_536L));
        if (plan.callSign() != null) {
            report.text(callSign, plan.callSign());
        }
        report.raw(priority, emergency ? 1 : 0);
        report.raw(version, 2);
    }
}
