package org.airwarden.tracking;

import org.airwarden.geodesy.Frame;
import org.airwarden.model.Time;

/**
 * Counts the reports that sensors owe tracks and did not give. Holds working space; not
 * thread-safe.
 */
final class Coasting {
    /** A report is late, and missed, after this share of the period beyond its due time. */
    private static final double GRACE = 0.25;

    /** Reports that a sensor may miss, while others see the track, before it owes none. */
    private static final int GIVEN_UP = 5;

    private final TrackLife life;
    private final Registration registration;
    private final double[] place = new double[3];

    Coasting(TrackLife life, Registration registration) {
        this.life = life;
        this.registration = registration;
    }

    /** Counts the reports that are overdue at a clock. */
    void coast(LiveTrack track, Sensors sensors, long clock) {
        boolean placed = false;
        for (int i = 0; i < track.contributions.size(); i++) {
            Contribution part = track.contributions.get(i);
            if (part.due == Time.UNKNOWN) {
                continue;
            }
            SensorState sensor = sensors.of(part.sensor);
            if (registration.isHeldOut(part.sensor)) {
                part.due = Time.UNKNOWN;
                continue;
            }
            if (sensor.edge() > 0) {
                if (!placed) {
                    place(track, clock);
                    placed = true;
                }
                if (isBeyond(sensor)) {
                    part.due = Time.UNKNOWN;
                    continue;
                }
            }
            if (clock <= part.due) {
                continue;
            }
            double period = sensor.owedPeriod();
            long grace = Time.ofSeconds(GRACE * period) + sensor.clock.usualDelay();
            long step = Time.ofSeconds(period);
            while (part.due != Time.UNKNOWN && clock > part.due + grace) {
                count(track, part, sensor, clock);
                if (part.due != Time.UNKNOWN) {
                    part.due += step;
                }
            }
        }
    }

    /** Counts one report that a sensor owed and did not give. */
    void miss(LiveTrack track, Contribution part, SensorState sensor, long clock) {
        if (sensor.edge() > 0) {
            place(track, clock);
            if (isBeyond(sensor)) {
                part.missed++;
                part.due = Time.UNKNOWN;
                return;
            }
        }
        count(track, part, sensor, clock);
    }

    private void count(LiveTrack track, Contribution part, SensorState sensor, long clock) {
        part.missed++;
        double lives = track.existence * life.survival(sensor.owedPeriod());
        track.existence =
                sensor.isSilent(clock) ? lives : TrackLife.missed(lives, sensor.detection());
        if (part.missed >= GIVEN_UP && part.lastHit < track.lastReport) {
            part.due = Time.UNKNOWN;
        }
    }

    private void place(LiveTrack track, long clock) {
        double lead = Time.secondsBetween(track.time, clock);
        track.placeAfter(lead, place);
    }

    /** Tells whether what was placed left what a radar can see. */
    private boolean isBeyond(SensorState sensor) {
        Frame at = sensor.sensor().placement();
        if (at == null) {
            return false;
        }
        double edge = sensor.edge();
        double dx = place[0] - at.originX();
        double dy = place[1] - at.originY();
        double dz = place[2] - at.originZ();
        return dx * dx + dy * dy + dz * dz > edge * edge;
    }
}
