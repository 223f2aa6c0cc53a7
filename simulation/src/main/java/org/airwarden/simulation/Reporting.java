package org.airwarden.simulation;

import java.util.ArrayList;
import java.util.List;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.geodesy.Polar;
import org.airwarden.geodesy.Terrain;
import org.airwarden.geodesy.Wgs84;
import org.airwarden.geodesy.World;
import org.airwarden.model.GeometricHeight;
import org.airwarden.model.Observation;
import org.airwarden.model.Origin;
import org.airwarden.model.Plot;
import org.airwarden.model.PositionReport;
import org.airwarden.model.PressureHeight;
import org.airwarden.model.Sensor;
import org.airwarden.model.SensorReport;
import org.airwarden.model.ServiceMessage;
import org.airwarden.model.Site;
import org.airwarden.model.Strobe;
import org.airwarden.model.Technology;
import org.airwarden.model.Transponder;
import org.airwarden.model.Transponder.Emergency;
import org.airwarden.model.Transponder.Ground;
import org.jspecify.annotations.Nullable;

/**
 * What sensors of a scenario see, as the reports that a picture takes in. Everything says that it
 * is simulated. Sensors have the numbers of their places in the scenario. Immutable; any thread.
 *
 * <p>The site holds each sensor as its owner believes it to stand and to work: without its faults.
 */
final class Reporting {
    /** System area code of all simulated sensors; their identification codes count from 1. */
    static final int AREA_CODE = 250;

    private static final double FOOT = 0.3048;
    private static final int CODES = 255;

    private final long start;
    private final double pressureOffset;
    private final List<Sensor> sensors = new ArrayList<>();
    private final Site site;

    /** Prepares. */
    Reporting(Scenario scenario, Terrain terrain) {
        start = scenario.start();
        pressureOffset = scenario.pressureOffset();
        for (SensorSite one : scenario.sensors()) {
            RadarClass radar = scenario.catalogue().radars().get(String.valueOf(one.radar()));
            sensors.add(sensor(sensors.size(), one, radar, terrain));
        }
        site = new Site(start, scenario.name(), World.EARTH, sensors);
    }

    private static Sensor sensor(
            int number, SensorSite site, @Nullable RadarClass radar, Terrain terrain) {
        double unknown = Double.NaN;
        double range = Math.max(site.range(), site.secondaryRange());
        return new Sensor(
                number,
                site.name(),
                kind(site.kind()),
                AREA_CODE - number / CODES,
                1 + number % CODES,
                Frame.tangent(new Outlook(site, terrain).position),
                radar != null ? radar.rangeSigma() : unknown,
                radar != null ? radar.azimuthSigma() : unknown,
                radar != null ? radar.heightSigma() / (radar.range().value().mode() / 2) : unknown,
                switch (site.kind()) {
                    case ADSB -> ReceiverWatch.BROADCAST_SIGMA;
                    case MLAT -> ReceiverWatch.MEASURED_SIGMA;
                    default -> unknown;
                },
                unknown,
                radar != null ? site.falsePlots().mode() : unknown,
                radar != null ? radar.period() : 1,
                range > 0 ? range : unknown);
    }

    private static Sensor.Kind kind(SensorSite.Kind kind) {
        return switch (kind) {
            case RADAR -> Sensor.Kind.RADAR;
            case ADSB -> Sensor.Kind.ADSB;
            case MLAT -> Sensor.Kind.MLAT;
            case DIRECTION_FINDER -> Sensor.Kind.DIRECTION_FINDER;
            case ACOUSTIC, OBSERVERS -> Sensor.Kind.OBSERVER;
        };
    }

    /** Returns the site that a picture is told of. */
    Site site() {
        return site;
    }

    /**
     * Returns a detection as reports: a plot, a position, a bearing, or what people or microphones
     * tell.
     *
     * @param received when the host takes it in (ns since 1970)
     */
    List<SensorReport> reports(Detection seen, long received) {
        return switch (sensors.get(seen.sensor).kind()) {
            case RADAR -> List.of(plot(seen, received));
            case ADSB, MLAT -> List.of(position(seen, received));
            case DIRECTION_FINDER -> List.of(bearing(seen, received));
            case OBSERVER -> List.of(observation(seen, received));
            default -> List.of();
        };
    }

    private Strobe bearing(Detection seen, long received) {
        return new Strobe(
                seen.sensor,
                start + seen.claimed,
                received,
                Origin.SIMULATED,
                Strobe.Kind.EMISSION,
                seen.azimuth,
                ListeningWatch.azimuthSigma(SensorSite.Kind.DIRECTION_FINDER),
                Double.NaN,
                Double.NaN);
    }

    /** People tell a direction, a distance, a height and a kind; microphones no distance. */
    private Observation observation(Detection seen, long received) {
        double unknown = Double.NaN;
        boolean people = !Double.isNaN(seen.range);
        double part = ListeningWatch.RANGE_SHARE;
        return new Observation(
                seen.sensor,
                start + seen.claimed,
                start + seen.ready,
                received,
                Origin.SIMULATED,
                null,
                unknown,
                unknown,
                unknown,
                seen.azimuth,
                ListeningWatch.azimuthSigma(
                        people ? SensorSite.Kind.OBSERVERS : SensorSite.Kind.ACOUSTIC),
                seen.range,
                part * seen.range,
                unknown,
                unknown,
                Double.isNaN(seen.height) ? unknown : Math.max(0, seen.height * (1 - 2 * part)),
                seen.height * (1 + 2 * part),
                1,
                craft(seen.kind),
                null);
    }

    private static Observation.Craft craft(PlatformClass.@Nullable Kind kind) {
        return switch (kind) {
            case null -> Observation.Craft.UNKNOWN;
            case AIRCRAFT -> Observation.Craft.JET;
            case HELICOPTER -> Observation.Craft.HELICOPTER;
            case DRONE, DECOY -> Observation.Craft.DRONE;
            case CRUISE_MISSILE, GLIDE_WEAPON, BALLISTIC_MISSILE -> Observation.Craft.MISSILE;
        };
    }

    /**
     * Returns what a radar says of its beam when a batch is complete: that it passes north, or
     * enters a sector.
     *
     * @param watch the radar
     * @param time the batch's end (ns since the start)
     * @param received when the host takes it in (ns since 1970)
     */
    ServiceMessage service(RadarWatch watch, long time, long received) {
        double beam = watch.beamAt(time);
        boolean north = Math.abs(Angle.small(beam)) < 1e-6;
        return new ServiceMessage(
                watch.number,
                start + time + watch.timeBias,
                received,
                Origin.SIMULATED,
                north ? ServiceMessage.Kind.NORTH_MARK : ServiceMessage.Kind.SECTOR,
                north ? 0 : beam,
                north ? watch.period() * 1e-9 : Double.NaN);
    }

    private Plot plot(Detection seen, long received) {
        Frame at = placement(seen.sensor);
        double elevation = Double.NaN;
        if (!Double.isNaN(seen.height)) {
            elevation =
                    Polar.elevationForHeight(
                            World.EARTH, at, seen.range, seen.azimuth, seen.height);
        }
        return new Plot(
                seen.sensor,
                start + seen.claimed,
                received,
                Origin.SIMULATED,
                technology(seen),
                seen.range,
                seen.azimuth,
                elevation,
                Double.NaN,
                seen.reply ? said(seen, Ground.UNKNOWN) : Transponder.SILENT,
                -1);
    }

    private Frame placement(int sensor) {
        Frame frame = sensors.get(sensor).placement();
        if (frame == null) {
            throw new IllegalStateException("every simulated sensor stands somewhere");
        }
        return frame;
    }

    private static Technology technology(Detection seen) {
        if (!seen.reply) {
            return Technology.PRIMARY;
        }
        return hasAddress(seen.said)
                ? seen.echo ? Technology.COMBINED_MODE_S : Technology.MODE_S
                : seen.echo ? Technology.COMBINED : Technology.SECONDARY;
    }

    private static boolean hasAddress(Answering said) {
        return said.equipment() == Answering.Equipment.MODE_S
                || said.equipment() == Answering.Equipment.ADSB;
    }

    /** What a transponder says. Mode S tells heights in steps of 25 feet, Mode C of 100. */
    private Transponder said(Detection seen, Ground ground) {
        Answering said = seen.said;
        boolean modeS = hasAddress(said);
        int step = modeS ? 25 : 100;
        long feet = StrictMath.round((seen.told + pressureOffset) / FOOT / step) * step;
        return new Transponder(
                modeS ? said.address() : -1,
                true,
                said.mode3A(),
                modeS ? said.callSign() : null,
                PressureHeight.ofFeet((double) feet),
                ground,
                said.mode3A() >= 0 ? Emergency.ofMode3A(said.mode3A()) : Emergency.NONE);
    }

    private PositionReport position(Detection seen, long received) {
        GeodeticPosition at = Wgs84.toGeodetic(seen.x, seen.y, seen.z);
        double across = Math.sqrt(seen.x * seen.x + seen.y * seen.y);
        double cosine = across > 0 ? seen.x / across : 1;
        double sine = across > 0 ? seen.y / across : 0;
        double outward = cosine * seen.vx + sine * seen.vy;
        double sinLatitude = StrictMath.sin(at.latitude());
        double cosLatitude = StrictMath.cos(at.latitude());
        return new PositionReport(
                seen.sensor,
                start + seen.claimed,
                received,
                Origin.SIMULATED,
                seen.broadcast ? Technology.ADSB : Technology.MLAT,
                at.latitude(),
                at.longitude(),
                seen.broadcast ? new GeometricHeight(seen.told) : null,
                seen.broadcast ? ReceiverWatch.CLAIMED_SIGMA : ReceiverWatch.MEASURED_SIGMA,
                cosine * seen.vy - sine * seen.vx,
                cosLatitude * seen.vz - sinLatitude * outward,
                seen.broadcast ? sinLatitude * seen.vz + cosLatitude * outward : Double.NaN,
                said(seen, seen.broadcast ? Ground.AIRBORNE : Ground.UNKNOWN),
                -1);
    }
}
