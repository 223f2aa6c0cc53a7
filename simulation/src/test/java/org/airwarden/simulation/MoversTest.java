package org.airwarden.simulation;

import static org.airwarden.simulation.SmallScenario.leg;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.geodesy.SyntheticTerrain;
import org.airwarden.geodesy.Terrain;
import org.airwarden.geodesy.Wgs84;
import org.airwarden.model.Time;
import org.airwarden.simulation.PlatformClass.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoversTest {
    private static final Answering ADSB = SmallScenario.answering(Answering.Equipment.ADSB);

    private static SmallScenario platforms() {
        return new SmallScenario()
                .platform("airliner", Kind.AIRCRAFT, 230, 10_000, 40, 1)
                .platform("fighter", Kind.AIRCRAFT, 250, 6_000, 3, 1)
                .platform("helicopter", Kind.HELICOPTER, 60, 300, 5, 1)
                .platform("drone", Kind.DRONE, 50, 800, 0.05, 1)
                .platform("cruise", Kind.CRUISE_MISSILE, 250, 50, 0.1, 1)
                .platform("glide", Kind.GLIDE_WEAPON, 220, 0, 0.03, 1)
                .platform("ballistic", Kind.BALLISTIC_MISSILE, 1_000, 0, 0.3, 1)
                .platform("decoy", Kind.DECOY, 230, 5_000, 1, 1)
                .area("town", 33.41, 36.51)
                .area("port", 34.6, 36.0);
    }

    private static final Leg[] AIRWAY = {
        leg(33.2, 35.2, 9_000, 220), leg(33.9, 36.4, 11_000, 240), leg(34.8, 36.7, 4_000, 180)
    };

    private static SmallScenario everything() {
        Quantity interval = Quantity.uniform(5, 20);
        return platforms()
                .lasting(900)
                .flight("one", "airliner", 30, ADSB, AIRWAY)
                .flight("two", "helicopter", 0, ADSB, leg(33, 36), leg(33.1, 36.1), leg(33.2, 36))
                .flow("airway", "airliner", 60, true, 800, 0.2, AIRWAY)
                .wave(
                        SmallScenario.wave(
                                "low",
                                "cruise",
                                6,
                                interval,
                                2_000,
                                List.of("town", "port"),
                                60,
                                null,
                                leg(32.6, 34.6),
                                leg(32.9, 35.6)))
                .wave(
                        SmallScenario.wave(
                                "slow",
                                "drone",
                                4,
                                Quantity.exponential(30),
                                500,
                                List.of("town"),
                                30,
                                null,
                                leg(33.0, 36.0)))
                .wave(
                        SmallScenario.wave(
                                "thrown",
                                "ballistic",
                                3,
                                interval,
                                0,
                                List.of("town"),
                                100,
                                null,
                                leg(32.5, 36.0)))
                .wave(
                        SmallScenario.wave(
                                "strike",
                                "fighter",
                                2,
                                interval,
                                300,
                                List.of("town", "port"),
                                15,
                                new Wave.Release("glide", Quantity.fixed(3), 1, Quantity.fixed(4)),
                                leg(33.0, 34.6),
                                leg(33.2, 35.4, 8_000, Double.NaN),
                                leg(32.8, 35.3)))
                .wave(
                        SmallScenario.wave(
                                "bait",
                                "decoy",
                                2,
                                interval,
                                300,
                                List.of("port"),
                                15,
                                null,
                                leg(33.4, 34.6)));
    }

    private static List<Mover> draw(SmallScenario scenario, long run) {
        return new Movers(scenario.build(), Terrain.SMOOTH).draw(7, run);
    }

    private static Mover called(List<Mover> movers, String name) {
        return movers.stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    }

    private static double seconds(Mover mover) {
        return (mover.ends() - mover.appears()) * 1e-9;
    }

    /** 72 km from the Golan line to Damascus International; at 250 m/s under five minutes. */
    @Test
    void shouldFlyFromTheGolanLineToDamascusInTheTimeOfTheReference() {
        List<Mover> movers =
                draw(
                        platforms()
                                .area("Damascus International", 33.4115, 36.5156)
                                .wave(
                                        SmallScenario.wave(
                                                "raid",
                                                "cruise",
                                                1,
                                                Quantity.ZERO,
                                                0,
                                                List.of("Damascus International"),
                                                0,
                                                null,
                                                leg(33.125, 35.824))),
                        0);
        Mover raider = called(movers, "raid-1");
        assertThat(seconds(raider) * 250).isCloseTo(72_000, within(500.0));
        assertThat(seconds(raider)).isLessThan(300);
        assertThat(raider.aim()).isEqualTo("Damascus International");
    }

    /** v = sqrt(g R) = 1,085 m/s over 120 km, 30 km high, 156 s. */
    @Test
    void shouldThrowABallisticMissileAsTheReference() {
        // 120 km along a meridian from the town's middle.
        Mover missile =
                called(
                        draw(
                                platforms()
                                        .area("aim", 33.5, 36)
                                        .wave(
                                                SmallScenario.wave(
                                                        "b",
                                                        "ballistic",
                                                        1,
                                                        Quantity.ZERO,
                                                        0,
                                                        List.of("aim"),
                                                        0,
                                                        null,
                                                        leg(33.5 - 120 / 110.91, 36))),
                                0),
                        "b-1");
        assertThat(seconds(missile)).isCloseTo(156.4, within(0.5));
        Mover.State state = new Mover.State();
        missile.at(missile.appears(), state);
        assertThat(state.height).isCloseTo(0, within(0.01));
        assertThat(speed(state)).isCloseTo(1_085, within(2.0));
        missile.at(missile.appears() + Time.ofSeconds(seconds(missile) / 2), state);
        assertThat(state.height).isCloseTo(30_000, within(50.0));
        missile.at(missile.ends(), state);
        assertThat(state.height).isCloseTo(0, within(0.01));
        assertThat(distanceTo(state, 33.5, 36)).isLessThan(1);
    }

    private static double speed(Mover.State s) {
        return StrictMath.sqrt(s.vx * s.vx + s.vy * s.vy + s.vz * s.vz);
    }

    private static double distanceTo(Mover.State state, double latitude, double longitude) {
        double[] at = new double[3];
        Wgs84.toEarthCentred(
                StrictMath.toRadians(latitude), StrictMath.toRadians(longitude), state.height, at);
        return StrictMath.sqrt(
                (at[0] - state.x) * (at[0] - state.x)
                        + (at[1] - state.y) * (at[1] - state.y)
                        + (at[2] - state.z) * (at[2] - state.z));
    }

    /** Position follows from velocity, without jumps of either, and the height is the place's. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void shouldMoveWithoutJumps(long run) {
        Movers hilly = new Movers(everything().build(), new SyntheticTerrain(3, 900, 15_000));
        List<Mover> movers = new ArrayList<>(draw(everything(), run));
        movers.addAll(hilly.draw(7, run));
        SplittableRandom random = new SplittableRandom(run);
        Mover.State a = new Mover.State();
        Mover.State b = new Mover.State();
        double[] normal = new double[3];
        for (Mover mover : movers) {
            long span = mover.ends() - mover.appears();
            for (int i = 0; i < 150; i++) {
                long step = Math.min(span / 2, Time.ofSeconds(0.05));
                long time = mover.appears() + (long) (random.nextDouble() * (span - step));
                mover.at(time, a);
                mover.at(time + step, b);
                double seconds = step * 1e-9;
                double dx = b.x - a.x - (a.vx + b.vx) / 2 * seconds;
                double dy = b.y - a.y - (a.vy + b.vy) / 2 * seconds;
                double dz = b.z - a.z - (a.vz + b.vz) / 2 * seconds;
                assertThat(StrictMath.sqrt(dx * dx + dy * dy + dz * dz))
                        .as(mover.name())
                        .isLessThan(0.05);
                // No more than what hard turns and dives pull.
                double dv =
                        StrictMath.sqrt(
                                (b.vx - a.vx) * (b.vx - a.vx)
                                        + (b.vy - a.vy) * (b.vy - a.vy)
                                        + (b.vz - a.vz) * (b.vz - a.vz));
                assertThat(dv / seconds).as(mover.name()).isLessThan(150);
                assertThat(a.height)
                        .as(mover.name())
                        .isCloseTo(Wgs84.heightAndNormal(a.x, a.y, a.z, normal), within(0.3));
            }
        }
    }

    @Test
    void shouldKeepItsSpeedAndBankInTurns() {
        Mover one = called(draw(everything(), 0), "one");
        Mover.State state = new Mover.State();
        Mover.State next = new Mover.State();
        double most = 0;
        for (double t = 0; t < seconds(one) - 1; t += 1) {
            one.at(one.appears() + Time.ofSeconds(t), state);
            one.at(one.appears() + Time.ofSeconds(t + 1), next);
            assertThat(speed(state)).isBetween(179.0, 241.0);
            double ax = next.vx - state.vx;
            double ay = next.vy - state.vy;
            double az = next.vz - state.vz;
            most = Math.max(most, StrictMath.sqrt(ax * ax + ay * ay + az * az));
        }
        // A bank of 25 degrees pulls 4.57 m/s2 sideways.
        assertThat(most).isBetween(4.2, 4.8);
    }

    /** Pieces of half the length move nothing by more than a metre. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void shouldNotDependOnTheLengthOfPieces(long run) {
        Scenario scenario = everything().build();
        Terrain hills = new SyntheticTerrain(3, 900, 15_000);
        for (Terrain terrain : List.of(Terrain.SMOOTH, hills)) {
            List<Mover> usual = new Movers(scenario, terrain).draw(7, run);
            List<Mover> finer = new Movers(scenario, terrain, 2).draw(7, run);
            assertThat(finer).hasSameSizeAs(usual);
            Mover.State a = new Mover.State();
            Mover.State b = new Mover.State();
            double worst = 0;
            for (int i = 0; i < usual.size(); i++) {
                Mover one = usual.get(i);
                for (double part = 0; part <= 1; part += 0.01) {
                    long time = one.appears() + (long) (part * (one.ends() - one.appears()));
                    one.at(time, a);
                    finer.get(i).at(time, b);
                    double dx = b.x - a.x;
                    double dy = b.y - a.y;
                    double dz = b.z - a.z;
                    double moved = StrictMath.sqrt(dx * dx + dy * dy + dz * dz);
                    assertThat(moved).as(one.name()).isLessThan(1);
                    worst = Math.max(worst, moved);
                }
            }
            assertThat(worst).isPositive();
        }
    }

    @Test
    void shouldPassEveryPointOfARoute() {
        Mover one = called(draw(everything(), 0), "one");
        Mover.State state = new Mover.State();
        double nearest = Double.POSITIVE_INFINITY;
        for (double t = 0; t < seconds(one); t += 0.5) {
            one.at(one.appears() + Time.ofSeconds(t), state);
            nearest = Math.min(nearest, distanceTo(state, 33.9, 36.4));
        }
        // It cuts the corner: a turn of 36 degrees with a radius of 12.6 km passes 650 m inside.
        assertThat(nearest).isBetween(300.0, 900.0);
        one.at(one.ends(), state);
        assertThat(distanceTo(state, 34.8, 36.7)).isLessThan(1);
        assertThat(state.height).isCloseTo(4_000, within(0.01));
    }

    @Test
    void shouldNotDependOnTheOrderOfTheFile() {
        for (long run = 0; run < 5; run++) {
            List<Mover> movers = new Movers(everything().build(), Terrain.SMOOTH).draw(7, run);
            List<Mover> turned = new Movers(everything().build(true), Terrain.SMOOTH).draw(7, run);
            assertThat(text(turned)).isEqualTo(text(movers));
            assertThat(text(draw(everything(), run))).isEqualTo(text(movers));
            assertThat(text(draw(everything(), run + 5))).isNotEqualTo(text(movers));
        }
    }

    /** One flight more changes no other one: runs with and without it can be compared. */
    @Test
    void shouldDrawEachMoverForItself() {
        List<String> before = text(draw(everything(), 3));
        List<String> after =
                text(draw(everything().flight("another", "airliner", 5, ADSB, AIRWAY), 3));
        after.removeIf(line -> line.startsWith("another "));
        assertThat(strip(after)).isEqualTo(strip(before));
    }

    private static List<String> strip(List<String> lines) {
        return lines.stream().map(line -> line.replaceAll(" carrier -?\\d+", "")).toList();
    }

    private static List<String> text(List<Mover> movers) {
        List<String> lines = new ArrayList<>();
        Mover.State state = new Mover.State();
        for (Mover m : movers) {
            m.at((m.appears() + m.ends()) / 2, state);
            lines.add(
                    m.name()
                            + " "
                            + m.appears()
                            + " "
                            + m.ends()
                            + " "
                            + m.answering()
                            + " "
                            + m.aim()
                            + " carrier "
                            + m.carrier()
                            + " "
                            + state.x
                            + " "
                            + state.y
                            + " "
                            + state.z
                            + " "
                            + state.vx
                            + " "
                            + state.height);
        }
        return lines;
    }

    @Test
    void shouldFillAnAirwayAsAPoissonStreamDoes() {
        SmallScenario scenario =
                platforms().lasting(600).flow("airway", "airliner", 120, true, 500, 0.1, AIRWAY);
        Movers movers = new Movers(scenario.build(), Terrain.SMOOTH);
        double flight = 0;
        double present = 0;
        double new_ = 0;
        double squares = 0;
        int silent = 0;
        int all = 0;
        int runs = 400;
        for (int run = 0; run < runs; run++) {
            int fresh = 0;
            for (Mover mover : movers.draw(5, run)) {
                assertThat(mover.appears()).isBetween(0L, Time.ofSeconds(600));
                assertThat(mover.ends()).isGreaterThanOrEqualTo(mover.appears());
                all++;
                silent += mover.answering().equipment() == Answering.Equipment.NONE ? 1 : 0;
                if (mover.appears() == 0) {
                    present++;
                } else {
                    fresh++;
                    flight = seconds(mover);
                }
            }
            new_ += fresh;
            squares += (double) fresh * fresh;
        }
        double mean = new_ / runs;
        assertThat(mean).isCloseTo(20, within(4 * StrictMath.sqrt(20.0 / runs)));
        assertThat(squares / runs - mean * mean).isCloseTo(20, within(6.0));
        double expected = flight / 30;
        assertThat(present / runs)
                .isCloseTo(expected, within(4 * StrictMath.sqrt(expected / runs) + 0.2));
        assertThat((double) silent / all).isCloseTo(0.1, within(0.02));
    }

    @Test
    void shouldDrawCodesThatAreValidAndUnique() {
        SmallScenario scenario =
                platforms().lasting(3_600).flow("f", "airliner", 3_000, true, 0, 0, AIRWAY);
        TreeSet<Integer> addresses = new TreeSet<>();
        List<Mover> movers = draw(scenario, 0);
        for (Mover mover : movers) {
            Answering said = mover.answering();
            assertThat(addresses.add(said.address())).isTrue();
            assertThat(said.address()).isBetween(1, 0xFFFFFE);
            assertThat(said.mode3A()).isBetween(0100, 06777);
            assertThat(said.callSign()).matches("Q[A-Z]{2}[1-9][0-9]{2,3}");
        }
        assertThat(movers).hasSizeGreaterThan(2_500);
    }

    @Test
    void shouldReleaseWeaponsWhereTheCarrierPassesThePoint() {
        List<Mover> movers = draw(everything(), 1);
        Mover.State carrierState = new Mover.State();
        Mover.State weaponState = new Mover.State();
        List<String> aims = new ArrayList<>();
        for (int carrier = 1; carrier <= 2; carrier++) {
            for (int number = 1; number <= 3; number++) {
                Mover weapon = called(movers, "strike-" + carrier + "-" + number);
                Mover by = movers.get(weapon.carrier());
                assertThat(by.name()).isEqualTo("strike-" + carrier);
                assertThat(by.aim()).isNull();
                aims.add(String.valueOf(weapon.aim()));
                by.at(weapon.appears(), carrierState);
                weapon.at(weapon.appears(), weaponState);
                assertThat(weaponState.x).isCloseTo(carrierState.x, within(0.1));
                assertThat(weaponState.y).isCloseTo(carrierState.y, within(0.1));
                assertThat(weaponState.z).isCloseTo(carrierState.z, within(0.1));
                if (number == 1) {
                    assertThat(distanceTo(weaponState, 33.2, 35.4)).isLessThan(10_000);
                    assertThat(weaponState.height).isCloseTo(8_000, within(1.0));
                }
                weapon.at(weapon.ends(), weaponState);
                assertThat(weaponState.height).isCloseTo(0, within(0.01));
            }
        }
        assertThat(aims).containsExactly("town", "port", "town", "port", "town", "port");
    }

    @Test
    void shouldStrikeAboutTheAim() {
        SmallScenario scenario = platforms();
        scenario.wave(
                SmallScenario.wave(
                        "b",
                        "ballistic",
                        400,
                        Quantity.ZERO,
                        0,
                        List.of("town"),
                        200,
                        null,
                        leg(32.5, 36.0)));
        Mover.State state = new Mover.State();
        double squares = 0;
        List<Mover> movers = draw(scenario, 0);
        for (Mover mover : movers) {
            mover.at(mover.ends(), state);
            double off = distanceTo(state, 33.41, 36.51);
            squares += off * off;
        }
        // 200 m along each of two axes.
        assertThat(StrictMath.sqrt(squares / movers.size() / 2)).isCloseTo(200, within(20.0));
    }

    @ParameterizedTest
    @CsvSource({"low-1, 50", "slow-2, 800"})
    void shouldKeepItsHeightAboveTheGround(String name, double above) {
        Terrain hills = new SyntheticTerrain(3, 900, 15_000);
        Mover mover = called(new Movers(everything().build(), hills).draw(7, 0), name);
        Mover.State state = new Mover.State();
        double lowest = Double.POSITIVE_INFINITY;
        double highest = 0;
        double sum = 0;
        int count = 0;
        double kept = Math.max(0, seconds(mover) - 5 * above / 40);
        for (double t = 0; t < kept; t += 1) {
            mover.at(mover.appears() + Time.ofSeconds(t), state);
            GeodeticPosition at = Wgs84.toGeodetic(state.x, state.y, state.z);
            double over = state.height - hills.height(at.latitude(), at.longitude());
            lowest = Math.min(lowest, over);
            highest = Math.max(highest, state.height);
            sum += over;
            count++;
        }
        assertThat(sum / count).isCloseTo(above, within(above / 10));
        assertThat(lowest).isGreaterThan(0.5 * above - 20);
        assertThat(highest).isGreaterThan(above + 150);
    }

    @Test
    void shouldAppearAndLastWithoutGeometry() {
        Wave wave =
                new Wave(
                        "w",
                        "cruise",
                        Quantity.fixed(2_000),
                        Quantity.ZERO,
                        Quantity.exponential(5),
                        List.of(),
                        0,
                        List.of("town"),
                        Quantity.ZERO,
                        null,
                        null,
                        Answering.SILENT,
                        Quantity.exponential(30));
        List<Mover> movers = draw(platforms().withoutGeometry().wave(wave), 0);
        assertThat(movers).hasSize(2_000);
        double windows = movers.stream().mapToDouble(MoversTest::seconds).sum() / 2_000;
        assertThat(windows).isCloseTo(30, within(3.0));
        assertThat(movers.getLast().appears() * 1e-9 / 1_999).isCloseTo(5, within(0.5));
        assertThat(movers).allMatch(m -> "town".equals(m.aim()));
        Mover.State state = new Mover.State();
        movers.getFirst().at(0, state);
        assertThat(state.x).isNaN();
    }

    @Test
    void shouldStrikeNothingWithADecoy() {
        assertThat(called(draw(everything(), 0), "bait-1").aim()).isNull();
    }
}
