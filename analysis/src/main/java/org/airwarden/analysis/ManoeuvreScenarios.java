package org.airwarden.analysis;

import java.util.ArrayList;
import java.util.List;
import org.airwarden.analysis.TrackingScenario.Gap;

/** Scenarios of aircraft that turn, climb and change speed, each alone or in close company. */
final class ManoeuvreScenarios {
    private static final double FULL_TURN = 2 * StrictMath.PI;

    private ManoeuvreScenarios() {}

    private static ScenarioRadar radar(
            String name,
            double x,
            double y,
            double rangeSigma,
            double azimuthSigma,
            double elevationSigma,
            double detection,
            double clutter,
            double period,
            double range,
            double offset) {
        return new ScenarioRadar(
                name,
                x,
                y,
                0,
                rangeSigma,
                azimuthSigma,
                elevationSigma,
                detection,
                clutter,
                period,
                range,
                offset,
                ScenarioRadar.Hidden.NOTHING);
    }

    /** Returns a state from distance and bearing of the origin, height, course and speed. */
    static double[] state(
            double distance, double bearing, double height, double course, double speed) {
        return new double[] {
            distance * StrictMath.sin(bearing),
            distance * StrictMath.cos(bearing),
            height,
            speed * StrictMath.sin(course),
            speed * StrictMath.cos(course),
            0
        };
    }

    private static double[] shifted(double[] state, double dx, double dy, double dz) {
        double[] other = state.clone();
        other[0] += dx;
        other[1] += dy;
        other[2] += dz;
        return other;
    }

    /**
     * A four-ship that parts into pairs and then into four, two pairs that come to fly side by
     * side, and four alone: at up to 6 g, in weaves, in climbs, and from slow to fast.
     */
    static TrackingScenario manoeuvre(long seed, Draw draw) {
        double until = 200;
        double turn = draw.between(0, FULL_TURN);
        List<Trajectory> all = new ArrayList<>();
        addFourShip(all, turn, until, draw);
        addMerging(all, turn, until, draw);
        int hand = draw.sign();
        double jitter = draw.between(-4, 4);
        all.add(
                new Manoeuvre()
                        .straight(40 + jitter)
                        .turn(16, 6 * hand, -5)
                        .speed(18, 4.5)
                        .turn(12, -6 * hand)
                        .from(0, state(69_000, turn + 1.3, 5_000, turn + 5.2, 320), until));
        all.add(
                new Manoeuvre()
                        .straight(20 + jitter)
                        .turn(28, hand)
                        .straight(10)
                        .turn(16, -2 * hand)
                        .straight(9)
                        .turn(10, 3 * hand)
                        .straight(10)
                        .turn(9, -4 * hand)
                        .straight(10)
                        .turn(6, 5 * hand)
                        .from(0, state(40_000, turn + 3.4, 4_000, turn + 1.0, 260), until));
        all.add(
                new Manoeuvre()
                        .straight(30 + jitter)
                        .climb(60, 90)
                        .straight(10)
                        .turn(34, hand)
                        .climb(40, -70)
                        .from(0, state(78_000, turn + 0.3, 2_000, turn + 3.4, 220), until));
        all.add(
                new Manoeuvre()
                        .straight(24 + jitter)
                        .speed(25, 8)
                        .climb(52, -85)
                        .straight(9)
                        .turn(17, 5 * hand, -3)
                        .from(0, state(93_000, turn + 1.65, 6_500, turn + 5.0, 150), until));
        return new TrackingScenario(
                "manoeuvre",
                seed,
                until,
                all,
                List.of(),
                List.of(
                        radar("R1", 0, 0, 50, 0.0012, 0.002, 0.85, 100, 4, 200_000, 0),
                        radar(
                                "R2", 60_000, -20_000, 80, 0.002, 0.0025, 0.85, 100, 5, 200_000,
                                1.3)));
    }

    private static void addFourShip(List<Trajectory> all, double turn, double until, Draw draw) {
        double[] lead = state(67_000, turn - 0.28, 7_000, turn + 1.83, 240);
        double together = 60 + draw.between(-4, 4);
        for (int k = 0; k < 4; k++) {
            double pair = k < 2 ? 3 : -3;
            double each = k % 2 == 0 ? -4 : 4;
            all.add(
                    new Manoeuvre()
                            .straight(together)
                            .turn(9, pair)
                            .straight(34)
                            .turn(8, each)
                            .from(
                                    0,
                                    shifted(lead, 600.0 * (k % 2), k < 2 ? 0 : -600.0, 40.0 * k),
                                    until));
        }
    }

    /** Two pairs, from two sides, that end on one course a few hundred metres apart. */
    private static void addMerging(List<Trajectory> all, double turn, double until, Draw draw) {
        double course = turn + StrictMath.toRadians(draw.between(-10, 10));
        double joins = 100 + draw.between(-4, 4);
        double[] meeting = state(62_000, turn + 0.67, 6_000, course, 230);
        for (int k = 0; k < 4; k++) {
            int side = k < 2 ? 1 : -1;
            double across = side * 350;
            all.add(
                    new Manoeuvre()
                            .turn(12, 2 * side)
                            .to(
                                    joins,
                                    shifted(
                                            meeting,
                                            across * StrictMath.cos(course),
                                            -across * StrictMath.sin(course) + k % 2 * 500.0,
                                            50.0 * (k % 2)),
                                    0,
                                    new Manoeuvre(),
                                    until));
        }
    }

    /**
     * Six aircraft after W. D. Blair, G. A. Watson, T. Kirubarajan, Y. Bar-Shalom, "Benchmark for
     * radar allocation and tracking in ECM" (IEEE Trans. AES 34(4), 1998), as far as the prose of
     * it tells: kinds of aircraft, first speeds and heights, order and largest strength of
     * manoeuvres. Places, courses, lengths of legs and the turning radar are our own; all fly at
     * once, nothing is jammed.
     */
    static TrackingScenario benchmark(long seed, Draw draw) {
        double until = 180;
        double turn = draw.between(0, FULL_TURN);
        int hand = draw.sign();
        List<Trajectory> all = new ArrayList<>();
        // Large aircraft: a mild turn, then 3 g while it slows down.
        all.add(
                new Manoeuvre()
                        .straight(60)
                        .turn(15, 2 * hand)
                        .straight(30)
                        .turn(15, -3 * hand, -2.6)
                        .from(0, state(80_600, turn + 1.05, 1_260, turn + 4.36, 290), until));
        // Business jet: 2.5 g, down, 4 g.
        all.add(
                new Manoeuvre()
                        .straight(45)
                        .turn(20, 2.5 * hand)
                        .climb(24, -68)
                        .turn(13, -4 * hand)
                        .from(0, state(63_600, turn - 0.78, 4_570, turn + 2.09, 305), until));
        // Fast bomber: 4 g, then 4 g while it slows down.
        all.add(
                new Manoeuvre()
                        .straight(30)
                        .turn(9, 4 * hand)
                        .straight(30)
                        .turn(15, -4 * hand, -10)
                        .speed(3, -10)
                        .from(0, state(78_000, turn + 2.26, 3_000, turn + 5.24, 457), until));
        // Bomber: 4 g, 6 g while it speeds up, climb.
        all.add(
                new Manoeuvre()
                        .straight(30)
                        .turn(5, 4 * hand)
                        .straight(30)
                        .turn(7, -6 * hand, 7)
                        .climb(27, 90)
                        .from(0, state(50_000, turn + 3.79, 2_290, turn + 0.35, 251), until));
        // Fighters: 5 to 7 g again and again.
        all.add(
                new Manoeuvre()
                        .straight(30)
                        .turn(11, 5 * hand, 5)
                        .straight(20)
                        .turn(13, -7 * hand)
                        .straight(29)
                        .climb(6, 60)
                        .leg(new Manoeuvre.Leg(10, 6 * hand * Manoeuvre.GRAVITY, 0, 60))
                        .climb(19, 60)
                        .from(0, state(40_300, turn + 1.05, 1_500, turn + 4.01, 274), until));
        all.add(
                new Manoeuvre()
                        .straight(30)
                        .turn(9, 7 * hand)
                        .straight(30)
                        .turn(14, -6 * hand, -8)
                        .climb(13, -60)
                        .straight(3)
                        .turn(11, 6 * hand, 9)
                        .straight(24)
                        .turn(9, -7 * hand)
                        .from(0, state(51_000, turn - 0.2, 2_000, turn + 2.44, 426), until));
        return new TrackingScenario(
                "benchmark",
                seed,
                until,
                all,
                List.of(),
                List.of(radar("R1", 0, 0, 40, 0.0015, 0.0015, 0.9, 30, 2, 120_000, 0)));
    }

    /** Ten that turn when they like; now and then nobody sees one, or a radar misses a scan. */
    static TrackingScenario hard(long seed, Draw draw) {
        double until = 240;
        List<Trajectory> all = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        for (int k = 0; k < 10; k++) {
            Manoeuvre flight = fighter(until, draw.split());
            double course = draw.between(0, FULL_TURN);
            double[] start =
                    state(
                            draw.between(20_000, 70_000),
                            FULL_TURN * (k + draw.between(-0.3, 0.3)) / 10,
                            draw.between(3_000, 9_000),
                            course,
                            draw.between(180, 350));
            all.add(flight.from(0, start, until));
            for (int gap = 0; gap < 2; gap++) {
                double from = draw.between(30, until - 40);
                gaps.add(new Gap(k, from, from + draw.between(8, 20)));
            }
        }
        ScenarioRadar.Hidden missing = ScenarioRadar.Hidden.NOTHING.missing(0.05);
        return new TrackingScenario(
                "hard-manoeuvre",
                seed,
                until,
                all,
                gaps,
                List.of(
                        radar("Lima", -25_000, 5_000, 60, 0.0015, 0.002, 0.8, 150, 4, 150_000, 0)
                                .with(missing),
                        radar("Mike", 45_000, 30_000, 90, 0.0025, 0.003, 0.75, 200, 6, 180_000, 2.3)
                                .with(missing)));
    }

    /** Random legs; height stays within what aircraft fly at, speed within 120 to 450 m/s. */
    static Manoeuvre fighter(double until, Draw draw) {
        Manoeuvre flight = new Manoeuvre();
        double time = 0;
        double climbed = 0;
        double faster = 0;
        while (time < until) {
            double straight = draw.between(8, 30);
            flight.straight(straight);
            time += straight;
            double length;
            switch (draw.below(4)) {
                case 0 -> {
                    double up = draw.between(30, 90) * (climbed > 0 ? -1 : 1);
                    length = draw.between(10, 30);
                    climbed += up * length;
                    flight.climb(length, up);
                }
                case 1 -> {
                    double along = draw.between(3, 8) * (faster > 0 ? -1 : 1);
                    length = draw.between(5, 12);
                    faster += along * length;
                    flight.speed(length, along);
                }
                default -> {
                    double g = draw.between(1, 7);
                    length = Math.min(30, draw.between(15, 45) / g + 3);
                    flight.turn(length, g * draw.sign());
                }
            }
            time += length;
        }
        return flight;
    }
}
