package org.airwarden.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.airwarden.simulation.FlightPlan.Equipment;
import org.jspecify.annotations.Nullable;

/**
 * The traffic of the demo's ten minutes over Crete and the southern Aegean: overflights on straight
 * lines between points around the sea, departures and arrivals at real airports, an island-hopping
 * turboprop without ADS-B, a light aircraft with Mode A/C only, six aircraft that answer nothing,
 * and one flight that declares an emergency and turns back. All flights are invented; airports are
 * where they are (degrees, rounded to 0.01).
 */
final class DemoTraffic {
    /** A place that flights come from and go to. */
    private record Place(double latitude, double longitude) {}

    private static final Place HERAKLION = new Place(35.34, 25.18);
    private static final Place CHANIA = new Place(35.53, 24.15);
    private static final Place RHODES = new Place(36.41, 28.09);
    private static final Place SANTORINI = new Place(36.40, 25.48);
    private static final Place KOS = new Place(36.79, 27.09);
    private static final Place SITIA = new Place(35.22, 26.10);

    /** Where overflights enter and leave, clockwise from the north-west. */
    private static final List<Place> EDGE =
            List.of(
                    new Place(38.0, 23.0),
                    new Place(38.2, 25.0),
                    new Place(38.0, 27.0),
                    new Place(37.2, 29.4),
                    new Place(35.8, 29.8),
                    new Place(34.0, 29.0),
                    new Place(33.4, 26.6),
                    new Place(33.5, 24.4),
                    new Place(34.8, 22.6),
                    new Place(36.6, 22.4));

    private static final List<String> OPERATORS =
            List.of("ARW", "MDS", "SKL", "VGA", "NRT", "BLS", "CRN", "TLS");

    private static final double CLIMB_SPEED = 130;
    private static final int EMERGENCY_AT = 330;

    private final SplittableRandom random;
    private final List<FlightPlan> plans = new ArrayList<>();
    private int nextAddress = 0xA0_0100;
    private int nextCode = 01001;

    private DemoTraffic(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Returns the flight plans, the same for the same seed. */
    static List<FlightPlan> plans(long seed) {
        DemoTraffic traffic = new DemoTraffic(seed);
        traffic.overflights(26);
        traffic.departure(HERAKLION, EDGE.get(1), 20);
        traffic.departure(RHODES, EDGE.get(8), 60);
        traffic.departure(CHANIA, EDGE.get(3), 150);
        traffic.departure(KOS, EDGE.get(7), 240);
        traffic.departure(SANTORINI, EDGE.get(0), 310);
        traffic.arrival(EDGE.get(0), HERAKLION, 0, 0.55);
        traffic.arrival(EDGE.get(9), CHANIA, 0, 0.45);
        traffic.arrival(EDGE.get(2), RHODES, 0, 0.5);
        traffic.arrival(EDGE.get(1), SANTORINI, 40, 0.5);
        traffic.arrival(EDGE.get(5), HERAKLION, 90, 0.4);
        traffic.regional();
        traffic.lightAircraft();
        traffic.emergency();
        traffic.unknowns();
        return List.copyOf(traffic.plans);
    }

    private void overflights(int count) {
        for (int i = 0; i < count; i++) {
            int from = random.nextInt(EDGE.size());
            int to = (from + 3 + random.nextInt(EDGE.size() - 5)) % EDGE.size();
            Place entry = near(EDGE.get(from));
            Place exit = near(EDGE.get(to));
            // Eastbound odd levels, westbound even ones (ICAO Annex 2, appendix 3).
            boolean east = exit.longitude() > entry.longitude();
            double level = (east ? 310 : 300) + 20 * random.nextInt(5);
            double height = level * 30.48 - TurningRadar.PRESSURE_OFFSET;
            double speed = random.nextDouble(215, 255);
            // Two thirds are inside when the story begins, the others come in later.
            double part = i % 3 == 2 ? 0 : random.nextDouble(0.05, 0.55);
            double begins = i % 3 == 2 ? random.nextDouble(20, 420) : 0;
            Place start = between(entry, exit, part);
            Place middle = near(between(entry, exit, StrictMath.max(0.6, part + 0.1)));
            Equipment equipment = i % 9 == 4 ? Equipment.MODE_S : Equipment.ADSB;
            add(
                    equipment,
                    callSign(),
                    begins,
                    List.of(
                            at(start, height, speed),
                            at(middle, height, speed),
                            at(exit, height, speed)));
        }
    }

    private void departure(Place from, Place to, double begins) {
        add(
                Equipment.ADSB,
                callSign(),
                begins,
                List.of(
                        at(from, 60, 80),
                        at(between(from, to, 0.08), 1_200, CLIMB_SPEED),
                        at(near(between(from, to, 0.4)), 6_500, 200),
                        at(to, 10_000, 230)));
    }

    private void arrival(Place from, Place to, double begins, double part) {
        add(
                Equipment.ADSB,
                callSign(),
                begins,
                List.of(
                        at(between(from, to, part), 7_000, 190),
                        at(near(between(from, to, 0.8)), 2_500, 140),
                        at(between(from, to, 0.93), 900, 85),
                        at(to, 60, 70)));
    }

    private void regional() {
        add(
                Equipment.MODE_S,
                "ISL41",
                30,
                List.of(
                        at(SITIA, 120, 60),
                        at(new Place(35.6, 26.4), 2_400, 110),
                        at(new Place(36.1, 27.4), 3_000, 120),
                        at(RHODES, 100, 65)));
    }

    private void lightAircraft() {
        add(
                Equipment.MODE_AC,
                null,
                0,
                List.of(
                        at(new Place(35.45, 24.6), 900, 52),
                        at(new Place(35.5, 25.0), 900, 52),
                        at(new Place(35.6, 25.6), 1_100, 52),
                        at(new Place(35.4, 25.9), 900, 52)));
    }

    private void emergency() {
        plans.add(
                new FlightPlan(
                        nextAddress++,
                        "ARW907",
                        nextCode++,
                        Equipment.ADSB,
                        1,
                        EMERGENCY_AT,
                        0,
                        List.of(
                                at(new Place(34.6, 24.6), 9_504, 230),
                                at(new Place(35.0, 26.3), 9_504, 230),
                                at(new Place(35.5, 26.7), 6_000, 200),
                                at(new Place(35.6, 26.0), 2_500, 150),
                                at(HERAKLION, 100, 75))));
    }

    /** Nothing answers; what they are is for the watcher to find out. */
    private void unknowns() {
        unknown(
                0,
                1,
                List.of(
                        at(new Place(33.9, 25.2), 3_000, 160),
                        at(new Place(35.9, 26.1), 3_000, 160)));
        unknown(
                0,
                1,
                List.of(
                        at(new Place(33.88, 25.24), 3_100, 160),
                        at(new Place(35.88, 26.14), 3_100, 160)));
        unknown(
                60,
                0.5,
                List.of(
                        at(new Place(35.9, 24.6), 600, 45),
                        at(new Place(35.7, 25.6), 600, 45),
                        at(new Place(36.0, 26.0), 600, 45)));
        unknown(
                120,
                0.7,
                List.of(
                        at(new Place(36.7, 26.2), 1_500, 95),
                        at(new Place(35.9, 25.0), 1_500, 95),
                        at(new Place(35.2, 24.4), 1_500, 95)));
        unknown(
                200,
                1.2,
                List.of(
                        at(new Place(34.4, 27.9), 8_500, 250),
                        at(new Place(35.3, 26.5), 8_500, 270),
                        at(new Place(36.3, 27.3), 8_000, 260),
                        at(new Place(36.9, 28.6), 8_000, 250)));
        unknown(
                0,
                0.6,
                List.of(
                        at(new Place(36.1, 28.5), 400, 60),
                        at(new Place(35.7, 27.6), 400, 60),
                        at(new Place(35.6, 26.9), 400, 60)));
    }

    private void unknown(double begins, double echo, List<Waypoint> route) {
        plans.add(
                new FlightPlan(
                        -1,
                        null,
                        -1,
                        Equipment.NONE,
                        echo,
                        Double.POSITIVE_INFINITY,
                        begins,
                        route));
    }

    private void add(
            Equipment equipment, @Nullable String callSign, double begins, List<Waypoint> route) {
        plans.add(
                new FlightPlan(
                        equipment.hasAddress() ? nextAddress++ : -1,
                        callSign,
                        nextCode++,
                        equipment,
                        1,
                        Double.POSITIVE_INFINITY,
                        begins,
                        route));
    }

    private String callSign() {
        return OPERATORS.get(random.nextInt(OPERATORS.size()))
                + String.format(Locale.ROOT, "%d", random.nextInt(100, 9_000));
    }

    private Place near(Place place) {
        return new Place(
                place.latitude() + random.nextDouble(-0.3, 0.3),
                place.longitude() + random.nextDouble(-0.3, 0.3));
    }

    private static Place between(Place one, Place other, double part) {
        return new Place(
                one.latitude() + part * (other.latitude() - one.latitude()),
                one.longitude() + part * (other.longitude() - one.longitude()));
    }

    private static Waypoint at(Place place, double height, double speed) {
        return new Waypoint(place.latitude(), place.longitude(), height, speed);
    }
}
