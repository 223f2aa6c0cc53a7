package org.airwarden.server;

import java.util.List;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.geodesy.Wgs84;
import org.airwarden.geodesy.World;
import org.airwarden.model.Covariance;
import org.airwarden.model.Kinematics;
import org.airwarden.model.Motion;
import org.airwarden.model.Origin;
import org.airwarden.model.PressureHeight;
import org.airwarden.model.Technology;
import org.airwarden.model.Track;
import org.airwarden.model.TrackNumber;
import org.airwarden.model.TrackSource;
import org.airwarden.model.Transponder;

/** Tracks for tests. */
final class Tracks {
    private Tracks() {}

    static Track at(int serial, long time, double latitude, double longitude, double height) {
        return moving(serial, time, latitude, longitude, height, 0, 0, 0);
    }

    static Track moving(
            int serial,
            long time,
            double latitude,
            double longitude,
            double height,
            double east,
            double north,
            double up) {
        GeodeticPosition position = GeodeticPosition.ofDegrees(latitude, longitude, height);
        double[] at = new double[3];
        double[] velocity = new double[3];
        Wgs84.toEarthCentred(position.latitude(), position.longitude(), height, at);
        Frame axes = Frame.tangent(position);
        axes.directionToWorld(east, north, up, velocity, 0);
        return new Track(
                new TrackNumber(1, serial),
                time,
                time,
                time,
                time,
                0,
                World.EARTH,
                new Kinematics(
                        at[0],
                        at[1],
                        at[2],
                        velocity[0],
                        velocity[1],
                        velocity[2],
                        ellipse(axes, 300, 100)),
                true,
                new Motion(Motion.Course.LEFT_TURN, true, Motion.Vertical.CLIMB),
                600,
                new Transponder(
                        0x3C6444,
                        true,
                        01234,
                        "DLH4AB",
                        PressureHeight.ofFeet(35_000),
                        Transponder.Ground.AIRBORNE,
                        Transponder.Emergency.NONE),
                List.of(new TrackSource(2, Technology.COMBINED_MODE_S, time, time, 3)),
                Origin.RECORDED);
    }

    /** A covariance that is large to the north-east, by its two half axes (m). */
    private static Covariance ellipse(Frame axes, double major, double minor) {
        double half = StrictMath.sqrt(0.5);
        double[] along = new double[3];
        double[] across = new double[3];
        axes.directionToWorld(half, half, 0, along, 0);
        axes.directionToWorld(half, -half, 0, across, 0);
        double[] rows = new double[36];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                rows[i * 6 + j] =
                        major * major * along[i] * along[j] + minor * minor * across[i] * across[j];
            }
        }
        return Covariance.ofRows(rows);
    }
}
