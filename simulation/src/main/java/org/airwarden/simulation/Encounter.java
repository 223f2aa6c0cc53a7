package org.airwarden.simulation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.airwarden.geodesy.Frame;

/**
 * What an interceptor meets, and whether it destroys it. It flies to where the post's picture says
 * that its target is; what is there in truth is another matter. One thread.
 */
final class Encounter {
    /** How far about the place that it is sent to an interceptor finds something (m): assumed. */
    static final double BASKET = 4_000;

    /** The same for a semi-active system with one wide beam (m): assumed. */
    static final double WIDE_BASKET = 12_000;

    private static final double SECOND = 1e9;

    private final Prepared prepared;
    private final Draws draws;
    private final Airborne airborne;
    private final double[] north;
    private final Map<String, RandomStream> outcomes = new LinkedHashMap<>();
    private final double[] aim = new double[3];
    private final double[] crossSections;

    /**
     * Makes one.
     *
     * @param north by how much each sensor's north is wrong at any time (rad); written by others
     */
    Encounter(Prepared prepared, Draws draws, Airborne airborne, double[] north) {
        this.prepared = prepared;
        this.draws = draws;
        this.airborne = airborne;
        this.north = north;
        crossSections = new double[airborne.size()];
        for (int i = 0; i < crossSections.length; i++) {
            PlatformClass platform = airborne.mover(i).platform();
            crossSections[i] =
                    draws.of(platform.name(), "cross-section", platform.crossSection().value());
        }
    }

    /**
     * Returns what the interceptors of a salvo meet.
     *
     * @param track the track that they were sent to
     * @param largestEcho whether they go for the largest echo near it
     * @param now when they are there (ns since the start)
     * @return the mover's place in the list, or -1 for nothing
     */
    int met(HeldTrack track, boolean largestEcho, long now) {
        if (!prepared.scenario().geometry()) {
            return airborne.isDestroyed(track.mover) ? -1 : track.mover;
        }
        double ahead = (now - track.last) / SECOND;
        aim[0] = track.x + ahead * track.vx;
        aim[1] = track.y + ahead * track.vy;
        aim[2] = track.z + ahead * track.vz;
        turnBack(track.positionFrom);
        double basket = largestEcho ? WIDE_BASKET : BASKET;
        int best = -1;
        double bestWorth = 0;
        for (int i = 0; i < airborne.size(); i++) {
            if (!airborne.isFlying(i, now)) {
                continue;
            }
            Mover.State at = airborne.at(i, now);
            double dx = at.x - aim[0];
            double dy = at.y - aim[1];
            double dz = at.z - aim[2];
            double square = dx * dx + dy * dy + dz * dz;
            if (square > basket * basket) {
                continue;
            }
            // A fluctuating echo is exponential about its mean (Swerling 1).
            double worth =
                    largestEcho
                            ? crossSections[i] * outcomesOf(i).exponential(1)
                            : 1 / (1 + square);
            if (worth > bestWorth) {
                best = i;
                bestWorth = worth;
            }
        }
        return best;
    }

    /** A place that a turned sensor gave is turned back: the beam looks where it looks. */
    private void turnBack(int sensor) {
        if (sensor < 0 || north[sensor] == 0) {
            return;
        }
        Frame frame = prepared.sensorFrame(sensor);
        turn(frame, -north[sensor], aim);
    }

    /**
     * Turns a place about a sensor.
     *
     * @param angle clockwise seen from above (rad)
     * @param place in earth-centred axes, changed
     */
    static void turn(Frame frame, double angle, double[] place) {
        frame.toLocal(place[0], place[1], place[2], place, 0);
        double c = StrictMath.cos(angle);
        double s = StrictMath.sin(angle);
        double east = c * place[0] + s * place[1];
        double northwards = c * place[1] - s * place[0];
        frame.toWorld(east, northwards, place[2], place, 0);
    }

    /** Tells whether any of some interceptors destroys what they meet. */
    boolean destroys(int mover, int shots, double probability) {
        RandomStream outcome = outcomesOf(mover);
        boolean destroyed = false;
        for (int i = 0; i < shots; i++) {
            destroyed |= outcome.happens(probability);
        }
        return destroyed;
    }

    /** Tells whether what is destroyed comes down on what is beneath rather than harmlessly. */
    boolean fallsOnPeople(int mover, double share) {
        return outcomesOf(mover).happens(share);
    }

    private RandomStream outcomesOf(int mover) {
        return outcomes.computeIfAbsent(
                airborne.mover(mover).name(), name -> draws.stream(name, Purpose.OUTCOME));
    }
}
