package org.airwarden.tracking;

import org.airwarden.model.Observation;
import org.airwarden.model.TrackNumber;

/**
 * What people told of a track: evidence for whoever identifies it.
 *
 * @param track the track's number
 * @param type what it is by the latest word on that
 * @param number how many it was said to be, or 0
 * @param observers how many different people told of it, at most 8 are counted
 * @param reports how often
 * @param last when it was last seen (ns since 1970)
 */
public record Sighting(
        TrackNumber track,
        Observation.Craft type,
        int number,
        int observers,
        int reports,
        long last) {}
