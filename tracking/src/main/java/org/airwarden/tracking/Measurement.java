package org.airwarden.tracking;

import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.geodesy.Polar;
import org.airwarden.geodesy.Wgs84;
import org.airwarden.geodesy.World;
import org.airwarden.model.Origin;
import org.airwarden.model.Plot;
import org.airwarden.model.PositionReport;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Technology;
import org.airwarden.model.Transponder;
import org.airwarden.model.Transponder.Ground;

/**
 * A report that tells where, with its time judged, as tracking works on it. Reused.
 *
 * <p>Either polar (range, azimuth and perhaps elevation, in the sensor's axes) or geodetic (a point
 * of the ellipsoid and its axes). What is not known is NaN.
 */
final class Measurement {
    private static final double HIGHEST = 12_000;
    private static final double USUAL_HEIGHT = 5_000;

    int sensor;
    boolean polar;
    long time;
    long received;
    Origin origin = Origin.LIVE;
    Technology technology = Technology.PRIMARY;
    Transponder said = Transponder.SILENT;

    double range;
    double azimuth;
    double elevation;
    double rangeRate;

    double latitude;
    double longitude;
    double geometricHeight;
    double sigma;
    double velocityEast;
    double velocityNorth;
    double verticalRate;

    /** Pressure height (m). */
    double pressureHeight;

    /** The point of the ellipsoid, and the axes east, north, up there, in the world. */
    Frame surface = Frame.FLAT;

    /** Roughly where, in the world (m), and how far off that may be for want of a height. */
    final double[] about = new double[3];

    double vague;

    /** As reported, before registration took the sensor's biases off. */
    long rawTime;

    double rawRange;
    double rawAzimuth;
    double rawLatitude;
    double rawLongitude;

    /** Where it lies in the plane that a group is gated in (m). */
    double planeX;

    double planeY;

    boolean hasAddress() {
        return said.hasAddress() && canBe(said.address());
    }

    /**
     * Tells whether an aircraft can have an address: all zeros and all ones are never assigned
     * (ICAO Annex 10 vol. III, part I, chapter 9, appendix), and transponders that are set wrongly
     * send them.
     */
    static boolean canBe(int address) {
        return address != 0 && address != 0xFF_FFFF;
    }

    /** Returns the address with its space: anonymous addresses are a space of their own. */
    int addressKey() {
        return hasAddress() ? addressKey(said) : -1;
    }

    static int addressKey(Transponder said) {
        return said.address() | (said.icaoAddress() ? 0 : 1 << 24);
    }

    boolean hasHeight() {
        return !Double.isNaN(pressureHeight)
                || !Double.isNaN(geometricHeight)
                || (polar && !Double.isNaN(elevation));
    }

    void of(Plot plot, long judged, World world, Frame placement) {
        sensor = plot.sensor();
        polar = true;
        time = judged;
        received = plot.received();
        origin = plot.origin();
        technology = plot.technology();
        said = plot.said();
        range = plot.range();
        azimuth = plot.azimuth();
        elevation = plot.elevation();
        rangeRate = plot.rangeRate();
        geometricHeight = Double.NaN;
        sigma = Double.NaN;
        velocityEast = Double.NaN;
        velocityNorth = Double.NaN;
        verticalRate = Double.NaN;
        pressureHeight = said.height() == null ? Double.NaN : said.height().metres();
        place(world, placement);
        keepRaw();
    }

    private void keepRaw() {
        rawTime = time;
        rawRange = range;
        rawAzimuth = azimuth;
        rawLatitude = latitude;
        rawLongitude = longitude;
    }

    void of(PositionReport report, long judged) {
        sensor = report.sensor();
        polar = false;
        time = judged;
        received = report.received();
        origin = report.origin();
        technology = report.technology();
        said = report.said();
        range = Double.NaN;
        azimuth = Double.NaN;
        elevation = Double.NaN;
        rangeRate = Double.NaN;
        latitude = report.latitude();
        longitude = report.longitude();
        geometricHeight =
                report.geometricHeight() == null ? Double.NaN : report.geometricHeight().metres();
        sigma = report.sigma();
        velocityEast = report.velocityEast();
        velocityNorth = report.velocityNorth();
        verticalRate = report.verticalRate();
        pressureHeight = said.height() == null ? Double.NaN : said.height().metres();
        settle();
        keepRaw();
    }

    /** Becomes a copy of a polar measurement. */
    void of(Measurement plot) {
        sensor = plot.sensor;
        polar = true;
        time = plot.time;
        received = plot.received;
        origin = plot.origin;
        technology = plot.technology;
        said = plot.said;
        range = plot.range;
        azimuth = plot.azimuth;
        elevation = plot.elevation;
        rangeRate = plot.rangeRate;
        geometricHeight = Double.NaN;
        sigma = Double.NaN;
        velocityEast = Double.NaN;
        velocityNorth = Double.NaN;
        verticalRate = Double.NaN;
        pressureHeight = plot.pressureHeight;
        System.arraycopy(plot.about, 0, about, 0, 3);
        vague = plot.vague;
        rawTime = plot.rawTime;
        rawRange = plot.rawRange;
        rawAzimuth = plot.rawAzimuth;
    }

    /** Takes biases off a polar measurement. */
    void correct(World world, Frame placement, double trueRange, double trueAzimuth) {
        range = trueRange;
        azimuth = trueAzimuth;
        place(world, placement);
    }

    /** Moves a position (m). */
    void shift(double east, double north) {
        surface.toWorld(east, north, 0, about, 0);
        GeodeticPosition at = Wgs84.toGeodetic(about[0], about[1], about[2]);
        latitude = at.latitude();
        longitude = at.longitude();
        settle();
    }

    /** Finds roughly where a polar measurement lies. */
    private void place(World world, Frame placement) {
        double lift = elevation;
        double placementHeight =
                world.heightOf(placement.originX(), placement.originY(), placement.originZ());
        vague = 0;
        if (Double.isNaN(lift) || !Double.isNaN(pressureHeight)) {
            boolean ground = said.ground() == Ground.ON_GROUND;
            double height = ground ? placementHeight : USUAL_HEIGHT;
            if (!Double.isNaN(pressureHeight)) {
                height = pressureHeight;
            }
            lift = Polar.elevationForHeight(world, placement, range, azimuth, height);
            if (Double.isNaN(pressureHeight) && !ground) {
                double top = Math.min(range, HIGHEST);
                vague = range - Math.sqrt(range * range - top * top);
            }
        }
        Polar.locate(placement, range, azimuth, lift, about);
    }

    private void settle() {
        surface = Frame.tangent(new GeodeticPosition(latitude, longitude, 0));
        double height = USUAL_HEIGHT;
        if (!Double.isNaN(geometricHeight)) {
            height = geometricHeight;
        } else if (!Double.isNaN(pressureHeight)) {
            height = pressureHeight;
        }
        Wgs84.toEarthCentred(latitude, longitude, height, about);
        vague = 0;
    }

    /** Tells whether the numbers can be worked on at all. */
    boolean isSound() {
        boolean sound = Double.isFinite(about[0] + about[1] + about[2] + vague);
        return sound && (!polar || range > 0);
    }

    void write(StateOutput out) {
        out.putInt(sensor);
        out.putBoolean(polar);
        out.putLong(time);
        out.putLong(received);
        out.putEnum(origin);
        out.putEnum(technology);
        Transponders.write(out, said);
        out.putDouble(range);
        out.putDouble(azimuth);
        out.putDouble(elevation);
        out.putDouble(rangeRate);
        out.putDouble(latitude);
        out.putDouble(longitude);
        out.putDouble(geometricHeight);
        out.putDouble(sigma);
        out.putDouble(velocityEast);
        out.putDouble(velocityNorth);
        out.putDouble(verticalRate);
        out.putDouble(pressureHeight);
        out.putDoubles(about);
        out.putDouble(vague);
        out.putLong(rawTime);
        out.putDouble(rawRange);
        out.putDouble(rawAzimuth);
        out.putDouble(rawLatitude);
        out.putDouble(rawLongitude);
    }

    static Measurement read(StateInput in) {
        Measurement m = new Measurement();
        m.sensor = in.takeInt();
        m.polar = in.takeBoolean();
        m.time = in.takeLong();
        m.received = in.takeLong();
        m.origin = in.takeEnum(Origin.class);
        m.technology = in.takeEnum(Technology.class);
        m.said = Transponders.read(in);
        m.range = in.takeDouble();
        m.azimuth = in.takeDouble();
        m.elevation = in.takeDouble();
        m.rangeRate = in.takeDouble();
        m.latitude = in.takeDouble();
        m.longitude = in.takeDouble();
        m.geometricHeight = in.takeDouble();
        m.sigma = in.takeDouble();
        m.velocityEast = in.takeDouble();
        m.velocityNorth = in.takeDouble();
        m.verticalRate = in.takeDouble();
        m.pressureHeight = in.takeDouble();
        in.takeDoubles(m.about);
        m.vague = in.takeDouble();
        m.rawTime = in.takeLong();
        m.rawRange = in.takeDouble();
        m.rawAzimuth = in.takeDouble();
        m.rawLatitude = in.takeDouble();
        m.rawLongitude = in.takeDouble();
        if (!m.polar) {
            m.settle();
        }
        return m;
    }
}
