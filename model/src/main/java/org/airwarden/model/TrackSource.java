package org.airwarden.model;

/**
 * One sensor's part in a track.
 *
 * @param sensor the sensor's number
 * @param technology how its latest report was obtained
 * @param first when its first report was received (ns since 1970)
 * @param last when its latest report was received (ns since 1970)
 * @param reports how many reports it gave
 */
public record TrackSource(int sensor, Technology technology, long first, long last, int reports) {}
