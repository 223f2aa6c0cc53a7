package org.airwarden.tracking;

import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Technology;
import org.airwarden.model.Time;

/** One sensor's part in one track: what it gave, and what it owes. */
final class Contribution {
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

    void write(StateOutput out) {
        out.putInt(sensor);
        out.putEnum(technology);
        out.putLong(firstReceived);
        out.putLong(lastReceived);
        out.putInt(reports);
        out.putLong(lastHit);
        out.putLong(due);
        out.putInt(missed);
    }

    static Contribution read(StateInput in) {
        Contribution part = new Contribution(in.takeInt(), in.takeEnum(Technology.class));
        part.firstReceived = in.takeLong();
        part.lastReceived = in.takeLong();
        part.reports = in.takeInt();
        part.lastHit = in.takeLong();
        part.due = in.takeLong();
        part.missed = in.takeInt();
        return part;
    }
}
