package org.airwarden.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The picture that a post has, however it comes about. One thread. */
interface PostView {
    /**
     * A sensor's looks come in.
     *
     * @param sensor the sensor's place in the list
     * @param looks what they gave
     * @param now when they come in (ns since the start)
     * @param changed takes the tracks that changed
     */
    void hear(int sensor, List<Detection> looks, long now, List<HeldTrack> changed);

    /**
     * Another post's track comes in.
     *
     * @param from the other post's place in the list
     * @param track its track, as it was when it was sent
     * @param now when it comes in (ns since the start)
     * @param changed takes the tracks that changed
     */
    void told(int from, HeldTrack track, long now, List<HeldTrack> changed);

    /**
     * A radar says where its beam is.
     *
     * @param at when it was there (ns since the start)
     * @param now when the word comes in (ns since the start)
     */
    void beam(RadarWatch radar, long at, long now);

    /** A second has passed. */
    void tick(long now, List<HeldTrack> changed);

    /** Returns the post's own track of what another post's track is of, or null. */
    @Nullable HeldTrack same(HeldTrack track, long now);

    /** Without places: returns the track of a mover, or null. */
    @Nullable HeldTrack of(int mover);
}
