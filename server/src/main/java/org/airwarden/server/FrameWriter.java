package org.airwarden.server;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.geodesy.Wgs84;
import org.airwarden.model.Covariance;
import org.airwarden.model.Kinematics;
import org.airwarden.model.Motion;
import org.airwarden.model.Origin;
import org.airwarden.model.PressureHeight;
import org.airwarden.model.Technology;
import org.airwarden.model.Time;
import org.airwarden.model.Track;
import org.airwarden.model.TrackSource;
import org.airwarden.model.Transponder;

/**
 * Writes the binary frames that {@code docs/reference/wire.md} specifies. Tracks are brought
 * forward to the picture's clock in a straight line. One thread.
 */
final class FrameWriter {
    static final int HEADER_SIZE = 32;
    static final int RECORD_SIZE = 36;

    private static final int UNKNOWN = Short.MIN_VALUE;
    private static final double QUARTER_LEVEL = 7.62; // 25 ft (m)
    private static final double FULL_TURN = 2 * StrictMath.PI;

    /** A source counts as "lately" for this long (ns). */
    private static final long LATELY = 12 * Time.SECOND;

    private final double[] local = new double[3];
    private final double[] row = new double[9];

    /** Returns a frame, ready to be read. */
    ByteBuffer write(PictureBoard.News news, int sequence) {
        int size = HEADER_SIZE + RECORD_SIZE * news.changed().size() + 4 * news.ended().size();
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        int flags = (news.whole() ? 1 : 0) | (news.simulated() ? 2 : 0) | (news.cleared() ? 4 : 0);
        out.put((byte) 'A').put((byte) 'W').put((byte) 1).put((byte) flags);
        out.putInt(sequence);
        out.putDouble(news.clock() == Time.UNKNOWN ? 0 : news.clock() / 1e6);
        out.putInt(news.changed().size()).putInt(news.ended().size());
        out.putInt(news.live()).putInt(0);
        for (Track track : news.changed()) {
            writeTrack(out, track, news.clock());
        }
        for (Integer serial : news.ended()) {
            out.putInt(serial);
        }
        return out.flip();
    }

    private void writeTrack(ByteBuffer out, Track track, long clock) {
        Kinematics at = track.kinematics();
        double ahead = Math.max(0, Time.secondsBetween(track.time(), clock));
        GeodeticPosition position =
                Wgs84.toGeodetic(
                        at.x() + at.vx() * ahead,
                        at.y() + at.vy() * ahead,
                        at.z() + at.vz() * ahead);
        Frame axes = Frame.tangent(position);
        axes.directionToLocal(at.vx(), at.vy(), at.vz(), local, 0);
        double speed = StrictMath.sqrt(local[0] * local[0] + local[1] * local[1]);
        PressureHeight pressure = track.said().height();

        out.putInt(track.number().serial());
        out.putInt((int) StrictMath.round(position.latitudeDegrees() * 1e7));
        out.putInt((int) StrictMath.round(position.longitudeDegrees() * 1e7));
        out.putShort(pressure == null ? (short) UNKNOWN : level(pressure.metres()));
        out.putShort(track.heightKnown() ? level(position.height()) : (short) UNKNOWN);
        out.putShort(track.heightKnown() ? clamp(local[2] * 10) : (short) UNKNOWN);
        out.putShort((short) Math.min(65_535, StrictMath.round(speed * 10)));
        out.putShort(turn(StrictMath.atan2(local[0], local[1])));
        writeEllipse(out, at.covariance(), axes);
        out.putShort(
                (short)
                        Math.clamp(
                                StrictMath.round(
                                        Time.secondsBetween(track.lastReport(), clock) * 10),
                                0,
                                65_535));
        out.put((byte) status(track));
        out.put((byte) seenBy(track, clock));
        out.put((byte) 0); // identity: pending, until something evaluates it
        out.put((byte) Math.min(255, track.missedUpdates()));
        out.put((byte) motion(track.motion()));
        out.put((byte) track.accuracyCategory());
    }

    /** The horizontal part of the position's covariance as half axes and direction. */
    private void writeEllipse(ByteBuffer out, Covariance covariance, Frame axes) {
        row[0] = axes.eastX();
        row[1] = axes.eastY();
        row[2] = axes.eastZ();
        row[3] = axes.northX();
        row[4] = axes.northY();
        row[5] = axes.northZ();
        double east = turned(covariance, 0, 0);
        double north = turned(covariance, 3, 3);
        double both = turned(covariance, 0, 3);
        double mean = (east + north) / 2;
        double spread = StrictMath.sqrt((east - north) * (east - north) / 4 + both * both);
        out.putShort(metres(mean + spread));
        out.putShort(metres(mean - spread));
        // Direction of the major axis, clockwise from north: half of atan2(2 c_en, c_nn - c_ee).
        out.putShort(turn(StrictMath.atan2(2 * both, north - east) / 2));
    }

    private double turned(Covariance covariance, int left, int right) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                sum += row[left + i] * covariance.at(i, j) * row[right + j];
            }
        }
        return sum;
    }

    private static short metres(double variance) {
        return (short) Math.min(65_535, StrictMath.round(StrictMath.sqrt(Math.max(0, variance))));
    }

    private static int status(Track track) {
        return (track.isConfirmed() ? 1 : 0)
                | (track.isCoasting() ? 2 : 0)
                | (track.said().ground() == Transponder.Ground.ON_GROUND ? 4 : 0)
                | (track.origin() == Origin.SIMULATED ? 8 : 0)
                | (track.said().emergency() != Transponder.Emergency.NONE ? 16 : 0)
                | (track.doubted() ? 32 : 0);
    }

    private static int motion(Motion motion) {
        int course =
                switch (motion.course()) {
                    case UNDETERMINED -> 0;
                    case CONSTANT -> 1;
                    case RIGHT_TURN -> 2;
                    case LEFT_TURN -> 3;
                };
        int vertical =
                switch (motion.vertical()) {
                    case UNDETERMINED -> 0;
                    case LEVEL -> 1;
                    case CLIMB -> 2;
                    case DESCENT -> 3;
                };
        return course
                | vertical << 2
                | (motion.accelerating() ? 16 : 0)
                | (motion.ballistic() ? 32 : 0);
    }

    private static int seenBy(Track track, long clock) {
        int bits = 0;
        for (TrackSource source : track.sources()) {
            if (clock - source.last() <= LATELY) {
                bits |= bit(source.technology());
            }
        }
        return bits;
    }

    private static int bit(Technology technology) {
        return switch (technology) {
            case PRIMARY -> 1;
            case SECONDARY -> 2;
            case COMBINED -> 3;
            case MODE_S -> 4;
            case COMBINED_MODE_S -> 5;
            case ADSB, ADSR -> 8;
            case MLAT -> 16;
            case SYSTEM_TRACK, TISB -> 32;
            case STROBE -> 64;
            case OBSERVER -> 128;
        };
    }

    private static short level(double metres) {
        return clamp(metres / QUARTER_LEVEL);
    }

    private static short clamp(double value) {
        return (short) Math.clamp(StrictMath.round(value), Short.MIN_VALUE + 1, Short.MAX_VALUE);
    }

    private static short turn(double radians) {
        return (short) StrictMath.round(radians / FULL_TURN * 65_536);
    }
}
