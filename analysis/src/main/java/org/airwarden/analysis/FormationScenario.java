package org.airwarden.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * Formations of 2 to 6 before two radars that often take two aircraft for one: two formations cross
 * each other, one parts and two come together, at a detection probability of 0.6.
 */
final class FormationScenario {
    private static final double UNTIL = 300;
    private static final double FULL_TURN = 2 * StrictMath.PI;

    private FormationScenario() {}

    static TrackingScenario make(long seed, Draw draw) {
        List<Trajectory> all = new ArrayList<>();
        double turn = draw.between(0, FULL_TURN);
        addCrossing(all, turn, 2 + draw.below(3), 2 + draw.below(3), draw.split());
        addParting(all, turn + FULL_TURN / 3, 4 + draw.below(3), draw.split());
        addJoining(all, turn + 2 * FULL_TURN / 3, 2 + draw.below(2), 2 + draw.below(2), draw);
        ScenarioRadar.Hidden coarse = ScenarioRadar.Hidden.NOTHING.resolving(120, 0.006);
        List<ScenarioRadar> radars = new ArrayList<>();
        radars.add(
                new ScenarioRadar(
                        "Golf", 5_000, -10_000, 120, 50, 0.0015, 0.002, 0.6, 100, 4, 150_000, 0,
                        coarse));
        radars.add(
                new ScenarioRadar(
                        "Hotel", -40_000, 30_000, 40, 70, 0.002, 0.0025, 0.6, 100, 5, 150_000, 1.7,
                        coarse));
        return new TrackingScenario("hard-formation", seed, UNTIL, all, List.of(), radars);
    }

    /** Returns where a member flies, beside and behind its leader on a course. */
    private static double[] place(
            double[] leader, int member, double course, double spacing, Draw draw) {
        int rank = (member + 1) / 2;
        double across = spacing * rank * (member % 2 == 0 ? 1 : -1);
        double behind = spacing * 0.6 * rank + draw.between(-30, 30);
        double[] state = leader.clone();
        state[0] += across * StrictMath.cos(course) - behind * StrictMath.sin(course);
        state[1] += -across * StrictMath.sin(course) - behind * StrictMath.cos(course);
        state[2] += draw.between(-60, 60);
        return state;
    }

    /** Two formations that pass through each other half-way. */
    private static void addCrossing(
            List<Trajectory> all, double bearing, int first, int second, Draw draw) {
        double distance = draw.between(40_000, 65_000);
        double height = draw.between(4_000, 8_000);
        double course = draw.between(0, FULL_TURN);
        double other = course + draw.sign() * StrictMath.toRadians(draw.between(15, 60));
        double meets = draw.between(120, 180);
        double speed = draw.between(200, 260);
        for (int k = 0; k < first + second; k++) {
            boolean ofFirst = k < first;
            double own = ofFirst ? course : other;
            double[] centre =
                    ManoeuvreScenarios.state(
                            distance, bearing, height + (ofFirst ? 0 : 150), own, speed);
            double[] state = place(centre, ofFirst ? k : k - first, own, 350, draw);
            all.add(new Manoeuvre().to(meets, state, 0, new Manoeuvre(), UNTIL));
        }
    }

    /** One formation turns together, then loses its members one after the other. */
    private static void addParting(List<Trajectory> all, double bearing, int size, Draw draw) {
        double course = draw.between(0, FULL_TURN);
        double[] leader =
                ManoeuvreScenarios.state(
                        draw.between(35_000, 60_000),
                        bearing,
                        draw.between(4_000, 8_000),
                        course,
                        230);
        Manoeuvre together =
                new Manoeuvre()
                        .straight(draw.between(50, 70))
                        .turn(12, 2 * draw.sign())
                        .straight(30);
        double[] back = leader.clone();
        back[0] -= 110 * leader[3];
        back[1] -= 110 * leader[4];
        for (int k = 0; k < size; k++) {
            Manoeuvre own = together.copy();
            if (k > 0) {
                int side = k % 2 == 0 ? 1 : -1;
                int rank = (k - 1) / 2;
                own.straight(20.0 * rank).turn(draw.between(4, 9), 3 * side);
            }
            all.add(own.from(0, place(back, k, course, 300, draw), UNTIL));
        }
    }

    /** Two formations that come together as one and stay so. */
    private static void addJoining(
            List<Trajectory> all, double bearing, int first, int second, Draw draw) {
        double course = draw.between(0, FULL_TURN);
        double[] leader =
                ManoeuvreScenarios.state(
                        draw.between(35_000, 60_000),
                        bearing,
                        draw.between(4_000, 8_000),
                        course,
                        220);
        double joins = draw.between(150, 190);
        for (int k = 0; k < first + second; k++) {
            int side = k < first ? 1 : -1;
            double[] state = place(leader, k, course, 300, draw);
            // Members of one formation come from one side, so they sit on one side at the end.
            double aside = side * 250 + (k < first ? k : k - first) * side * 200.0;
            state[0] += aside * StrictMath.cos(course);
            state[1] += -aside * StrictMath.sin(course);
            all.add(
                    new Manoeuvre()
                            .straight(4)
                            .turn(10, 2 * side)
                            .to(joins, state, 0, new Manoeuvre(), UNTIL));
        }
    }
}
