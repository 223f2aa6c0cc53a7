package org.airwarden.tracking;

import static org.airwarden.tracking.Sky.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.geodesy.Wgs84;
import org.airwarden.model.Kinematics;
import org.airwarden.model.Plot;
import org.airwarden.model.SensorReport;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Track;
import org.airwarden.model.Transponder;
import org.junit.jupiter.api.Test;

/** Smoothing as the tracker does it: from the first plot to the last, over all that happens. */
class ReconstructionTest {
    private static final long SEED = 77;
    private static final Sky.Aircraft LINER =
            new Sky.Aircraft(48.3, 16.0, 10_000, 220, 60, 0x440123, 01234);

    private final List<SmoothedTrack> told = new ArrayList<>();

    private Sky recording(long seed) {
        Sky sky = new Sky(seed).open();
        sky.tracker.reconstruct(told::add);
        return sky;
    }

    private static void fly(Sky sky, double from, double until) {
        for (double t = from; t < until; t += 4) {
            sky.take(sky.plot(LINER, t));
            for (int k = 1; k <= 4; k++) {
                sky.tick(t + k - 0.5);
            }
        }
    }

    private static double miss(Kinematics where, double seconds) {
        GeodeticPosition place = LINER.place(seconds);
        Frame there = Frame.tangent(new GeodeticPosition(place.latitude(), place.longitude(), 0));
        double[] local = new double[3];
        there.toLocal(where.x(), where.y(), where.z(), local, 0);
        return Math.hypot(local[0], local[1]);
    }

    @Test
    void shouldBeNearerToTheTruthFromTheFirstPlotOnWhenAnAircraftFliesFar() {
        Sky sky = recording(SEED);
        double filtered = 0;
        List<double[]> live = new ArrayList<>();
        for (double t = 0; t < 400; t += 4) {
            fly(sky, t, t + 4);
            for (Track track : sky.tracks()) {
                live.add(new double[] {t + 3.5, miss(track.kinematics(), t + 3.5)});
            }
        }
        sky.tracker.reconstructLiving(told::add);
        assertThat(told).hasSize(1);
        SmoothedTrack track = told.getFirst();
        assertThat(track.first()).as("before it was confirmed").isEqualTo(at(0));
        assertThat(track.last()).isEqualTo(at(399.5));
        assertThat(track.at(at(-0.1))).isNull();
        assertThat(track.at(at(399.6))).isNull();
        double smoothed = 0;
        for (double[] row : live) {
            filtered += row[1];
            smoothed += miss(track.at(at(row[0])), row[0]);
        }
        assertThat(live).hasSizeGreaterThan(95);
        assertThat(smoothed).as("against %s m in all", filtered).isLessThan(0.6 * filtered);
        // 91 km on the way: several frames.
        Track now = sky.tracks().getFirst();
        Kinematics end = track.at(at(399.5));
        assertThat(end.x()).as("nothing is later than the end").isEqualTo(now.kinematics().x());
        assertThat(end.covariance()).isEqualTo(now.kinematics().covariance());
    }

    @Test
    void shouldBridgeTheTimeBetweenWhenATrackWasLostAndFound() {
        Sky sky = recording(SEED + 1);
        fly(sky, 0, 40);
        for (double t = 40; t < 60; t++) {
            sky.tick(t);
        }
        fly(sky, 60, 80);
        assertThat(told).as("kept, to be found again").isEmpty();
        sky.tracker.reconstructLiving(told::add);
        assertThat(told).hasSize(1);
        SmoothedTrack track = told.getFirst();
        assertThat(track.first()).isEqualTo(at(0));
        assertThat(miss(track.at(at(36)), 36)).isLessThan(200);
        assertThat(miss(track.at(at(48)), 48)).as("seen by nobody").isLessThan(300);
        Sky seen = recording(SEED + 1);
        fly(seen, 0, 80);
        seen.tracker.reconstructLiving(told::add);
        assertThat(track.at(at(48)).covariance().at(1, 1))
                .as("less sure than where it was seen")
                .isGreaterThan(1.15 * told.getLast().at(at(48)).covariance().at(1, 1));
        assertThat(miss(track.at(at(60)), 60)).isLessThan(200);
        assertThat(miss(track.at(at(70)), 70)).isLessThan(200);
    }

    /** Begun anew 1.8 km to the north: the jump must not bend what lies before or after it. */
    @Test
    void shouldTellTwoRunsWhenTheAircraftIsFoundElsewhere() {
        Sky sky = recording(SEED + 5);
        Sky.Aircraft elsewhere =
                new Sky.Aircraft(
                        LINER.latitude() + 0.0162, 16.0, 10_000, 220, 60, LINER.address(), 01234);
        for (int s = 0; s < 80; s++) {
            Sky.Aircraft seen = s < 40 ? LINER : elsewhere;
            sky.take(sky.position(Sky.ADSB, seen, s + 0.2, LINER.says()));
            sky.tick(s + 0.9);
        }
        sky.tracker.reconstructLiving(told::add);
        assertThat(told).hasSize(1);
        SmoothedTrack track = told.getFirst();
        assertThat(track.number().serial()).isEqualTo(1);
        assertThat(miss(track.at(at(36)), 36)).isLessThan(80);
        assertThat(track.at(at(42.7))).as("between the runs").isNull();
        assertThat(miss(track.at(at(44)), 44)).isBetween(1_700.0, 1_900.0);
        assertThat(miss(track.at(at(62)), 62)).isBetween(1_750.0, 1_850.0);
    }

    @Test
    void shouldHandATrackOverUpToItsLastReportWhenItEnds() {
        Sky sky = recording(SEED + 2);
        fly(sky, 0, 40);
        for (double t = 40; t < 200; t++) {
            sky.tick(t);
        }
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().number().serial()).isEqualTo(1);
        assertThat(told.getFirst().last()).isEqualTo(at(36));
        sky.tracker.reconstructLiving(told::add);
        assertThat(told).as("once only").hasSize(1);
    }

    /** Plots that come up to 2.5 s late are worth nearly what they are in order. */
    @Test
    void shouldUseLatePlotsNearlyAsWellAsPlotsInOrder() {
        double inOrder = 0;
        double late = 0;
        double without = 0;
        for (int run = 0; run < 12; run++) {
            inOrder += second(run, 0, true);
            late += second(run, 2.5, true);
            without += second(run, 0, false);
        }
        assertThat(without).isGreaterThan(1.1 * inOrder);
        assertThat(late).isLessThan(1.05 * inOrder);
    }

    /** Root of the squared misses of a track that two radars see, the second's plots late. */
    private static double second(int run, double delay, boolean seen) {
        Sky sky = new Sky(SEED + 10 + run).open();
        List<SmoothedTrack> tracks = new ArrayList<>();
        sky.tracker.reconstruct(tracks::add);
        List<SensorReport> reports = new ArrayList<>();
        for (double t = 0; t < 120; t += 4) {
            reports.add(sky.plot(LINER, t));
            Plot other = sky.plot(Sky.SECOND_RADAR, LINER, t + 1.7, LINER.says());
            if (seen) {
                reports.add(received(other, at(t + 1.8 + delay)));
            }
        }
        reports.sort(Comparator.comparingLong(SensorReport::received));
        for (SensorReport report : reports) {
            sky.take(report);
        }
        sky.tick(121);
        sky.tracker.reconstructLiving(tracks::add);
        double sum = 0;
        for (double t = 4; t < 116; t += 1) {
            double miss = miss(tracks.getFirst().at(at(t)), t);
            sum += miss * miss;
        }
        assertThat(tracks).hasSize(1);
        return Math.sqrt(sum);
    }

    private static Plot received(Plot plot, long time) {
        return new Plot(
                plot.sensor(),
                plot.measured(),
                time,
                plot.origin(),
                plot.technology(),
                plot.range(),
                plot.azimuth(),
                plot.elevation(),
                plot.rangeRate(),
                plot.said(),
                -1);
    }

    /** A pressure height is understood only when a geometric one stands beside it. */
    @Test
    void shouldLiftWhatLiesBeforeWhenTheHeightIsUnderstoodLater() {
        Sky sky = recording(SEED + 3);
        fly(sky, 0, 60);
        for (double t = 60; t < 90; t++) {
            Transponder said = LINER.says();
            sky.take(sky.position(Sky.ADSB, LINER, t, said));
            sky.tick(t + 0.5);
        }
        sky.tracker.reconstructLiving(told::add);
        Kinematics early = told.getFirst().at(at(20));
        Kinematics later = told.getFirst().at(at(80));
        double height = height(later);
        assertThat(height)
                .as("geometric: 60 m above the pressure height")
                .isCloseTo(10_060, within(30.0));
        assertThat(height(early)).isCloseTo(height, within(30.0));
    }

    private static double height(Kinematics where) {
        return Wgs84.toGeodetic(where.x(), where.y(), where.z()).height();
    }

    @Test
    void shouldChangeNothingOfTheLivePictureWhenHistoriesAreKept() {
        Sky plain = new Sky(SEED + 4).open();
        Sky kept = recording(SEED + 4);
        fly(plain, 0, 100);
        fly(kept, 0, 100);
        assertThat(kept.changes).isEqualTo(plain.changes);
        StateOutput one = new StateOutput();
        StateOutput other = new StateOutput();
        plain.tracker.write(one);
        kept.tracker.write(other);
        assertThat(other.toBytes()).isEqualTo(one.toBytes());
    }
}
