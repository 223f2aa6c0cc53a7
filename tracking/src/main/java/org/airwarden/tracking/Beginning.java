package org.airwarden.tracking;

import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.World;
import org.jspecify.annotations.Nullable;

/** Begins tracks from one report each, and learns how a track's heights are to be read. */
final class Beginning {
    /** Before a report, a target may be anywhere about where the report puts it (m). */
    private static final double ANYWHERE = 100_000;

    /** Prior of velocity along one horizontal axis, and of vertical speed (m/s). */
    private static final double SPEED = 160;

    private static final double CLIMB = 8;
    private static final double SPEED_ON_GROUND = 60;

    /** Prior of height where nothing measures it (m). */
    private static final double HEIGHT = 5_000;

    private static final double HEIGHT_SPREAD = 3_500;

    private static final double LEAST_PROMISING = 1e-5;

    private final MotionFilter filter;
    private final Observer observer;
    private final Observation seen = new Observation();
    private boolean keepsHistories;

    Beginning(MotionFilter filter, Observer observer) {
        this.filter = filter;
        this.observer = observer;
    }

    /** Lets every track begun from now on keep its history. */
    void keepHistories() {
        keepsHistories = true;
    }

    /**
     * Returns a tentative track, or null where the report is almost surely another track's.
     *
     * @param alone the probability that no track caused the report
     */
    @Nullable LiveTrack begin(Measurement m, SensorState sensor, World world, double alone) {
        double appearing = sensor.newDensity(m);
        double existence = alone * appearing / (appearing + sensor.falseDensity(m));
        if (alone < 0.02 || existence < LEAST_PROMISING) {
            return null;
        }
        Frame frame = world.frameAt(m.about[0], m.about[1], m.about[2]);
        Estimate estimate = new Estimate();
        frame.toLocal(m.about[0], m.about[1], m.about[2], estimate.mean, 0);
        LiveTrack track = new LiveTrack(frame, estimate, m.origin);
        boolean ground = Observer.isOnGround(m, sensor);
        double[] p = estimate.covariance;
        p[0] = ANYWHERE * ANYWHERE;
        p[7] = p[0];
        p[14] = p[0];
        if (!m.hasHeight() && !ground) {
            p[14] = HEIGHT_SPREAD * HEIGHT_SPREAD;
            estimate.mean[2] = HEIGHT;
        }
        double speed = ground ? SPEED_ON_GROUND : SPEED;
        p[21] = speed * speed;
        p[28] = p[21];
        p[35] = ground && !m.hasHeight() ? 1 : CLIMB * CLIMB;
        open(track);
        track.time = m.time;
        track.began = m.time;
        track.lastReport = m.time;
        track.existence = existence;
        track.firstExistence = existence;
        track.hits = 1;
        track.birthCell = sensor.birthCell(m);
        track.heightKnown = m.hasHeight() || ground;
        learnHeight(track, m, sensor);
        filter.mean(estimate, track.mean);
        observer.observe(track, m, sensor, seen);
        filter.update(estimate, seen);
        track.addressKey = m.addressKey();
        track.hit(m, sensor.owedPeriod());
        track.summarise(filter);
        return track;
    }

    /** Lets a track that begins keep its history, where that is wanted. */
    void open(LiveTrack track) {
        if (keepsHistories) {
            track.history = new History.Start();
        }
    }

    /** Updates a track with a measurement that is surely its own. */
    void update(LiveTrack track, Measurement m, SensorState sensor) {
        observer.observe(track, m, sensor, seen);
        filter.update(track.estimate, seen);
    }

    /** Tells whether a report says nothing of what it is of. */
    static boolean isEcho(Measurement m) {
        return !m.said.hasMode3A() && !m.hasAddress();
    }

    /** Notes where a track's height comes from, and how pressure stands to it. */
    void learnHeight(LiveTrack track, Measurement m, SensorState sensor) {
        boolean pressure = !Double.isNaN(m.pressureHeight);
        boolean geometric = !Double.isNaN(m.geometricHeight);
        if (pressure && geometric) {
            double offset = m.geometricHeight - m.pressureHeight;
            if (!track.offsetKnown) {
                if (track.heightFromPressure) {
                    track.lift(offset - track.heightOffset);
                }
                track.heightOffset = offset;
                track.offsetKnown = true;
                track.heightFromPressure = false;
            } else {
                track.heightOffset += (offset - track.heightOffset) * 0.05;
            }
        } else if (pressure && !track.heightKnown) {
            track.heightFromPressure = true;
        } else if (pressure && track.hits <= 1 && !track.offsetKnown) {
            track.heightFromPressure = true;
        }
        if (m.hasHeight() || Observer.isOnGround(m, sensor)) {
            track.heightKnown = true;
        }
    }
}
