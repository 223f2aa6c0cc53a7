/**
 * The air picture as one deterministic state machine.
 *
 * <p>{@link org.airwarden.picture.AirPicture} takes {@link org.airwarden.model.Input}s in and gives
 * {@link org.airwarden.model.PictureChange}s out. Nothing else moves it: it reads no clock, starts
 * no thread, opens no file and draws no random number, so one log of inputs gives one picture, to
 * the bit, whoever hosts it. Today it joins tracking with the health of the sensors.
 */
@NullMarked
package org.airwarden.picture;

import org.jspecify.annotations.NullMarked;
