package org.airwarden.modes;

import java.util.List;

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
     * @param content the 56 bits, all of which {@link OperationalStatus} reads
     */
    record Status(
            long time,
            AircraftAddress address,
            int signal,
            int version,
            int accuracyCategory,
            int sourceIntegrity,
            Ground ground,
            long content)
            implements ModeSReport {}

    /**
     * Target state squitter (type code 29): what has been selected.
     *
     * @param selectedAltitude metres by the pilot's pressure setting; NaN when absent
     * @param source where that comes from
     * @param pressureSetting hectopascals; NaN when absent
     * @param selectedHeading radians; NaN when absent
     * @param content the 56 bits, all of which {@link TargetState} reads
     */
    record Target(
            long time,
            AircraftAddress address,
            int signal,
            double selectedAltitude,
            TargetState.Source source,
            double pressureSetting,
            double selectedHeading,
            long content)
            implements ModeSReport {}

    /**
     * An ACAS resolution advisory: broadcast (type code 28 subtype 2), in an ACAS reply (DF16) or
     * in register 3,0; after the {@link Surveillance} report where the message gives one too.
     *
     * @param format downlink format: 16, 17, 18, 20 or 21
     * @param advisory 56 bits for {@link AcasAdvisory}, whose {@code words} say it
     */
    record Advisory(long time, AircraftAddress address, int signal, int format, long advisory)
            implements ModeSReport {}

    /**
     * What a Comm-B reply (DF 20, 21) holds, follows the {@link Surveillance} report of the same
     * message. The reply does not say which register was asked for: it is inferred.
     *
     * @param register the register; {@link Register#UNKNOWN} when none is beyond doubt
     * @param content its 56 bits
     * @param candidates all that it may be, the likeliest first, {@link Register#UNKNOWN} among
     *     them; likelihoods below one in a thousand are left out
     */
    record CommB(
            long time,
            AircraftAddress address,
            int signal,
            Register register,
            long content,
            List<RegisterCandidate> candidates)
            implements ModeSReport {}

    /**
     * A segment of a long message, DF24 (downlink ELM).
     *
     * @param number 0 to 15
     * @param acknowledgement whether it acknowledges an uplink instead
     * @param segment 80 bits as 20 hexadecimal digits
     */
    record LongSegment(
            long time,
            AircraftAddress address,
            int signal,
            int number,
            boolean acknowledgement,
            String segment)
            implements ModeSReport {}

    /**
     * Test squitter (type code 23).
     *
     * @param subtype 0 to 7
     * @param squawk Mode A code of subtype 7, else -1
     * @param content the 56 bits
     */
    record Test(
            long time, AircraftAddress address, int signal, int subtype, int squawk, long content)
            implements ModeSReport {}

    /**
     * Surface system status (type code 24): a multilateration system's own, meant for itself (RTCA
     * DO-260B 2.2.3.2.7.4), in no public coding.
     *
     * @param subtype 0 to 7; 1 is multilateration
     * @param content the 56 bits
     */
    record SurfaceSystem(long time, AircraftAddress address, int signal, int subtype, long content)
            implements ModeSReport {}

    /**
     * A report whose message was repaired, see {@link ErrorCorrection}: not to be taken for one
     * that came whole. Never made unless repair was asked for.
     *
     * @param report what the repaired message says
     * @param bits how many bits were put right
     */
    record Corrected(ModeSReport report, int bits) implements ModeSReport {
        @Override
        public long time() {
            return report.time();
        }

        @Override
        public AircraftAddress address() {
            return report.address();
        }

        @Override
        public int signal() {
            return report.signal();
        }
    }

    /**
     * Reply to a radar or an ACAS interrogator: DF 0, 4, 5, 16, 20, 21.
     *
     * @param format downlink format
     * @param pressureHeight metres above the 1013.25 hPa level; NaN when absent
     * @param squawk Mode A code, see {@link IdentityCode}; -1 when absent
     * @param ground from flight or vertical status
     * @param alert whether the Mode A code has changed or is an emergency code
     * @param specialPosition whether the pilot has pressed ident
     * @param commB the 56 bits MB of DF 20 and 21, MV of DF16, 0 when none
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
