package org.airwarden.simulation;

import java.util.List;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.geodesy.Wgs84;

/** An airway or a corridor as legs in frames of their own. Immutable; any thread. */
final class Band {
    private static final double COURSE = StrictMath.cos(StrictMath.toRadians(35));

    private final Corridor corridor;
    private final Frame[] frames;
    private final double[] east;
    private final double[] north;
    private final double[] length;

    Band(Corridor corridor) {
        this.corridor = corridor;
        List<Place> axis = corridor.axis();
        int legs = axis.size() - 1;
        frames = new Frame[legs];
        east = new double[legs];
        north = new double[legs];
        length = new double[legs];
        double[] world = new double[3];
        double[] local = new double[3];
        for (int i = 0; i < legs; i++) {
            Place from = axis.get(i);
            Place to = axis.get(i + 1);
            frames[i] = Frame.tangent(new GeodeticPosition(from.latitude(), from.longitude(), 0));
            Wgs84.toEarthCentred(to.latitude(), to.longitude(), 0, world);
            frames[i].toLocal(world[0], world[1], world[2], local, 0);
            length[i] = StrictMath.sqrt(local[0] * local[0] + local[1] * local[1]);
            east[i] = local[0] / length[i];
            north[i] = local[1] / length[i];
        }
    }

    Corridor.Use use() {
        return corridor.use();
    }

    /**
     * Tells whether something flies along it: inside, and within 35 degrees of one of its two
     * directions.
     *
     * @param track what flies
     * @param local three numbers to work with
     */
    boolean holds(HeldTrack track, double[] local) {
        if (!(track.height >= corridor.floor() && track.height <= corridor.ceiling())) {
            return false;
        }
        for (int i = 0; i < frames.length; i++) {
            frames[i].toLocal(track.x, track.y, track.z, local, 0);
            double along = local[0] * east[i] + local[1] * north[i];
            double across = local[0] * north[i] - local[1] * east[i];
            if (along < -corridor.halfWidth()
                    || along > length[i] + corridor.halfWidth()
                    || Math.abs(across) > corridor.halfWidth()) {
                continue;
            }
            frames[i].directionToLocal(track.vx, track.vy, track.vz, local, 0);
            double speed = StrictMath.sqrt(local[0] * local[0] + local[1] * local[1]);
            double direct = Math.abs(local[0] * east[i] + local[1] * north[i]);
            if (direct >= COURSE * speed) {
                return true;
            }
        }
        return false;
    }
}
