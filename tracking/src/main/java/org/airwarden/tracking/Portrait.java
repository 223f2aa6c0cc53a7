package org.airwarden.tracking;

import java.util.ArrayList;
import java.util.List;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.World;
import org.airwarden.model.Covariance;
import org.airwarden.model.Kinematics;
import org.airwarden.model.Motion;
import org.airwarden.model.Time;
import org.airwarden.model.Track;
import org.airwarden.model.TrackNumber;
import org.airwarden.model.TrackSource;

/** Writes a live track as the record that the picture shows. Not thread-safe. */
final class Portrait {
    private final int picture;
    private final MotionModels bank;
    private final MotionFilter filter;
    private final Estimate ahead = new Estimate();
    private final double[] mean = new double[Estimate.STATE];
    private final double[] covariance = new double[Estimate.SQUARE];
    private final double[] position = new double[3];
    private final double[] velocity = new double[3];

    Portrait(int picture, MotionModels bank, MotionFilter filter) {
        this.picture = picture;
        this.bank = bank;
        this.filter = filter;
    }

    /** Returns the track as at its own time, or as predicted to a later one. */
    Track at(LiveTrack track, World world, long time) {
        Estimate estimate = track.estimate;
        long when = Math.max(time, track.time);
        if (when > track.time) {
            ahead.copyFrom(estimate);
            filter.predict(ahead, Time.secondsBetween(track.time, when));
            estimate = ahead;
        }
        average(estimate);
        Motion motion =
                TrackFigures.motion(bank, estimate, mean, covariance, world, track.heightKnown);
        double accuracy = TrackFigures.accuracy(covariance);
        return new Track(
                number(track),
                when,
                track.began,
                track.confirmed,
                track.lastReport,
                track.missedUpdates(),
                world,
                kinematics(track.frame, world, track.heightFromPressure, 0),
                track.heightKnown,
                motion,
                accuracy,
                track.said,
                sources(track),
                track.origin,
                track.isDoubted());
    }

    /**
     * Returns an estimate, all models together, in the world's axes.
     *
     * @param raised how much higher (m) it is than the estimate says
     */
    Kinematics kinematics(
            Estimate estimate,
            Frame frame,
            World world,
            boolean heightFromPressure,
            double raised) {
        average(estimate);
        return kinematics(frame, world, heightFromPressure, raised);
    }

    private void average(Estimate estimate) {
        filter.mean(estimate, mean);
        filter.covariance(estimate, mean, covariance);
    }

    /** Writes what was averaged last. */
    private Kinematics kinematics(
            Frame frame, World world, boolean heightFromPressure, double raised) {
        if (heightFromPressure) {
            covariance[14] += LiveTrack.PRESSURE_BIAS * LiveTrack.PRESSURE_BIAS;
        }
        if (world != World.FLAT) {
            Reanchoring.rotate(covariance, 0, toWorld(frame));
        }
        frame.toWorld(mean[0], mean[1], mean[2] + raised, position, 0);
        frame.directionToWorld(mean[3], mean[4], mean[5], velocity, 0);
        return new Kinematics(
                position[0],
                position[1],
                position[2],
                velocity[0],
                velocity[1],
                velocity[2],
                Covariance.ofRows(covariance));
    }

    TrackNumber number(LiveTrack track) {
        return new TrackNumber(picture, track.serial);
    }

    private static List<TrackSource> sources(LiveTrack track) {
        List<TrackSource> sources = new ArrayList<>(track.contributions.size());
        for (Contribution part : track.contributions) {
            sources.add(
                    new TrackSource(
                            part.sensor,
                            part.technology,
                            part.firstReceived,
                            part.lastReceived,
                            part.reports));
        }
        return sources;
    }

    private static double[] toWorld(Frame frame) {
        return new double[] {
            frame.eastX(), frame.northX(), frame.upX(),
            frame.eastY(), frame.northY(), frame.upY(),
            frame.eastZ(), frame.northZ(), frame.upZ()
        };
    }
}
