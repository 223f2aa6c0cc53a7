package org.airwarden.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * Thirty aircraft before four radars that turn at their own speeds, each with an error of its own
 * in range (offset and scale), north and clock; plots carry the time at which the beam crossed the
 * aircraft.
 */
final class BiasedScenario {
    private static final String[] NAMES = {"Juliet", "Kilo-2", "North Hill", "Quebec"};
    private static final double UNTIL = 360;
    private static final double FULL_TURN = 2 * StrictMath.PI;

    private BiasedScenario() {}

    static TrackingScenario make(long seed, Draw draw) {
        List<Trajectory> all = new ArrayList<>();
        for (int k = 0; k < 30; k++) {
            double[] start =
                    ManoeuvreScenarios.state(
                            draw.between(10_000, 110_000),
                            draw.between(0, FULL_TURN),
                            draw.between(3_000, 11_500),
                            draw.between(0, FULL_TURN),
                            draw.between(130, 260));
            Draw own = draw.split();
            Manoeuvre flight = k % 6 == 0 ? ManoeuvreScenarios.fighter(UNTIL, own) : transport(own);
            all.add(flight.from(0, start, UNTIL));
        }
        List<ScenarioRadar> radars = new ArrayList<>();
        double turn = draw.between(0, FULL_TURN);
        for (int k = 0; k < NAMES.length; k++) {
            radars.add(radar(k, turn, draw));
        }
        return new TrackingScenario("hard-biased", seed, UNTIL, all, List.of(), radars);
    }

    /** Turns of a bank of 25 degrees at most, climbs of 12 m/s at most. */
    private static Manoeuvre transport(Draw draw) {
        Manoeuvre flight = new Manoeuvre();
        for (int k = 0; k < 4; k++) {
            flight.straight(draw.between(40, 120));
            if (draw.chance(0.5)) {
                flight.turn(draw.between(10, 50), draw.sign() * draw.between(0.1, 0.46));
            } else {
                flight.climb(draw.between(20, 80), draw.between(-12, 12));
            }
        }
        return flight;
    }

    private static ScenarioRadar radar(int k, double turn, Draw draw) {
        double bearing = turn + FULL_TURN * (k + draw.between(-0.25, 0.25)) / NAMES.length;
        double distance = draw.between(30_000, 70_000);
        double rangeSigma = Math.rint(draw.between(30, 100));
        double azimuthSigma = Math.rint(draw.between(10, 25)) * 1e-4;
        double elevationSigma = Math.rint(draw.between(15, 30)) * 1e-4;
        double detection = Math.rint(draw.between(75, 95)) / 100;
        double clutter = Math.rint(draw.between(20, 120));
        double period = Math.rint(draw.between(40, 120)) / 10;
        ScenarioRadar.Hidden wrong =
                new ScenarioRadar.Hidden(
                        true,
                        draw.sign() * draw.between(40, 180),
                        draw.sign() * draw.between(0, 5e-4),
                        draw.sign() * draw.between(0.001, 0.006),
                        draw.sign() * draw.between(0, 0.5),
                        0,
                        0,
                        0);
        return new ScenarioRadar(
                NAMES[k],
                Math.rint(distance * StrictMath.sin(bearing)),
                Math.rint(distance * StrictMath.cos(bearing)),
                Math.rint(draw.between(0, 900)),
                rangeSigma,
                azimuthSigma,
                elevationSigma,
                detection,
                clutter,
                period,
                Math.rint(draw.between(120, 200)) * 1_000,
                1 + Math.rint(draw.between(0, period * 10)) / 10,
                wrong);
    }
}
