/**
 * Reports to tracks.
 *
 * <p>{@link org.airwarden.tracking.Tracker} takes inputs and tells changes. How a report becomes
 * part of a track:
 *
 * <ol>
 *   <li>{@link org.airwarden.tracking.ClockJudge} decides when the report was measured; its
 *       sensor's {@link org.airwarden.tracking.SensorState} knows errors, turn and false plots.
 *   <li>{@link org.airwarden.tracking.Registration} compares what sensors report of the same
 *       targets, takes significant biases off, and holds out a sensor that is far off.
 *   <li>Reports wait for at most a twentieth of a second, then go as one {@link
 *       org.airwarden.tracking.ScanGroup} of one sensor.
 *   <li>A report with a 24-bit address goes to the track that holds it, if that is where it can be.
 *   <li>For the rest, {@link org.airwarden.tracking.Gate} finds which tracks may have caused which
 *       reports, and {@link org.airwarden.tracking.Associator} how probably each did.
 *   <li>{@link org.airwarden.tracking.Observer} writes a report as linear rows at the track's
 *       place, in the sensor's own geometry, and {@link org.airwarden.tracking.MotionFilter}
 *       (interacting multiple models) updates the track's {@link org.airwarden.tracking.Estimate}.
 *   <li>{@link org.airwarden.tracking.Claims} holds what an aircraft tells of itself against what
 *       is measured; {@link org.airwarden.tracking.Intersection} weighs another centre's tracks.
 *   <li>{@link org.airwarden.tracking.Strobes} brings directions to tracks and crosses them; {@link
 *       org.airwarden.tracking.Sightings} does so with what people tell; {@link
 *       org.airwarden.tracking.Missiles} finds what falls.
 *   <li>{@link org.airwarden.tracking.TrackLife} starts, confirms, coasts, merges and ends tracks
 *       by their probability of existence.
 * </ol>
 *
 * <p>The three last can be exchanged apart: the filter knows no identities, the associator no
 * geometry, the life-cycle no filter.
 *
 * <p>Apart from the live picture, a tracker told to {@link
 * org.airwarden.tracking.Tracker#reconstruct} keeps each track's {@link
 * org.airwarden.tracking.History}, and {@link org.airwarden.tracking.Smoother} walks it back: a
 * {@link org.airwarden.tracking.SmoothedTrack} is what all reports say of a time, those after it
 * included.
 *
 * <p>The whole is the track-oriented marginal multi-Bernoulli/Poisson filter (J. L. Williams,
 * "Marginal multi-Bernoulli filters", IEEE Trans. AES 51(3), 2015) with interacting multiple models
 * within each track, and addresses as evidence.
 */
@NullMarked
package org.airwarden.tracking;

import org.jspecify.annotations.NullMarked;
