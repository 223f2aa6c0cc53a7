package org.airwarden.simulation;

import static org.airwarden.simulation.SmallScenario.leg;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.geodesy.SyntheticTerrain;
import org.airwarden.geodesy.Terrain;
import org.airwarden.geodesy.Wgs84;
import org.airwarden.model.Time;
import org.airwarden.simulation.PlatformClass.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchTest {
    private static final Answering ADSB = SmallScenario.answering(Answering.Equipment.ADSB);
    private static final double HERE = 33;
    private static final double THERE = 36;

    /** One detection, kept. */
    record Seen(
            int sensor,
            int mover,
            int merged,
            double time,
            boolean echo,
            boolean reply,
            boolean broadcast,
            double range,
            double azimuth,
            double height,
            double told,
            double x,
            double y,
            double z,
            double vx,
            double ready,
            double claimed,
            @Nullable Kind kind) {
        static Seen of(Detection d) {
            return new Seen(
                    d.sensor,
                    d.mover,
                    d.merged,
                    d.time * 1e-9,
                    d.echo,
                    d.reply,
                    d.broadcast,
                    d.range,
                    d.azimuth,
                    d.height,
                    d.told,
                    d.x,
                    d.y,
                    d.z,
                    d.vx,
                    d.ready * 1e-9,
                    d.claimed * 1e-9,
                    d.kind);
        }
    }

    /** A run of the sensors alone. */
    private static final class Run {
        final Scenario scenario;
        final List<Mover> movers;
        final Sky sky;
        final List<Watch> watches;
        final boolean[] gone;
        final List<Seen> seen = new ArrayList<>();

        Run(SmallScenario small, Terrain terrain, long run, boolean measures) {
            scenario = small.build();
            movers = new Movers(scenario, terrain).draw(3, run);
            gone = new boolean[movers.size()];
            sky = new Sky(scenario, movers, (mover, time) -> !gone[mover], 3, run);
            watches = new Watches(scenario, terrain).start(sky, measures);
        }

        Run until(double seconds) {
            for (Watch watch : watches) {
                while (watch.next() <= Time.ofSeconds(seconds)) {
                    watch.look(detection -> seen.add(Seen.of(detection)));
                }
            }
            return this;
        }
    }

    private static SmallScenario platforms() {
        return new SmallScenario()
                .platform("airliner", Kind.AIRCRAFT, 230, 10_000, 40, 1)
                .platform("steady", Kind.AIRCRAFT, 1, 8_000, 1, 0)
                .platform("one", Kind.AIRCRAFT, 1, 8_000, 1, 1)
                .platform("two", Kind.AIRCRAFT, 1, 8_000, 1, 2)
                .platform("three", Kind.AIRCRAFT, 1, 8_000, 1, 3)
                .platform("cruise", Kind.CRUISE_MISSILE, 250, 50, 30, 0)
                .platform("drone", Kind.DRONE, 50, 800, 0.05, 1)
                .radarClass("exact", 200_000, 10, 0, 0, Double.NaN)
                .radarClass("rough", 200_000, 5, 80, 0.004, 500);
    }

    private static SensorSite radar(String name, String kind, double mast) {
        return SmallScenario.site(
                name, SensorSite.Kind.RADAR, kind, HERE, THERE, mast, Double.NaN, 0, 1, 0);
    }

    private static double north(double metres) {
        return HERE + metres / 110_900;
    }

    /** The share of looks that detect is what theory says, by case and distance. */
    @ParameterizedTest
    @CsvSource({
        "steady, 0, 200",
        "one, 1, 200",
        "one, 1, 120",
        "two, 2, 250",
        "three, 3, 180",
        "steady, 0, 215"
    })
    void shouldDetectAsOftenAsTheory(String platform, int fluctuation, double kilometres) {
        double period = 10;
        int scans = 4_000;
        SmallScenario scenario =
                platforms()
                        .sensor(radar("r", "exact", 20))
                        .flight(
                                "f",
                                platform,
                                0,
                                Answering.SILENT,
                                leg(north(kilometres * 1_000), THERE),
                                leg(north(kilometres * 1_000 + 50_000), THERE, Double.NaN, 0.1));
        Run run = new Run(scenario, Terrain.SMOOTH, 0, false).until(scans * period);
        double reference = Detecting.signalToNoise(1, 1, 1e-6, 0.5);
        double expected = 0;
        Mover.State state = new Mover.State();
        double[] radar = new double[3];
        Wgs84.toEarthCentred(StrictMath.toRadians(HERE), StrictMath.toRadians(THERE), 20, radar);
        for (int scan = 0; scan < scans; scan++) {
            run.movers.getFirst().at(Time.ofSeconds(scan * period), state);
            double range =
                    StrictMath.sqrt(
                            (state.x - radar[0]) * (state.x - radar[0])
                                    + (state.y - radar[1]) * (state.y - radar[1])
                                    + (state.z - radar[2]) * (state.z - radar[2]));
            double ratio = StrictMath.pow(200_000 / range, 4) * reference;
            expected += Detecting.probability(fluctuation, 1, 1e-6, ratio) / scans;
        }
        double sigma = StrictMath.sqrt(expected * (1 - expected) / scans);
        assertThat((double) run.seen.size() / scans).isCloseTo(expected, within(4 * sigma + 1e-3));
        assertThat(expected).isBetween(0.1, 0.97);
    }

    /**
     * A fast missile overhead and airliners all round: each is looked at when the beam is there.
     */
    @Test
    void shouldLookWhenTheBeamCrosses() {
        SmallScenario scenario = traffic(platforms().sensor(radar("r", "exact", 20)));
        Run run = new Run(scenario, Terrain.SMOOTH, 1, false).until(300);
        RadarWatch watch = (RadarWatch) run.watches.getFirst();
        double before = 0;
        int late = 0;
        int[] count = new int[run.movers.size()];
        for (Seen seen : run.seen) {
            double off = Angle.small(seen.azimuth - watch.beamAt(Time.ofSeconds(seen.time)));
            late += Math.abs(off) > 2e-3 ? 1 : 0;
            assertThat(Math.abs(off)).isLessThan(0.1);
            assertThat(seen.time).isGreaterThanOrEqualTo(before);
            before = seen.time;
            count[seen.mover]++;
            Mover.State state = new Mover.State();
            run.movers.get(seen.mover).at(Time.ofSeconds(seen.time), state);
            Outlook.View view = new Outlook.View();
            watch.outlook.view(state, view);
            assertThat(seen.range).isCloseTo(StrictMath.sqrt(view.square), within(2.0));
            double azimuth = StrictMath.atan2(view.east, view.north);
            assertThat(Angle.small(seen.azimuth - Angle.positive(azimuth)))
                    .isCloseTo(0, within(1e-4));
        }
        assertThat(late).isLessThan(run.seen.size() / 50);
        int fewer = 0;
        for (int mover = 0; mover < count.length; mover++) {
            assertThat(count[mover]).as(run.movers.get(mover).name()).isBetween(20, 31);
            fewer += count[mover] < 28 ? 1 : 0;
        }
        // What flies over the radar is in the cone that its beam leaves out.
        assertThat(fewer).isLessThanOrEqualTo(2);
    }

    private static SmallScenario traffic(SmallScenario scenario) {
        for (int i = 0; i < 12; i++) {
            double angle = i * StrictMath.PI / 6;
            double lat = HERE + 0.4 * StrictMath.cos(angle);
            double lon = THERE + 0.5 * StrictMath.sin(angle);
            scenario.flight(
                    "f" + i,
                    "airliner",
                    0,
                    ADSB,
                    leg(lat, lon, 9_000 + 100 * i, 230),
                    leg(lat + 0.3, lon - 0.4),
                    leg(lat + 0.9, lon + 0.1));
        }
        return scenario;
    }

    /** 49.8 km and 199 s from the horizon of a 25 m mast, for a cruise missile at 50 m. */
    @Test
    void shouldSeeALowMissileFromTheHorizonOn() {
        SmallScenario scenario =
                platforms()
                        .area("mast", HERE, THERE)
                        .sensor(radar("r", "exact", 25))
                        .wave(
                                SmallScenario.wave(
                                        "low",
                                        "cruise",
                                        1,
                                        Quantity.ZERO,
                                        0,
                                        List.of("mast"),
                                        0,
                                        null,
                                        leg(north(90_000), THERE)));
        Run run = new Run(scenario, Terrain.SMOOTH, 0, false).until(500);
        double left = run.movers.getFirst().ends() * 1e-9 - run.seen.getFirst().time;
        assertThat(left).isBetween(199 - 10.5, 199.5);
        assertThat(run.seen.getFirst().range).isBetween(47_000.0, 49_900.0);
        assertThat(run.seen).hasSizeGreaterThan(16);
    }

    @Test
    void shouldMeasureWithItsErrorsAndBiases() {
        SensorSite plain = radar("r", "rough", 20);
        double wrong = StrictMath.toRadians(107);
        SensorSite biased =
                new SensorSite(
                        "r",
                        plain.kind(),
                        plain.radar(),
                        plain.at(),
                        20,
                        Double.NaN,
                        0,
                        Quantity.fixed(1),
                        Quantity.fixed(wrong),
                        Quantity.fixed(300),
                        Quantity.fixed(0.5),
                        Quantity.ZERO,
                        Quantity.ZERO,
                        true);
        Run run = new Run(traffic(platforms().sensor(biased)), Terrain.SMOOTH, 0, true).until(600);
        assertThat(run.seen).allMatch(s -> Math.abs(s.claimed - s.time - 0.5) < 1e-9);
        Mover.State state = new Mover.State();
        Outlook.View view = new Outlook.View();
        double[] sums = new double[6];
        int count = 0;
        for (Seen seen : run.seen) {
            if (seen.merged >= 0) {
                continue;
            }
            run.movers.get(seen.mover).at(Time.ofSeconds(seen.time), state);
            run.watches.getFirst().outlook.view(state, view);
            double azimuth = Angle.azimuth(view.east, view.north);
            double[] errors = {
                seen.range - StrictMath.sqrt(view.square),
                Angle.small(Angle.positive(seen.azimuth - azimuth)) - wrong,
                seen.height - state.height
            };
            for (int i = 0; i < 3; i++) {
                sums[i] += errors[i];
                sums[i + 3] += errors[i] * errors[i];
            }
            count++;
        }
        assertThat(count).isGreaterThan(1_000);
        double root = StrictMath.sqrt(count);
        assertThat(sums[0] / count).isCloseTo(300, within(4 * 80 / root + 1));
        assertThat(sums[1] / count).isCloseTo(0, within(4 * 0.004 / root + 1e-4));
        assertThat(sums[2] / count).isCloseTo(0, within(4 * 500 / root));
        assertThat(deviation(sums[0], sums[3], count)).isCloseTo(80, within(6.0));
        assertThat(deviation(sums[1], sums[4], count)).isCloseTo(0.004, within(3e-4));
        assertThat(deviation(sums[2], sums[5], count)).isCloseTo(500, within(40.0));
    }

    private static double deviation(double sum, double squares, int count) {
        return StrictMath.sqrt(squares / count - sum / count * (sum / count));
    }

    /** Two side by side are one plot; two kilometres apart they are two. */
    @ParameterizedTest
    @CsvSource({"150, 1", "2000, 2"})
    void shouldMergeWhatItCannotResolve(double apart, int plots) {
        SmallScenario scenario = platforms().sensor(radar("r", "exact", 20));
        for (int i = 0; i < 2; i++) {
            scenario.flight(
                    "f" + i,
                    "airliner",
                    0,
                    Answering.SILENT,
                    leg(north(60_000 + i * apart), THERE + 0.4),
                    leg(north(60_000 + i * apart), THERE - 0.8));
        }
        Run run = new Run(scenario, Terrain.SMOOTH, 0, true).until(400);
        assertThat(run.seen).hasSizeBetween(38 * plots, 41 * plots);
        assertThat(run.seen.stream().filter(s -> s.merged >= 0).count())
                .isBetween(plots == 1 ? 35L : 0L, plots == 1 ? 41L : 0L);
    }

    /** Of many, those that are told apart are apart. */
    @Test
    void shouldLeaveNoTwoEchoesInOneCell() {
        SmallScenario scenario = platforms().lasting(120).sensor(radar("r", "exact", 20));
        scenario.flow("busy", "airliner", 3_000, true, 30_000, 0, leg(33.3, 35), leg(33.8, 37.5));
        Run run = new Run(scenario, Terrain.SMOOTH, 0, true).until(120);
        double beamTime = 10 * 1.5 / 360;
        int close = 0;
        for (int i = 0; i < run.seen.size(); i++) {
            Seen a = run.seen.get(i);
            assertThat(i == 0 || run.seen.get(i - 1).time <= a.time).isTrue();
            for (int j = i + 1; j < run.seen.size(); j++) {
                Seen b = run.seen.get(j);
                if (b.time - a.time > beamTime) {
                    break;
                }
                close += a.echo && b.echo && Math.abs(a.range - b.range) < 300 ? 1 : 0;
            }
        }
        long merged = run.seen.stream().filter(s -> s.merged >= 0).count();
        assertThat(merged).isGreaterThan(100);
        // A merged plot lies between its two, and may come near a third.
        assertThat((double) close).isLessThan(0.1 * merged);
    }

    @Test
    void shouldAddFalsePlotsAsManyAsItSays() {
        SensorSite site =
                SmallScenario.site(
                        "r", SensorSite.Kind.RADAR, "exact", HERE, THERE, 20, Double.NaN, 0, 1, 5);
        Run run = new Run(platforms().sensor(site), Terrain.SMOOTH, 0, true).until(10_000);
        assertThat((double) run.seen.size()).isCloseTo(5_000, within(4 * StrictMath.sqrt(5_000)));
        assertThat(run.seen).allMatch(s -> s.mover == -1 && s.echo && s.range <= 200_000);
        for (int i = 1; i < run.seen.size(); i++) {
            assertThat(run.seen.get(i).time).isGreaterThanOrEqualTo(run.seen.get(i - 1).time);
        }
    }

    /** Half of the range left in the jammer's direction, and nine tenths elsewhere. */
    @Test
    void shouldSeeLessFarInNoise() {
        double clear = effective(platforms(), 0);
        SmallScenario noisy = platforms().wave(noise(leg(north(100_000), THERE + 0.01)));
        double beam = effective(noisy, 1);
        double side = effective(platforms().wave(noise(leg(HERE, THERE + 1.2))), 1);
        assertThat(beam / clear).isBetween(0.44, 0.56);
        assertThat(side / clear).isBetween(0.84, 0.96);
    }

    private static Wave noise(Leg at) {
        return new Wave(
                "a-jammer",
                "steady",
                Quantity.fixed(1),
                Quantity.ZERO,
                Quantity.ZERO,
                List.of(at, leg(north(100_000), THERE + 2)),
                0,
                List.of(),
                Quantity.ZERO,
                null,
                new Wave.Noise(300_000, Quantity.fixed(0.5), Quantity.fixed(0.9)),
                Answering.SILENT,
                null);
    }

    private static double effective(SmallScenario scenario, int others) {
        scenario.platform("target", Kind.AIRCRAFT, 250, 9_000, 1, 0)
                .sensor(radar("r", "exact", 20))
                .flight(
                        "f",
                        "target",
                        0,
                        Answering.SILENT,
                        leg(north(300_000), THERE),
                        leg(north(5_000), THERE));
        Run run = new Run(scenario, Terrain.SMOOTH, 0, false).until(1_100);
        assertThat(run.movers).hasSize(1 + others);
        int target = run.sky.find("f");
        // It comes 2.5 km nearer from look to look, until it is at 25 km.
        return 25_000 + 2_500.0 * run.seen.stream().filter(s -> s.mover == target).count();
    }

    @Test
    void shouldNotSeeWhatIsGone() {
        Run run = new Run(everySensor(), Terrain.SMOOTH, 0, true).until(100);
        run.gone[4] = true;
        run.seen.clear();
        run.until(200);
        // What was on its way when it was destroyed is told: a beam's width of time.
        assertThat(run.seen).hasSizeGreaterThan(500);
        assertThat(run.seen).noneMatch(s -> s.mover == 4 && s.time > 100);
        assertThat(run.seen).anyMatch(s -> s.mover == 5);
    }

    private static SmallScenario everySensor() {
        SmallScenario scenario = traffic(platforms()).lasting(300).area("field", HERE, THERE);
        scenario.sensor(
                SmallScenario.site(
                        "r",
                        SensorSite.Kind.RADAR,
                        "rough",
                        HERE,
                        THERE,
                        20,
                        Double.NaN,
                        3e5,
                        0.95,
                        3));
        SensorSite.Kind[] kinds = SensorSite.Kind.values();
        for (int i = 1; i < kinds.length; i++) {
            scenario.sensor(
                    SmallScenario.site(
                            "s" + i, kinds[i], null, HERE, THERE, 20, 70_000, 0, 0.9, 2));
        }
        return scenario;
    }

    /** One mover more changes nothing of how the others are seen. */
    @Test
    void shouldLookAtEachForItself() {
        List<String> before = described(new Run(everySensor(), Terrain.SMOOTH, 2, true));
        SmallScenario more =
                everySensor().flight("another", "airliner", 20, ADSB, leg(33.2, 35), leg(33.4, 37));
        List<String> after = described(new Run(more, Terrain.SMOOTH, 2, true));
        after.removeIf(line -> line.startsWith("another "));
        assertThat(after).isEqualTo(before);
        assertThat(before).hasSizeGreaterThan(3_000);
    }

    private static List<String> described(Run run) {
        run.until(250);
        List<String> lines = new ArrayList<>();
        for (Seen s : run.seen) {
            if (s.mover >= 0 && s.merged < 0) {
                lines.add(
                        run.movers.get(s.mover).name()
                                + " "
                                + s.sensor
                                + " "
                                + s.time
                                + " "
                                + s.echo
                                + s.reply
                                + " "
                                + s.range
                                + " "
                                + s.azimuth
                                + " "
                                + s.height
                                + " "
                                + s.x
                                + " "
                                + s.ready
                                + " "
                                + s.kind);
            }
        }
        return lines;
    }

    @Test
    void shouldStopAndGoOn() {
        Run run = new Run(everySensor(), Terrain.SMOOTH, 0, true).until(60);
        run.watches.forEach(Watch::lose);
        run.seen.clear();
        run.until(120);
        // The last plots before it stopped may come now.
        assertThat(run.seen).hasSizeLessThan(5).allMatch(s -> s.time <= 60);
        run.watches.forEach(Watch::resume);
        run.until(200);
        for (int sensor = 0; sensor < run.watches.size(); sensor++) {
            int number = sensor;
            assertThat(run.seen).anyMatch(s -> s.sensor == number);
        }
    }

    @Test
    void shouldTurnWithItsFoundation() {
        Run run = new Run(everySensor(), Terrain.SMOOTH, 0, true).until(60);
        run.watches.getFirst().turn(StrictMath.toRadians(-90));
        run.seen.clear();
        run.until(120);
        Mover.State state = new Mover.State();
        Outlook.View view = new Outlook.View();
        int checked = 0;
        for (Seen s : run.seen) {
            if (s.sensor != 0 || s.mover < 0 || s.time < 61) {
                continue;
            }
            run.movers.get(s.mover).at(Time.ofSeconds(s.time), state);
            run.watches.getFirst().outlook.view(state, view);
            double off = s.azimuth - Angle.azimuth(view.east, view.north);
            assertThat(Angle.small(Angle.positive(off)))
                    .isCloseTo(-StrictMath.PI / 2, within(0.02));
            checked++;
        }
        assertThat(checked).isGreaterThan(100);
    }

    private static Run receivers(SensorSite.Kind kind) {
        SmallScenario scenario =
                traffic(platforms())
                        .area("field", HERE + 0.3, THERE)
                        .sensor(
                                SmallScenario.site(
                                        "s", kind, null, HERE, THERE, 20, 300_000, 0, 1, 0));
        scenario.flight("silent", "airliner", 0, Answering.SILENT, leg(33.2, 36), leg(33.8, 36.5));
        return new Run(scenario, Terrain.SMOOTH, 0, true);
    }

    @ParameterizedTest
    @CsvSource({"ADSB, 12", "MLAT, 60"})
    void shouldHearEachOnceASecond(SensorSite.Kind kind, double sigma) {
        Run run = receivers(kind).until(100);
        assertThat(run.seen).hasSize(1_200);
        double squares = 0;
        Mover.State state = new Mover.State();
        double before = 0;
        for (Seen s : run.seen) {
            assertThat(s.broadcast).isEqualTo(kind == SensorSite.Kind.ADSB);
            assertThat(s.time).isGreaterThanOrEqualTo(before);
            before = s.time;
            run.movers.get(s.mover).at(Time.ofSeconds(s.time), state);
            squares +=
                    (s.x - state.x) * (s.x - state.x)
                            + (s.y - state.y) * (s.y - state.y)
                            + (s.z - state.z) * (s.z - state.z);
            assertThat(s.told).isCloseTo(state.height, within(0.1));
        }
        assertThat(StrictMath.sqrt(squares / 1_200 / 2)).isCloseTo(sigma, within(sigma / 12));
    }

    @Test
    void shouldHearNoDeadTransponder() {
        Run run = receivers(SensorSite.Kind.ADSB).until(50);
        run.sky.silence(run.sky.find("f3"));
        run.until(100);
        assertThat(run.seen).hasSize(1_150);
    }

    @Test
    void shouldLosePositionsWhereSatellitesAreLost() {
        Run run = receivers(SensorSite.Kind.ADSB);
        run.sky.satellitesLost("field", 40_000);
        run.until(60);
        assertThat(run.seen).hasSizeBetween(60, 660);
        double[] middle = new double[3];
        Wgs84.toEarthCentred(
                StrictMath.toRadians(HERE + 0.3), StrictMath.toRadians(THERE), 0, middle);
        assertThat(run.seen).allMatch(s -> distance(s, middle) > 39_900, "outside of the area");
        run.sky.satellitesBack("field");
        run.seen.clear();
        run.until(90);
        assertThat(run.seen).hasSize(360);
    }

    private static double distance(Seen s, double[] at) {
        return StrictMath.sqrt(
                (s.x - at[0]) * (s.x - at[0])
                        + (s.y - at[1]) * (s.y - at[1])
                        + (s.z - at[2]) * (s.z - at[2]));
    }

    @Test
    void shouldTellAFalsePlaceWhereSatellitesMislead() {
        Run run = receivers(SensorSite.Kind.ADSB);
        run.sky.satellitesFalse("field", 40_000);
        run.until(60);
        assertThat(run.seen).hasSize(720);
        double[] middle = new double[3];
        Wgs84.toEarthCentred(
                StrictMath.toRadians(HERE + 0.3), StrictMath.toRadians(THERE), 0, middle);
        long misled = run.seen.stream().filter(s -> distance(s, middle) < 15_000).count();
        assertThat(misled).isBetween(60L, 660L);
        assertThat(run.seen.stream().filter(s -> s.vx == 0).count()).isEqualTo(misled);
    }

    /** Behind hills nothing is detected, and elsewhere nearly everything is. */
    @Test
    void shouldNotSeeThroughHills() {
        Terrain hills = new SyntheticTerrain(5, 1_500, 20_000);
        SmallScenario scenario =
                platforms()
                        .platform("bus", Kind.DRONE, 100, 150, 100, 0)
                        .radarClass("fast", 300_000, 2, 0, 0, Double.NaN)
                        .sensor(radar("r", "fast", 30));
        for (int i = 0; i < 6; i++) {
            scenario.flight(
                    "f" + i,
                    "bus",
                    0,
                    Answering.SILENT,
                    leg(HERE + 0.1 * i, THERE - 0.5),
                    leg(HERE - 0.1 + 0.1 * i, THERE + 0.5));
        }
        Run run = new Run(scenario, hills, 0, false).until(600);
        GeodeticPosition antenna = run.watches.getFirst().outlook.position;
        Mover.State state = new Mover.State();
        int through = 0;
        for (Seen s : run.seen) {
            run.movers.get(s.mover).at(Time.ofSeconds(s.time), state);
            GeodeticPosition at = Wgs84.toGeodetic(state.x, state.y, state.z);
            through += hills.isMasked(antenna, at) ? 1 : 0;
        }
        int hidden = 0;
        for (Mover mover : run.movers) {
            for (int t = 0; t < 300; t++) {
                mover.at(Time.ofSeconds(2.0 * t), state);
                GeodeticPosition at = Wgs84.toGeodetic(state.x, state.y, state.z);
                hidden += hills.isMasked(antenna, at) ? 1 : 0;
            }
        }
        assertThat(hidden).isBetween(200, 1_700);
        assertThat((double) through).isLessThan(0.03 * hidden);
        assertThat(run.seen.size() + hidden).isCloseTo(1_800, within(70));
    }

    private static Run listeners(SensorSite.Kind kind, double range, double delay, double hours) {
        SensorSite plain = SmallScenario.site("s", kind, null, HERE, THERE, 10, range, 0, 1, 0);
        SensorSite slow =
                new SensorSite(
                        "s",
                        kind,
                        null,
                        plain.at(),
                        10,
                        range,
                        0,
                        plain.detection(),
                        Quantity.ZERO,
                        Quantity.ZERO,
                        Quantity.ZERO,
                        Quantity.ZERO,
                        Quantity.fixed(delay),
                        true);
        SmallScenario scenario = platforms().lasting(hours * 3_600 + 600).sensor(slow);
        scenario.flight(
                "f",
                "drone",
                hours * 3_600,
                Answering.SILENT,
                leg(HERE + 0.04, THERE - 0.25, 500, 50),
                leg(HERE + 0.04, THERE + 0.25, 500, 50));
        return new Run(scenario, Terrain.SMOOTH, 0, true).until(hours * 3_600 + 1_000);
    }

    /** Microphones point to where the sound was made. */
    @Test
    void shouldHearWhereItWas() {
        Run run = listeners(SensorSite.Kind.ACOUSTIC, 9_000, 0, 0);
        assertThat(run.seen).hasSizeGreaterThan(50).allMatch(s -> Double.isNaN(s.range));
        Mover.State state = new Mover.State();
        Outlook.View view = new Outlook.View();
        double now = 0;
        double then = 0;
        for (Seen s : run.seen) {
            run.movers.getFirst().at(Time.ofSeconds(s.time), state);
            run.watches.getFirst().outlook.view(state, view);
            now += Angle.small(s.azimuth - Angle.azimuth(view.east, view.north));
            double late = StrictMath.sqrt(view.square) / 343;
            run.movers.getFirst().at(Math.max(0, Time.ofSeconds(s.time - late)), state);
            run.watches.getFirst().outlook.view(state, view);
            then += Math.abs(Angle.small(s.azimuth - Angle.azimuth(view.east, view.north)));
        }
        // It flies from west to east to the north: the sound comes from further west, by a bearing
        // of speed over speed of sound, 50 / 343, where it crosses.
        assertThat(now / run.seen.size()).isBetween(-0.15, -0.06);
        assertThat(then / run.seen.size()).isLessThan(0.09);
    }

    /** The scenario begins at 00:00 UTC; in Syria it is light at 10:00 and dark at 20:00. */
    @Test
    void shouldSeeByDayWhatPeopleSeeAndTellItLate() {
        Run day = listeners(SensorSite.Kind.OBSERVERS, 12_000, 180, 10);
        Run night = listeners(SensorSite.Kind.OBSERVERS, 12_000, 180, 20);
        assertThat(day.seen).hasSizeBetween(13, 17);
        assertThat(night.seen).isEmpty();
        assertThat(day.seen).allMatch(s -> Math.abs(s.ready - s.time - 180) < 1e-6);
        long right = day.seen.stream().filter(s -> s.kind == Kind.DRONE).count();
        assertThat(right).isBetween(7L, 16L);
    }

    @Test
    void shouldFindTheAzimuthOfEveryDirection() {
        RandomStream random = RandomStream.of(1, 1, "angles", Purpose.MOTION);
        for (int i = 0; i < 20_000; i++) {
            double east = random.gaussian();
            double north = i % 50 == 0 ? 0 : random.gaussian();
            double exact = StrictMath.atan2(east, north);
            assertThat(Angle.small(Angle.azimuth(east, north) - Angle.positive(exact)))
                    .isCloseTo(0, within(2e-7));
        }
        assertThat(Angle.azimuth(0, 0)).isZero();
        assertThat(Angle.azimuth(0, -1)).isCloseTo(StrictMath.PI, within(1e-12));
    }
}
