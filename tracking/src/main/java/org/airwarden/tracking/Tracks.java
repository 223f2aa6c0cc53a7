package org.airwarden.tracking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.jspecify.annotations.Nullable;

/**
 * The tracks that live: confirmed ones in the order of their numbers, tentative ones in the order
 * of their beginning, and which of them hold an address. Not thread-safe.
 */
final class Tracks {
    final List<LiveTrack> confirmed = new ArrayList<>();
    final List<LiveTrack> tentative = new ArrayList<>();

    /** Only looked up, never walked: its order is nobody's business. */
    private final Map<Integer, List<LiveTrack>> byAddress = new LinkedHashMap<>();

    private int serials;
    private @Nullable Consumer<LiveTrack> listener;
    private int tentatives;
    private long begun;
    private boolean tentativeUntidy;
    private boolean confirmedUntidy;

    /** Where they are. */
    final TrackIndex index = new TrackIndex();

    /** Those that changed since the last were told. */
    final TrackList touched = new TrackList();

    Tracks() {}

    /** Returns how many tentative tracks live. */
    int tentatives() {
        return tentatives;
    }

    int size() {
        return confirmed.size() + tentative.size();
    }

    /** Returns the track at an index: first the confirmed ones, then the tentative ones. */
    LiveTrack at(int index) {
        return index < confirmed.size()
                ? confirmed.get(index)
                : tentative.get(index - confirmed.size());
    }

    void begin(LiveTrack track) {
        tentative.add(track);
        tentatives++;
        track.livesIn(this, ++begun);
        index.add(track);
        if (track.addressKey >= 0) {
            remember(track);
        }
    }

    /** Gives a track an address; it had none. */
    void address(LiveTrack track, int key) {
        track.addressKey = key;
        remember(track);
    }

    private void remember(LiveTrack track) {
        byAddress.computeIfAbsent(track.addressKey, key -> new ArrayList<>(1)).add(track);
    }

    /** Returns the tracks that hold an address, in the order in which they came to it. */
    List<LiveTrack> holding(int key) {
        return byAddress.getOrDefault(key, List.of());
    }

    /** Tells whether more than one confirmed track that goes on holds an address. */
    boolean isShared(int key) {
        int living = 0;
        if (key >= 0) {
            List<LiveTrack> holders = holding(key);
            for (int i = 0; i < holders.size(); i++) {
                LiveTrack track = holders.get(i);
                living += track.isConfirmed() && !track.lost && !track.ended ? 1 : 0;
            }
        }
        return living > 1;
    }

    /** Numbers a tentative track; {@link #sweep} moves it among the confirmed. */
    void confirm(LiveTrack track, long clock) {
        track.serial = ++serials;
        track.confirmed = clock;
        tentatives--;
        tentativeUntidy = true;
        confirmed.add(track);
    }

    /** Lets somebody look at each confirmed track when it ends for good. */
    void listen(Consumer<LiveTrack> newListener) {
        listener = newListener;
    }

    void end(LiveTrack track) {
        tentatives -= track.ended || track.isConfirmed() ? 0 : 1;
        track.ended = true;
        if (listener != null && track.isConfirmed()) {
            listener.accept(track);
        }
        tentativeUntidy |= !track.isConfirmed();
        confirmedUntidy |= track.isConfirmed();
        index.remove(track);
        if (track.addressKey >= 0) {
            List<LiveTrack> holders = byAddress.get(track.addressKey);
            if (holders != null) {
                holders.remove(track);
                if (holders.isEmpty()) {
                    byAddress.remove(track.addressKey);
                }
            }
        }
    }

    /** Takes out what ended, and what is no longer tentative. */
    void sweep() {
        if (tentativeUntidy) {
            tentativeUntidy = false;
            keep(tentative, true);
        }
        if (confirmedUntidy) {
            confirmedUntidy = false;
            keep(confirmed, false);
        }
    }

    private static void keep(List<LiveTrack> list, boolean onlyTentative) {
        int kept = 0;
        for (int i = 0; i < list.size(); i++) {
            LiveTrack track = list.get(i);
            if (!track.ended && !(onlyTentative && track.isConfirmed())) {
                list.set(kept++, track);
            }
        }
        // From the end: nothing is moved, nothing is made.
        for (int i = list.size() - 1; i >= kept; i--) {
            list.remove(i);
        }
    }

    void write(StateOutput out) {
        out.putInt(serials);
        out.putInt(confirmed.size());
        for (LiveTrack track : confirmed) {
            track.write(out);
        }
        out.putInt(tentative.size());
        for (LiveTrack track : tentative) {
            track.write(out);
        }
        // Holders of a shared address stand in the order in which they came to it.
        for (int i = 0; i < size(); i++) {
            LiveTrack track = at(i);
            out.putInt(track.addressKey < 0 ? -1 : holding(track.addressKey).indexOf(track));
        }
    }

    static Tracks read(StateInput in) {
        Tracks tracks = new Tracks();
        tracks.serials = in.takeInt();
        int count = in.takeCount();
        for (int i = 0; i < count; i++) {
            tracks.confirmed.add(LiveTrack.read(in));
        }
        count = in.takeCount();
        for (int i = 0; i < count; i++) {
            tracks.tentative.add(LiveTrack.read(in));
        }
        tracks.tentatives = count;
        for (int i = 0; i < tracks.size(); i++) {
            LiveTrack track = tracks.at(i);
            track.livesIn(tracks, ++tracks.begun);
            tracks.index.add(track);
        }
        int[] rank = new int[tracks.size()];
        int last = -1;
        for (int i = 0; i < rank.length; i++) {
            rank[i] = in.takeInt();
            last = Math.max(last, rank[i]);
        }
        for (int r = 0; r <= last; r++) {
            for (int i = 0; i < rank.length; i++) {
                if (rank[i] == r) {
                    tracks.remember(tracks.at(i));
                }
            }
        }
        return tracks;
    }
}
