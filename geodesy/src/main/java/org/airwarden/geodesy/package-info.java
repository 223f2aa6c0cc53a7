/**
 * Geometry on the earth and beside it: WGS-84, local frames, slant range, radar horizon, terrain.
 *
 * <p>A {@link org.airwarden.geodesy.World} is what positions are Cartesian in: earth-centred,
 * earth-fixed (ECEF) axes for real data, or one flat frame for neutral files. A {@link
 * org.airwarden.geodesy.Frame} is a local set of axes in a world: where a sensor stands and how it
 * is turned, or where a track is at present. Lengths are metres, angles are radians, azimuths turn
 * clockwise from true north. Only {@code +}, {@code -}, {@code *}, {@code /}, {@code sqrt}, {@code
 * fma} and {@link java.lang.StrictMath} are used, so that results are the same bits on every
 * machine.
 */
@NullMarked
package org.airwarden.geodesy;

import org.jspecify.annotations.NullMarked;
