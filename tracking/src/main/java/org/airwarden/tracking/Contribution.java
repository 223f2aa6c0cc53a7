package org.airwarden.tracking;

import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Technology;
import org.airwarden.model.Time;

/** One sensor's part in one track: what it gave, and what it owes. */
final class Contribution {
    private static final double MOST_SCALE = 1_000;

    final int sensor;
    Technology technology;
    long firstReceived;
    long lastReceived;
    int reports;

    /** When its last report was measured. */
    long lastHit;

    /** When its next report is due; {@link Time#UNKNOWN} when it owes none. */
    long due;

    /** Reports missed one after the other. */
    int missed;

    /** When its last direction was measured, {@link Time#UNKNOWN} where it gave none. */
    long lastStrobe = Time.UNKNOWN;

    /** How much greater its variance is for this track than it claims, 1 or more. */
    double scale = 1;

    Contribution(int sensor, Technology technology) {
        this.sensor = sensor;
        this.technology = technology;
    }

    Contribution copy() {
        Contribution same = new Contribution(sensor, technology);
        same.firstReceived = firstReceived;
        same.lastReceived = lastReceived;
        same.reports = reports;
        same.lastHit = lastHit;
        same.due = due;
        same.missed = missed;
        same.scale = scale;
        same.lastStrobe = lastStrobe;
        return same;
    }

    void hit(Measurement m, double period) {
        if (reports == 0) {
            firstReceived = m.received;
        }
        technology = m.technology;
        lastReceived = m.received;
        reports++;
        lastHit = Math.max(m.time, lastHit);
        due = lastHit + Time.ofSeconds(period);
        missed = 0;
    }

    /**
     * Learns from the squared deviation of a report with the track's address; two or three degrees
     * of freedom give more than 8 once in some 20 to 50 times.
     */
    void learnScale(double distance) {
        if (distance > 8) {
            scale = Math.min(MOST_SCALE, scale * 1.3);
        } else {
            scale = Math.max(1, scale * 0.98);
        }
    }

    void write(StateOutput out) {
        out.putInt(sensor);
        out.putEnum(technology);
        out.putLong(firstReceived);
        out.putLong(lastReceived);
        out.putInt(reports);
        out.putLong(lastHit);
        out.putLong(due);
        out.putInt(missed);
        out.putDouble(scale);
        out.putLong(lastStrobe);
    }

    static Contribution read(StateInput in) {
        Contribution part = new Contribution(in.takeInt(), in.takeEnum(Technology.class));
        part.firstReceived = in.takeLong();
        part.lastReceived = in.takeLong();
        part.reports = in.takeInt();
        part.lastHit = in.takeLong();
        part.due = in.takeLong();
        part.missed = in.takeInt();
        part.scale = in.takeDouble();
        part.lastStrobe = in.takeLong();
        return part;
    }
}
