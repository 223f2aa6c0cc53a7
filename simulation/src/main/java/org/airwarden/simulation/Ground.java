package org.airwarden.simulation;

import java.util.Arrays;
import java.util.List;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.geodesy.Wgs84;
import org.airwarden.warning.Outline;

/**
 * What happens on the ground: impacts, debris, people warned and not, airports closed, supplies
 * cut. One thread.
 */
final class Ground {
    /** Radius within which people are under debris of something that falls (m): assumed. */
    static final double DEBRIS_RADIUS = 60;

    /** How long an alarm lasts after the last sign of a threat (s): ten minutes in a shelter. */
    static final double ALARM = 600;

    private static final double SECOND = 1e9;
    private static final long NEVER = Long.MAX_VALUE;

    private final Prepared prepared;
    private final EventQueue queue;
    private final Tally tally;
    private final Chronicle chronicle;
    private final List<DefendedArea> areas;
    private final double[] shelter;
    private final double[] repair;
    private final long[] released;
    private final long[] lastThreat;
    private final long[] worksFrom;
    private final boolean[] drafted;
    private final int[] hits;
    private final int[] hitsSince;
    private final boolean[] closed;
    private final long[] closedSince;
    private long firstImpact = NEVER;
    private final double[] world = new double[3];
    private final double[] local = new double[3];

    Ground(Prepared prepared, Draws draws, EventQueue queue, Tally tally, Chronicle chronicle) {
        this.prepared = prepared;
        this.queue = queue;
        this.tally = tally;
        this.chronicle = chronicle;
        areas = prepared.scenario().areas();
        int n = areas.size();
        shelter = new double[n];
        repair = new double[n];
        released = new long[n];
        lastThreat = new long[n];
        worksFrom = new long[n];
        drafted = new boolean[n];
        hits = new int[n];
        hitsSince = new int[n];
        closed = new boolean[n];
        closedSince = new long[n];
        Arrays.fill(released, NEVER);
        for (int i = 0; i < n; i++) {
            shelter[i] = draws.of(areas.get(i).name(), "shelter", areas.get(i).shelter());
            repair[i] = draws.of(areas.get(i).name(), "repair", areas.get(i).repair());
        }
        for (SupplyRoute route : prepared.scenario().supplies()) {
            if (route.perHour() > 0) {
                planDelivery(route, (long) (1800 / route.perHour() * SECOND));
            }
        }
    }

    /** When the first threat struck (ns since the start), or Long.MAX_VALUE. */
    long firstImpact() {
        return firstImpact;
    }

    // ---- warnings

    /**
     * A post sees an area threatened.
     *
     * @param releaseDelay time that its crew takes to release a warning (s)
     */
    void threaten(int area, long now, double releaseDelay, String post) {
        lastThreat[area] = now;
        if (!drafted[area]) {
            drafted[area] = true;
            queue.plan(now + (long) (releaseDelay * SECOND), time -> release(area, time, post));
        }
    }

    private void release(int area, long now, String post) {
        released[area] = now;
        hitsSince[area] = 0;
        tally.count(RunMeasure.WARNINGS);
        if (chronicle.isKept()) {
            chronicle.add(now, Chronicle.Kind.WARNING, post, "warns " + areas.get(area).name());
        }
        close(area, now);
        queue.plan(now + (long) (ALARM * SECOND), time -> clear(area, time, post));
    }

    private void clear(int area, long now, String post) {
        long ends = lastThreat[area] + (long) (ALARM * SECOND);
        if (ends > now) {
            queue.plan(ends, time -> clear(area, time, post));
            return;
        }
        endAlarm(area, now);
        drafted[area] = false;
        released[area] = NEVER;
        if (chronicle.isKept()) {
            chronicle.add(
                    now, Chronicle.Kind.WARNING, post, "all clear for " + areas.get(area).name());
        }
        worksFrom[area] = Math.max(worksFrom[area], now + (long) (repair[area] * SECOND));
        queue.plan(worksFrom[area], time -> open(area, time));
    }

    private void endAlarm(int area, long now) {
        if (hitsSince[area] == 0) {
            tally.count(RunMeasure.FALSE_WARNINGS);
            tally.add(
                    RunMeasure.FALSE_MINUTES,
                    areas.get(area).people() * (now - released[area]) / SECOND / 60);
        }
    }

    // ---- impacts

    /** Something of the raid strikes where it is. */
    void strike(Mover mover, Mover.State at, double radius, long now) {
        firstImpact = Math.min(firstImpact, now);
        if (chronicle.isKept()) {
            chronicle.add(now, Chronicle.Kind.IMPACT, mover.name(), "strikes " + placeOf(at));
        }
        for (int i = 0; i < areas.size(); i++) {
            Outline outline = prepared.outline(i);
            outline.frame().toLocal(at.x, at.y, at.z, local, 0);
            if (local[0] * local[0] + local[1] * local[1]
                            > (outline.radius() + radius) * (outline.radius() + radius)
                    || outline.distance(local[0], local[1]) > radius) {
                continue;
            }
            boolean warned = isWarned(i, now);
            double people = peopleWithin(i, radius);
            tally.count(RunMeasure.IMPACTS);
            tally.add(RunMeasure.PEOPLE_UNDER_FIRE, people);
            if (warned) {
                tally.count(RunMeasure.IMPACTS_WARNED);
                tally.add(RunMeasure.PEOPLE_WARNED, people);
            }
            hit(i, now);
        }
    }

    private void hit(int area, long now) {
        DefendedArea struck = areas.get(area);
        if (hits[area] == 0 && tally.sum(RunMeasure.STRUCK) == 0) {
            tally.count(RunMeasure.STRUCK);
            if (released[area] != NEVER) {
                tally.add(RunMeasure.LEAD, (now - released[area]) / SECOND);
            }
        }
        hits[area]++;
        hitsSince[area]++;
        if (struck.hits() > 0 && hits[area] % struck.hits() == 0) {
            tally.count(RunMeasure.AREAS_LOST);
            worksFrom[area] = now + (long) (repair[area] * SECOND);
            close(area, now);
            queue.plan(worksFrom[area], time -> open(area, time));
            chronicle.add(now, Chronicle.Kind.IMPACT, struck.name(), "no longer works");
        }
    }

    /** Something falls on the ground below. */
    void debris(double x, double y, double z, String what, long now) {
        for (int i = 0; i < areas.size(); i++) {
            Outline outline = prepared.outline(i);
            outline.frame().toLocal(x, y, z, local, 0);
            if (local[0] * local[0] + local[1] * local[1] <= outline.radius() * outline.radius()
                    && outline.contains(local[0], local[1])) {
                tally.add(RunMeasure.PEOPLE_UNDER_DEBRIS, peopleWithin(i, DEBRIS_RADIUS));
                if (chronicle.isKept()) {
                    chronicle.add(
                            now,
                            Chronicle.Kind.IMPACT,
                            areas.get(i).name(),
                            "debris of " + what + " falls there");
                }
            }
        }
    }

    private double peopleWithin(int area, double radius) {
        double surface = prepared.outline(area).surface();
        double people = areas.get(area).people();
        return surface <= 0
                ? people
                : Math.min(people, people * StrictMath.PI * radius * radius / surface);
    }

    private boolean isWarned(int area, long now) {
        return released[area] != NEVER && released[area] + (long) (shelter[area] * SECOND) <= now;
    }

    // ---- what works

    private void close(int area, long now) {
        if (!closed[area]) {
            closed[area] = true;
            closedSince[area] = now;
        }
    }

    private void open(int area, long now) {
        if (closed[area] && !drafted[area] && now >= worksFrom[area]) {
            closed[area] = false;
            countClosed(area, now);
        }
    }

    private void countClosed(int area, long now) {
        if (areas.get(area).kind() == DefendedArea.Kind.AIRPORT) {
            tally.add(RunMeasure.AIRPORT_CLOSED, (now - closedSince[area]) / SECOND / 60);
        }
    }

    private void planDelivery(SupplyRoute route, long time) {
        queue.plan(
                time,
                now -> {
                    boolean through = true;
                    for (String name : route.by()) {
                        int area = prepared.area(name);
                        through &= area < 0 || (!closed[area] && worksFrom[area] <= now);
                    }
                    tally.count(through ? RunMeasure.DELIVERED : RunMeasure.CUT);
                    planDelivery(route, now + (long) (3600 / route.perHour() * SECOND));
                });
    }

    /** The run is over. */
    void end(long now) {
        for (int i = 0; i < areas.size(); i++) {
            if (released[i] != NEVER) {
                endAlarm(i, now);
            }
            if (closed[i]) {
                countClosed(i, now);
            }
        }
    }

    private String placeOf(Mover.State at) {
        for (int i = 0; i < areas.size(); i++) {
            Outline outline = prepared.outline(i);
            outline.frame().toLocal(at.x, at.y, at.z, local, 0);
            if (outline.contains(local[0], local[1])) {
                return areas.get(i).name();
            }
        }
        GeodeticPosition position = Wgs84.toGeodetic(at.x, at.y, at.z);
        Wgs84.toEarthCentred(position.latitude(), position.longitude(), 0, world);
        return String.format(
                java.util.Locale.ROOT,
                "open ground at %.1f, %.1f",
                position.latitudeDegrees(),
                position.longitudeDegrees());
    }
}
