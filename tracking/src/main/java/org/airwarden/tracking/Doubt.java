package org.airwarden.tracking;

import org.airwarden.model.TrackNumber;

/**
 * An aircraft that tells of another place than sensors measure: interference with its navigation, a
 * faulty transmitter, or a lie. Evidence for whoever identifies it and judges what ADS-B says.
 *
 * @param track the track's number
 * @param sensor the sensor that relayed what the aircraft tells
 * @param east how far to the east of what is measured it tells to be (m), a mean of the latest
 * @param north how far to the north (m)
 * @param deviations by how many standard deviations that is more than errors explain
 * @param since when it came into doubt (ns since 1970)
 */
public record Doubt(
        TrackNumber track, int sensor, double east, double north, double deviations, long since) {}
