/**
 * Mode S and ADS-B on the wire, both directions; a library of its own without dependencies.
 *
 * <p>From bytes to aircraft, each step usable alone:
 *
 * <ol>
 *   <li>A stream becomes frames: {@link org.airwarden.modes.BeastReader} or {@link
 *       org.airwarden.modes.AvrReader} hand a {@link org.airwarden.modes.Frame} to a {@link
 *       org.airwarden.modes.FrameHandler}, and a {@link org.airwarden.modes.Fault} for what is
 *       none. {@link org.airwarden.modes.BeastClock} makes UTC of the receiver's counter. {@link
 *       org.airwarden.modes.IqDemodulator} finds frames in a radio's samples.
 *   <li>A frame's payload is a {@link org.airwarden.modes.ModeSMessage}: format, parity, address,
 *       fields. The 56 bits of an extended squitter travel as a {@code long}; {@link
 *       org.airwarden.modes.ExtendedSquitter} says what they hold, {@link
 *       org.airwarden.modes.AirbornePosition} and its kin read and build them.
 *   <li>Coded positions become latitude and longitude: {@link org.airwarden.modes.Cpr} is the
 *       arithmetic, {@link org.airwarden.modes.PositionDecoder} remembers each aircraft's messages
 *       and judges what is possible.
 *   <li>{@link org.airwarden.modes.ModeSDecoder} does all of this and says what each message means
 *       as a {@link org.airwarden.modes.ModeSReport}. Which register a Comm-B reply holds it asks
 *       {@link org.airwarden.modes.RegisterInference}; {@link org.airwarden.modes.TrackAndTurn} and
 *       its kin read the registers.
 * </ol>
 *
 * <p>{@link org.airwarden.modes.SbsReader} reads what other decoders made of such messages. {@link
 * org.airwarden.modes.ModeSEncoder}, {@link org.airwarden.modes.BeastWriter}, {@link
 * org.airwarden.modes.AvrWriter} and {@link org.airwarden.modes.SbsWriter} go the other way.
 *
 * <p>Units are SI and radians; times are nanoseconds, those of the data: no class reads a clock, so
 * that recordings play at any speed with the same result. What is remembered is bounded, expires by
 * data time, and moves as versioned bytes ({@code snapshot}, {@code restore}). Nothing thrown,
 * ever, because of what came over the air; no error correction unless asked for, because repaired
 * messages make ghosts ({@link org.airwarden.modes.ErrorCorrection}).
 */
@NullMarked
package org.airwarden.modes;

import org.jspecify.annotations.NullMarked;
