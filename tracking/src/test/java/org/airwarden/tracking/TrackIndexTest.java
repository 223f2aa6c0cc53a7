package org.airwarden.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.geodesy.World;
import org.airwarden.model.Origin;
import org.airwarden.model.Time;
import org.junit.jupiter.api.Test;

/** Holds the index against the gate itself, applied to every track. */
class TrackIndexTest {
    private static final long SEED = 20261121;
    private static final double DEVIATIONS = 5;
    private static final double RANGE_SIGMA = 60;
    private static final double AZIMUTH_SIGMA = 0.0015;

    private final double[] place = new double[3];
    private final double[] plane = new double[3];

    @Test
    void findsEveryTrackThatTheGateTakesOverTheEarth() {
        for (int pass = 0; pass < 6; pass++) {
            holds(World.EARTH, SEED + pass);
        }
    }

    @Test
    void findsEveryTrackThatTheGateTakesInAFlatWorld() {
        for (int pass = 0; pass < 6; pass++) {
            holds(World.FLAT, SEED - pass);
        }
    }

    private void holds(World world, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Frame radar =
                world == World.FLAT
                        ? Frame.flatAt(random.nextDouble(-1e5, 1e5), 0, 100)
                        : Frame.tangent(
                                GeodeticPosition.ofDegrees(
                                        random.nextDouble(-89.9, 89.9),
                                        random.nextDouble(-180, 180),
                                        300));
        Tracks tracks = new Tracks();
        tracks.index.in(world);
        long clock = Time.ofSeconds(1_000);
        List<LiveTrack> all = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            all.add(track(random, world, radar, clock));
            tracks.begin(all.getLast());
        }
        tracks.index.prepare(clock);
        for (int i = 0; i < 300; i++) {
            change(random, all.get(random.nextInt(all.size())), clock);
        }
        for (int i = 0; i < 100; i++) {
            LiveTrack ended = all.remove(random.nextInt(all.size()));
            tracks.end(ended);
        }
        int taken = 0;
        int looked = 0;
        for (int i = 0; i < 200; i++) {
            LiveTrack near = all.get(random.nextInt(all.size()));
            Measurement m = report(random, world, radar, near, clock);
            long reference = clock + Time.ofSeconds(random.nextDouble(-5, 3));
            TrackList found = new TrackList();
            tracks.index.prepare(reference);
            tracks.index.begin();
            boolean searched =
                    tracks.index.near(
                            m, DEVIATIONS * RANGE_SIGMA, DEVIATIONS * AZIMUTH_SIGMA, found);
            assertThat(searched).isTrue();
            found.sort();
            looked += found.size();
            List<LiveTrack> hits = new ArrayList<>();
            for (int k = 0; k < found.size(); k++) {
                hits.add(found.at(k));
            }
            for (LiveTrack track : all) {
                if (isTaken(track, m, radar, reference)) {
                    taken++;
                    assertThat(hits).contains(track);
                }
            }
        }
        assertThat(taken).isGreaterThan(100);
        assertThat(looked).as("looked at, of 200 searches of 900").isLessThan(200 * 900 * 3 / 4);
    }

    private LiveTrack track(SplittableRandom random, World world, Frame radar, long clock) {
        double range = 300_000 * Math.sqrt(random.nextDouble());
        double azimuth = random.nextDouble(2 * Math.PI);
        radar.toWorld(
                range * StrictMath.sin(azimuth), range * StrictMath.cos(azimuth), 0, place, 0);
        Frame frame = world.frameAt(place[0], place[1], place[2]);
        Estimate estimate = new Estimate();
        estimate.mean[2] =
                random.nextInt(50) == 0 ? random.nextDouble(4e5) : random.nextDouble(12_000);
        for (int i = 3; i < 5; i++) {
            estimate.mean[i] = random.nextDouble(-300, 300);
        }
        double position = StrictMath.pow(10, random.nextDouble(2, 8));
        double velocity = StrictMath.pow(10, random.nextDouble(0, 4.5));
        for (int i = 0; i < 3; i++) {
            estimate.covariance[7 * i] = position;
            estimate.covariance[21 + 7 * i] = velocity;
        }
        LiveTrack track = new LiveTrack(frame, estimate, Origin.RECORDED);
        track.time = clock - Time.ofSeconds(random.nextDouble(-1, 15));
        track.heightKnown = random.nextBoolean();
        track.summarise(new MotionFilter(new MotionModels()));
        return track;
    }

    private static void change(SplittableRandom random, LiveTrack track, long clock) {
        track.estimate.mean[0] += random.nextDouble(-30_000, 30_000);
        track.estimate.covariance[0] *= 3;
        track.time = clock;
        track.summarise(new MotionFilter(new MotionModels()));
    }

    private Measurement report(
            SplittableRandom random, World world, Frame radar, LiveTrack near, long clock) {
        Measurement m = new Measurement();
        m.polar = true;
        double lead = Time.secondsBetween(near.time, clock);
        near.frame.toWorld(
                near.mean[0] + lead * near.mean[3] + random.nextDouble(-20_000, 20_000),
                near.mean[1] + lead * near.mean[4] + random.nextDouble(-20_000, 20_000),
                random.nextDouble(12_000),
                m.about,
                0);
        m.vague = random.nextBoolean() ? 0 : random.nextDouble(8_000);
        radar.toLocal(m.about[0], m.about[1], m.about[2], plane, 0);
        m.planeX = plane[0];
        m.planeY = plane[1];
        return m;
    }

    /** The gate of a group: a square in the sensor's plane. */
    private boolean isTaken(LiveTrack track, Measurement m, Frame radar, long reference) {
        double lead = Time.secondsBetween(track.time, reference);
        if (lead < -AddressedReports.LATEST) {
            return false;
        }
        double[] mean = track.mean;
        track.frame.toWorld(
                mean[0] + lead * mean[3],
                mean[1] + lead * mean[4],
                mean[2] + lead * mean[5],
                place,
                0);
        radar.toLocal(place[0], place[1], place[2], plane, 0);
        double distance = Math.sqrt(plane[0] * plane[0] + plane[1] * plane[1]);
        double reach =
                ScanGroup.reach(track, Math.abs(lead))
                        + DEVIATIONS * Math.max(RANGE_SIGMA, AZIMUTH_SIGMA * distance)
                        + m.vague;
        return Math.abs(plane[0] - m.planeX) <= reach && Math.abs(plane[1] - m.planeY) <= reach;
    }
}
