package org.airwarden.tracking;

import java.util.ArrayList;
import java.util.List;
import org.airwarden.model.Observation.Craft;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Time;
import org.jspecify.annotations.Nullable;

/** What people told of a track: who, when, what it was and how many. Plain data. */
final class Witness {
    /** Different people that are remembered. */
    private static final int MOST = 8;

    /** Those who told, each as post and name, in the order in which they did. */
    final List<String> observers = new ArrayList<>(2);

    Craft type = Craft.UNKNOWN;
    int number;
    long last = Time.UNKNOWN;
    int reports;

    Witness() {}

    /** Takes what one told; returns whether it is someone who had not told of the track before. */
    boolean take(org.airwarden.model.Observation told, long time) {
        reports++;
        last = Math.max(last, time);
        if (told.type() != Craft.UNKNOWN) {
            type = told.type();
        }
        number = told.number() > 0 ? told.number() : number;
        String who = who(told.sensor(), told.observer());
        if (observers.contains(who)) {
            return false;
        }
        if (observers.size() < MOST) {
            observers.add(who);
        }
        return true;
    }

    private static String who(int sensor, @Nullable String name) {
        return sensor + "/" + (name == null ? "" : name);
    }

    Witness copy() {
        Witness same = new Witness();
        same.observers.addAll(observers);
        same.type = type;
        same.number = number;
        same.last = last;
        same.reports = reports;
        return same;
    }

    void write(StateOutput out) {
        out.putInt(observers.size());
        for (String observer : observers) {
            out.putText(observer);
        }
        out.putEnum(type);
        out.putInt(number);
        out.putLong(last);
        out.putInt(reports);
    }

    static Witness read(StateInput in) {
        Witness witness = new Witness();
        for (int left = in.takeCount(); left > 0; left--) {
            String who = in.takeText();
            witness.observers.add(who == null ? "" : who);
        }
        witness.type = in.takeEnum(Craft.class);
        witness.number = in.takeInt();
        witness.last = in.takeLong();
        witness.reports = in.takeInt();
        return witness;
    }
}
