package org.airwarden.modes;

/**
 * What one Mode S message says about one aircraft, in SI units and radians. Immutable. What a
 * message did not say is NaN, -1 or an enum's constant for it; see each component.
 */
public sealed interface ModeSReport {

    /** Time of reception as the caller gave it, nanoseconds. */
    long time();

    /** Whose. */
    AircraftAddress address();

    /** Signal level 0..255 as {@link Frame#signal()}, -1 when not known. */
    int signal();

    /** What is known of whether an aircraft is on the ground. */
    enum Ground {
        /** In the air. */
        AIRBORNE,
        /** On the ground. */
        ON_GROUND,
        /** The message leaves it open. */
        UNKNOWN
    }

    /**
     * DF11: the aircraft is there.
     *
     * @param interrogator 0 for a squitter, else see {@link ModeSMessage#interrogator()}
     * @param ground from the capability field
     */
    record AllCall(long time, AircraftAddress address, int signal, int interrogator, Ground ground)
            implements ModeSReport {}

    /**
     * Identification squitter.
     *
     * @param callSign up to eight characters, without filling spaces; may be empty
     * @param category see {@link AircraftIdentification#categoryText}
     */
    record Identification(
            long time, AircraftAddress address, int signal, String callSign, int category)
            implements ModeSReport {}

    /**
     * Position squitter, airborne or on the surface, resolved or not.
     *
     * @param outcome whether and how the position was resolved
     * @param latitude radians; NaN unless resolved
     * @param longitude radians; NaN unless resolved
     * @param pressureHeight metres above the 1013.25 hPa level; NaN when absent
     * @param geometricHeight metres above the WGS-84 ellipsoid; NaN when absent
     * @param ground from the type of squitter
     * @param groundSpeed metres a second, surface only; NaN when absent
     * @param track radians from north, surface only; NaN when absent
     * @param surveillanceStatus 0 none, 1 permanent alert, 2 temporary alert, 3 special position
     *     identification
     * @param quality how good the sender says it is
     */
    record Position(
            long time,
            AircraftAddress address,
            int signal,
            PositionOutcome outcome,
            double latitude,
            double longitude,
            double pressureHeight,
            double geometricHeight,
            Ground ground,
            double groundSpeed,
            double track,
            int surveillanceStatus,
            PositionQuality quality)
            implements ModeSReport {}

    /**
     * Velocity squitter. Over ground, or heading and airspeed, never both.
     *
     * @param groundSpeed metres a second; NaN when absent
     * @param track radians from true north; NaN when absent
     * @param heading radians from north, magnetic as a rule; NaN when absent
     * @param airspeed metres a second; NaN when absent
     * @param trueAirspeed whether the airspeed is true, not indicated
     * @param verticalRate metres a second, up positive; NaN when absent
     * @param verticalRateFromPressure whether the vertical rate is from pressure, else geometric
     * @param geometricAbovePressure height above the ellipsoid less pressure height, metres; NaN
     *     when absent
     * @param accuracyCategory NACv, 0 to 4
     */
    record Velocity(
            long time,
            AircraftAddress address,
            int signal,
            double groundSpeed,
            double track,
            double heading,
            double airspeed,
            boolean trueAirspeed,
            double verticalRate,
            boolean verticalRateFromPressure,
            double geometricAbovePressure,
            int accuracyCategory)
            implements ModeSReport {}

    /**
     * Emergency squitter (type code 28, subtype 1).
     *
     * @param emergency what is wrong
     * @param squawk Mode A code, see {@link IdentityCode}
     */
    record Emergency(
            long time, AircraftAddress address, int signal, EmergencyState emergency, int squawk)
            implements ModeSReport {}

    /**
     * Operational status squitter (type code 31).
     *
     * @param version of the standard
     * @param accuracyCategory NACp, -1 in version 0
     * @param sourceIntegrity SIL, -1 in version 0
     * @param ground from the subtype
     */
    record Status(
            long time,
            AircraftAddress address,
            int signal,
            int version,
            int accuracyCategory,
            int sourceIntegrity,
            Ground ground)
            implements ModeSReport {}

    /**
     * Reply to a radar or an ACAS interrogator: DF 0, 4, 5, 16, 20, 21.
     *
     * @param format downlink format
     * @param pressureHeight metres above the 1013.25 hPa level; NaN when absent
     * @param squawk Mode A code, see {@link IdentityCode}; -1 when absent
     * @param ground from flight or vertical status
     * @param alert whether the Mode A code has changed or is an emergency code
     * @param specialPosition whether the pilot has pressed ident
     * @param commB the 56 bits of the register that DF 20 and 21 carry, 0 when none
     */
    record Surveillance(
            long time,
            AircraftAddress address,
            int signal,
            int format,
            double pressureHeight,
            int squawk,
            Ground ground,
            boolean alert,
            boolean specialPosition,
            long commB)
            implements ModeSReport {}
}
