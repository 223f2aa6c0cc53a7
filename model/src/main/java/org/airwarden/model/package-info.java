/**
 * The vocabulary of Airwarden as immutable records: what goes into the picture ({@link
 * org.airwarden.model.Input}) and what comes out of it ({@link org.airwarden.model.PictureChange}).
 *
 * <p>Time is a {@code long} of nanoseconds since 1970 UTC without leap seconds ({@link
 * org.airwarden.model.Time}). Lengths are metres, angles radians, azimuths and courses clockwise
 * from true north. A missing number is {@code NaN} for a double and -1 for a code; a missing object
 * is {@code null} and declared so. Heights are types, never mixed: {@link
 * org.airwarden.model.PressureHeight}, {@link org.airwarden.model.GeometricHeight}.
 */
@NullMarked
package org.airwarden.model;

import org.jspecify.annotations.NullMarked;
