package org.airwarden.modes;

/**
 * What is known of an aircraft from elsewhere when {@link RegisterInference} judges a Comm-B reply
 * of it. All may be unknown. One object is filled over and over. Not safe between threads.
 */
public final class KnownState {

    double pressureHeight;
    double groundSpeed;
    double track;
    double verticalRate;
    long callSign;
    long capability;

    /** Nothing known. */
    public KnownState() {
        clear();
    }

    /** Forgets all. */
    public KnownState clear() {
        pressureHeight = Double.NaN;
        groundSpeed = Double.NaN;
        track = Double.NaN;
        verticalRate = Double.NaN;
        callSign = 0;
        capability = 0;
        return this;
    }

    /** Pressure height, metres: of the same reply (DF20), or not long ago; NaN when unknown. */
    public KnownState pressureHeight(double metres) {
        pressureHeight = metres;
        return this;
    }

    /** Velocity over ground, metres a second and radians, not long ago; NaN when unknown. */
    public KnownState velocity(double newGroundSpeed, double newTrack) {
        groundSpeed = newGroundSpeed;
        track = newTrack;
        return this;
    }

    /** Vertical rate, metres a second, up positive, not long ago; NaN when unknown. */
    public KnownState verticalRate(double metresPerSecond) {
        verticalRate = metresPerSecond;
        return this;
    }

    /** The call sign as {@link AircraftIdentification#characters}; 0 when unknown. */
    public KnownState callSign(long characters) {
        callSign = characters;
        return this;
    }

    /** The aircraft's register 1,7, see {@link CommonUsageCapability}; 0 when unknown. */
    public KnownState capability(long register) {
        capability = register;
        return this;
    }
}
