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

    Tracks() {}

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

    /** Numbers a tentative track; {@link #sweep} moves it among the confirmed. */
    void confirm(LiveTrack track, long clock) {
        track.serial = ++serials;
        track.confirmed = clock;
        confirmed.add(track);
    }

    /** Lets somebody look at each confirmed track when it ends for good. */
    void listen(Consumer<LiveTrack> newListener) {
        listener = newListener;
    }

    void end(LiveTrack track) {
        track.ended = true;
        if (listener != null && track.isConfirmed()) {
            listener.accept(track);
        }
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
        tentative.removeIf(track -> track.ended || track.isConfirmed());
        confirmed.removeIf(track -> track.ended);
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
