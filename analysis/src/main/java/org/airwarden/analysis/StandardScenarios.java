package org.airwarden.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * Scenarios in which all fly nearly straight, velocity driven by white noise of a known strength:
 * for these a bound is known. One radar at the origin.
 */
final class StandardScenarios {
    private static final double STEP = 1;
    private static final double VERTICAL_NOISE = 0.01;

    private StandardScenarios() {}

    private static ScenarioRadar radar(
            double rangeSigma,
            double azimuthSigma,
            double elevationSigma,
            double detection,
            double clutter,
            double range) {
        return new ScenarioRadar(
                "R1",
                0,
                0,
                0,
                rangeSigma,
                azimuthSigma,
                elevationSigma,
                detection,
                clutter,
                4,
                range,
                0,
                ScenarioRadar.Hidden.NOTHING);
    }

    private static TrackingScenario scenario(
            String kind,
            long seed,
            double duration,
            List<Trajectory> targets,
            ScenarioRadar radar) {
        return new TrackingScenario(kind, seed, duration, targets, List.of(), List.of(radar));
    }

    /**
     * A flight from time 0 that would be at a place at a time if nothing drove it.
     *
     * @param course clockwise from north (rad)
     * @param noise horizontal noise (m²/s³)
     */
    private static Trajectory past(
            double[] place,
            double time,
            double course,
            double speed,
            double duration,
            double noise,
            Draw draw) {
        double vx = speed * StrictMath.sin(course);
        double vy = speed * StrictMath.cos(course);
        double[] start = {place[0] - vx * time, place[1] - vy * time, place[2], vx, vy, 0};
        return Trajectory.straight(0, duration, STEP, start, noise, VERTICAL_NOISE, draw);
    }

    /** Ten at nearly one height, from all sides, past one point at 200 s. */
    static TrackingScenario crossing(long seed, Draw draw) {
        double duration = 400;
        double away = draw.between(40_000, 65_000);
        double bearing = draw.between(0, 2 * StrictMath.PI);
        double east = away * StrictMath.sin(bearing);
        double north = away * StrictMath.cos(bearing);
        double first = draw.between(0, 2 * StrictMath.PI);
        List<Trajectory> targets = new ArrayList<>();
        for (int k = 0; k < 10; k++) {
            double[] place = {
                east + 1_000 * draw.normal(),
                north + 1_000 * draw.normal(),
                draw.between(8_350, 8_600)
            };
            double course = first + (k + draw.between(-0.2, 0.2)) * 2 * StrictMath.PI / 10;
            double speed = draw.between(180, 250);
            targets.add(past(place, 200, course, speed, duration, 0.25, draw));
        }
        ScenarioRadar radar = radar(50, 0.0015, 0.002, 0.9, 50, 150_000);
        return scenario("crossing", seed, duration, targets, radar);
    }

    /** Eight pairs, 2 to 12 degrees apart in course, that meet within a few hundred metres. */
    static TrackingScenario crossingHard(long seed, Draw draw) {
        double duration = 240;
        List<Trajectory> targets = new ArrayList<>();
        for (int pair = 0; pair < 8; pair++) {
            double meets = draw.between(80, 160);
            addPair(targets, draw, meets, duration, 0.1, 30_000, 90_000, draw.between(2, 12));
        }
        ScenarioRadar radar = radar(50, 0.0015, 0.002, 0.8, 500, 150_000);
        return scenario("crossing-hard", seed, duration, targets, radar);
    }

    private static void addPair(
            List<Trajectory> targets,
            Draw draw,
            double meets,
            double duration,
            double noise,
            double nearest,
            double farthest,
            double degreesApart) {
        double away = draw.between(nearest, farthest);
        double bearing = draw.between(0, 2 * StrictMath.PI);
        double[] place = {
            away * StrictMath.sin(bearing),
            away * StrictMath.cos(bearing),
            draw.between(5_000, 9_000)
        };
        double[] other = {
            place[0] + draw.between(-200, 200),
            place[1] + draw.between(-200, 200),
            place[2] + draw.between(-200, 200)
        };
        double course = draw.between(0, 2 * StrictMath.PI);
        double apart = draw.sign() * StrictMath.toRadians(degreesApart);
        double speed = draw.between(190, 250);
        targets.add(past(place, meets, course, speed, duration, noise, draw));
        targets.add(past(other, meets, course + apart, speed, duration, noise, draw));
    }

    /** A square of 400 km; 15 in a hundred come late, 10 go early, all end at its edge. */
    static TrackingScenario dense(int count, long seed, Draw draw) {
        double duration = 240;
        double edge = 200_000;
        List<Trajectory> targets = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            double course = draw.between(0, 2 * StrictMath.PI);
            double speed = draw.between(120, 280);
            double[] start = {
                draw.between(-edge, edge),
                draw.between(-edge, edge),
                draw.between(2_000, 12_000),
                speed * StrictMath.sin(course),
                speed * StrictMath.cos(course),
                0
            };
            double begins = draw.chance(0.15) ? Math.rint(draw.between(5, 37)) * 4 : 0;
            double ends = draw.chance(0.1) ? Math.rint(draw.between(38, 55)) * 4 : duration;
            Trajectory whole =
                    Trajectory.straight(begins, ends, STEP, start, 1, 0.05, draw.split());
            targets.add(whole.part(begins, leaves(whole, edge)));
        }
        ScenarioRadar radar = radar(40, 0.001, 0.001, 0.9, count, 285_000);
        return scenario("dense-" + count, seed, duration, targets, radar);
    }

    private static double leaves(Trajectory path, double edge) {
        double[] state = new double[Trajectory.SIZE];
        for (double time = path.begins(); time <= path.ends(); time += STEP) {
            path.at(time, state);
            if (Math.abs(state[0]) > edge || Math.abs(state[1]) > edge) {
                return time - STEP;
            }
        }
        return path.ends();
    }

    /**
     * Six pairs that cross before a coarse radar in so many false plots that a gate of four
     * deviations (innovation of twice the noise's covariance) at the middle of the range expects
     * 0.1 of them.
     */
    static TrackingScenario clutter(long seed, Draw draw) {
        double duration = 240;
        double range = 80_000;
        double rangeSigma = 100;
        double azimuthSigma = 0.006;
        double elevationSigma = 0.008;
        List<Trajectory> targets = new ArrayList<>();
        for (int pair = 0; pair < 6; pair++) {
            double meets = draw.between(80, 160);
            addPair(targets, draw, meets, duration, 0.5, 20_000, 55_000, draw.between(5, 40));
        }
        double gate =
                4.0
                        / 3
                        * StrictMath.PI
                        * 64
                        * StrictMath.pow(2, 1.5)
                        * rangeSigma
                        * azimuthSigma
                        * elevationSigma;
        double watched = (range - 1_000) * 2 * StrictMath.PI * RadarPlots.steepest(range / 2);
        double falsePlots = Math.rint(0.1 * watched / gate);
        ScenarioRadar radar =
                radar(rangeSigma, azimuthSigma, elevationSigma, 0.8, falsePlots, range);
        return scenario("hard-clutter", seed, duration, targets, radar);
    }
}
