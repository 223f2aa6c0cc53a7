package org.airwarden.server;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.airwarden.model.Origin;
import org.airwarden.model.PictureChange;
import org.airwarden.model.PictureChange.SensorChanged;
import org.airwarden.model.PictureChange.TrackChanged;
import org.airwarden.model.PictureChange.TrackEnded;
import org.airwarden.model.Time;
import org.airwarden.model.Track;
import org.airwarden.model.TrackSource;

/**
 * The newest state of every track, between the one thread that runs the picture and the many that
 * look at it. A reader remembers the version that it has seen and asks for what came since, so a
 * slow reader gets the newest state later, and never a queue of old ones.
 *
 * <p>Any thread; each call holds one lock for a time that grows with the number of tracks told.
 */
final class PictureBoard {
    /** How many ends are remembered; a reader that is further behind is given the whole picture. */
    private static final int REMEMBERED_ENDS = 20_000;

    private final Map<Integer, Entry> tracks = new TreeMap<>();
    private final ArrayDeque<End> ends = new ArrayDeque<>();
    private long version = 1;
    private long forgottenUpTo;
    private long clearedAt;
    private long sensorsVersion = 1;
    private long clock = Time.UNKNOWN;
    private boolean simulated;

    /** One track as it stands. */
    private static final class Entry {
        Track track;
        long changed;
        long factsChanged;

        Entry(Track track, long version) {
            this.track = track;
            changed = version;
            factsChanged = version;
        }
    }

    private record End(long version, int serial) {}

    /**
     * What came since a version.
     *
     * @param version the version that this brings the reader to
     * @param whole whether the reader must forget all it has
     * @param cleared whether the clock jumped since
     * @param clock the picture's clock (ns since 1970)
     * @param changed tracks that changed, in the order of their numbers
     * @param facts those of them of which something rarely changing changed
     * @param ended numbers of tracks that ended
     * @param live tracks that live now
     * @param simulated whether anything in the picture is simulated
     * @param sensorsVersion raised when a sensor changed
     */
    record News(
            long version,
            boolean whole,
            boolean cleared,
            long clock,
            List<Track> changed,
            List<Track> facts,
            List<Integer> ended,
            int live,
            boolean simulated,
            long sensorsVersion) {}

    /** Takes one change of the picture in. */
    synchronized void apply(PictureChange change) {
        version++;
        clock = Math.max(clock, change.time());
        switch (change) {
            case TrackChanged changed -> put(changed.track());
            case TrackEnded ended -> {
                if (tracks.remove(ended.number().serial()) != null) {
                    ends.addLast(new End(version, ended.number().serial()));
                    if (ends.size() > REMEMBERED_ENDS) {
                        forgottenUpTo = ends.removeFirst().version();
                    }
                }
            }
            case SensorChanged _ -> sensorsVersion++;
        }
    }

    /** Moves the clock on. */
    synchronized void clockIs(long time) {
        clock = time;
    }

    /** Forgets everything, as when the clock jumps, and starts from the tracks given. */
    synchronized void restart(long time, Iterable<Track> start) {
        version++;
        clearedAt = version;
        forgottenUpTo = version;
        sensorsVersion++;
        clock = time;
        tracks.clear();
        ends.clear();
        simulated = false;
        start.forEach(this::put);
    }

    private void put(Track track) {
        simulated |= track.origin() == Origin.SIMULATED;
        Entry entry = tracks.get(track.number().serial());
        if (entry == null) {
            tracks.put(track.number().serial(), new Entry(track, version));
            return;
        }
        if (!sameFacts(entry.track, track)) {
            entry.factsChanged = version;
        }
        entry.track = track;
        entry.changed = version;
    }

    private static boolean sameFacts(Track one, Track other) {
        return one.said().address() == other.said().address()
                && one.said().mode3A() == other.said().mode3A()
                && Objects.equals(one.said().callSign(), other.said().callSign())
                && one.said().emergency() == other.said().emergency()
                && one.origin() == other.origin()
                && sameSources(one.sources(), other.sources());
    }

    private static boolean sameSources(List<TrackSource> one, List<TrackSource> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (one.get(i).sensor() != other.get(i).sensor()
                    || one.get(i).technology() != other.get(i).technology()) {
                return false;
            }
        }
        return true;
    }

    /** Returns what came after a version; 0 asks for everything. */
    synchronized News since(long seen) {
        boolean whole = seen == 0 || seen < forgottenUpTo;
        List<Track> changed = new ArrayList<>();
        List<Track> facts = new ArrayList<>();
        for (Entry entry : tracks.values()) {
            if (whole || entry.changed > seen) {
                changed.add(entry.track);
                if (whole || entry.factsChanged > seen) {
                    facts.add(entry.track);
                }
            }
        }
        List<Integer> ended = new ArrayList<>();
        if (!whole) {
            for (var iterator = ends.descendingIterator(); iterator.hasNext(); ) {
                End end = iterator.next();
                if (end.version() <= seen) {
                    break;
                }
                ended.add(end.serial());
            }
        }
        return new News(
                version,
                whole,
                seen != 0 && seen < clearedAt,
                clock,
                changed,
                facts,
                ended,
                tracks.size(),
                simulated,
                sensorsVersion);
    }

    /** Tells the tracks that have the numbers and live, keyed by number. */
    synchronized Map<Integer, Track> find(Iterable<Integer> serials) {
        Map<Integer, Track> found = new LinkedHashMap<>();
        for (Integer serial : serials) {
            Entry entry = tracks.get(serial);
            if (entry != null) {
                found.put(serial, entry.track);
            }
        }
        return found;
    }

    /** Tells every track, in the order of the numbers. */
    synchronized void forEachTrack(Consumer<Track> action) {
        tracks.values().forEach(entry -> action.accept(entry.track));
    }

    /** Returns the number of live tracks. */
    synchronized int size() {
        return tracks.size();
    }

    /** Returns the picture's clock (ns since 1970). */
    synchronized long clock() {
        return clock;
    }
}
