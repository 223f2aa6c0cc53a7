package org.airwarden.modes;

import static org.airwarden.modes.ExtendedSquitter.bit;
import static org.airwarden.modes.ExtendedSquitter.bits;

/**
 * How probable it is that an aircraft fills a register with given bits: for {@link
 * RegisterInference}. The rules of the format (ICAO Doc 9871 appendix A) are hard; what values are
 * likely is soft, as normal distributions over an even one of all codes, so that an odd value costs
 * likelihood and rules nothing out. Widths are round figures of ours, from what aircraft do. All
 * probabilities are natural logarithms.
 */
final class RegisterModel {

    private static final double IMPOSSIBLE = Double.NEGATIVE_INFINITY;
    private static final double LN2 = 0.6931471805599453;

    /** Below this ground speed (m/s), track and airspeed tell nothing of each other. */
    private static final double SLOW = 20;

    private static final double DEGREE = Units.DEGREE;
    private static final double KNOT = Units.KNOT;

    // Registers 4,0, 5,0 and 6,0.
    private static final Share NEARLY_ALWAYS = new Share(0.93);
    private static final Share OFTEN = new Share(0.8);
    private static final Share EVENLY = new Share(0.5);
    private static final Share SELDOM = new Share(0.2);
    private static final double ROUND = StrictMath.log(0.9 / 471 + 0.1 / 4096);
    private static final double NOT_ROUND = StrictMath.log(0.1 / 4096);
    private static final Bell SETTING = new Bell(12, 0.1, 4096);
    private static final Bell ROLL = new Bell(8 * DEGREE, 45.0 / 256 * DEGREE, 1024);
    private static final Bell TURN_RATE = new Bell(0.6 * DEGREE, DEGREE / 32, 1024);
    private static final Bell ANY_TURN_RATE = new Bell(1.5 * DEGREE, DEGREE / 32, 1024);
    private static final Bell ANGLE = new Bell(15 * DEGREE, Units.TURN / 2048, 2048);
    private static final double ANY_ANGLE = -11 * LN2;
    private static final Bell ANY_SPEED = new Bell(70, 2 * KNOT, 1024);
    private static final Bell SAME_SPEED = new Bell(15 * KNOT, 2 * KNOT, 1024);
    private static final Bell AIRSPEED = new Bell(45 * KNOT, 2 * KNOT, 1024);
    private static final Bell INDICATED = new Bell(60, 1, 1024);
    private static final Bell TAXIING = new Bell(25, 1, 1024);
    private static final Bell MACH = new Bell(0.15, 0.004, 1024);
    private static final Bell SAME_MACH = new Bell(0.015, 0.004, 1024);
    private static final Bell SOUND = new Bell(30, 30 * Math.sqrt(Units.TURN), 1 << 10);
    private static final Bell ANY_RATE = new Bell(1_500, 32, 1024);
    private static final Bell SAME_RATE = new Bell(250, 32, 1024);

    // Meteorological registers.
    private static final Bell WIND = new Bell(40, 1, 512);
    private static final Bell ANY_TEMPERATURE = new Bell(30, 0.25, 1024);
    private static final Bell TEMPERATURE = new Bell(12, 0.25, 1024);
    private static final Bell PRESSURE = new Bell(8, 1, 2048);

    // Extended squitters.
    private static final Bell SAME_HEIGHT = new Bell(15, 25 * Units.FOOT, 4096);
    private static final double TYPE_CODES = StrictMath.log(13);

    private static final double QUARTER = StrictMath.log(0.25);
    private static final double THREE_QUARTERS = StrictMath.log(0.75);

    /** A byte of unknown content: zero in every fourth, else anything. */
    private static final double ZERO_BYTE = StrictMath.log(0.25);

    private static final double OTHER_BYTE = StrictMath.log(0.75 / 255);

    double logProbability(Register register, long mb, KnownState known) {
        double fit =
                switch (register) {
                    case UNKNOWN -> unknown(mb);
                    case EMPTY -> IMPOSSIBLE;
                    case AIRBORNE_POSITION -> airbornePosition(mb, known);
                    case SURFACE_POSITION -> surfacePosition(mb, known);
                    case SQUITTER_STATUS ->
                            (mb & 0x1F_FFFF_FFFF_FFFFL) == 0 ? -3 * LN2 : IMPOSSIBLE;
                    case SQUITTER_IDENTIFICATION -> squitterIdentification(mb, known);
                    case AIRBORNE_VELOCITY -> airborneVelocity(mb, known);
                    case DATA_LINK_CAPABILITY -> dataLink(mb);
                    case COMMON_USAGE_CAPABILITY -> commonUsage(mb, known);
                    case IDENTIFICATION ->
                            bits(mb, 1, 8) == 0x20 ? characters(mb, known) : IMPOSSIBLE;
                    case RESOLUTION_ADVISORY -> advisory(mb);
                    case VERTICAL_INTENTION -> verticalIntention(mb);
                    case METEOROLOGICAL_ROUTINE -> routine(mb, known);
                    case METEOROLOGICAL_HAZARD -> hazard(mb, known);
                    case TRACK_AND_TURN -> trackAndTurn(mb, known);
                    case HEADING_AND_SPEED -> headingAndSpeed(mb, known);
                };
        return fit == IMPOSSIBLE ? fit : fit + capability(register, known);
    }

    /** What the aircraft's register 1,7 says of another one. */
    private static double capability(Register register, KnownState known) {
        if (known.capability == 0 || !CommonUsageCapability.tells(register.code())) {
            return 0;
        }
        // 1,7 follows what is filled at the moment, so that neither answer settles it.
        return CommonUsageCapability.has(known.capability, register.code()) ? 0 : -3;
    }

    private static double unknown(long mb) {
        double sum = 0;
        for (int shift = 0; shift < 56; shift += 8) {
            sum += (mb >>> shift & 0xFF) == 0 ? ZERO_BYTE : OTHER_BYTE;
        }
        return sum;
    }

    private static double verticalIntention(long mb) {
        if (!VerticalIntention.isWellFormed(mb)) {
            return IMPOSSIBLE;
        }
        double sum = NEARLY_ALWAYS.of(bit(mb, 1)) + EVENLY.of(bit(mb, 14));
        sum += NEARLY_ALWAYS.of(bit(mb, 27)) + altitude(mb, 1) + altitude(mb, 14);
        if (bit(mb, 27)) {
            sum += SETTING.of(VerticalIntention.pressureSetting(mb) - 1013.25);
        }
        sum += EVENLY.of(bit(mb, 48)) + (bit(mb, 48) ? -3 * LN2 : 0);
        return sum + EVENLY.of(bit(mb, 54)) + (bit(mb, 54) ? -2 * LN2 : 0);
    }

    /** Altitudes are set in hundreds of feet, seldom beyond 47,000 ft. */
    private static double altitude(long mb, int status) {
        if (!bit(mb, status)) {
            return 0;
        }
        int feet = bits(mb, status + 1, 12) * 16;
        int beside = feet % 100;
        return (beside <= 8 || beside >= 92) && feet <= 47_000 ? ROUND : NOT_ROUND;
    }

    private static double statuses(long mb, int second) {
        return NEARLY_ALWAYS.of(bit(mb, 1))
                + NEARLY_ALWAYS.of(bit(mb, second))
                + NEARLY_ALWAYS.of(bit(mb, 24))
                + NEARLY_ALWAYS.of(bit(mb, 35))
                + NEARLY_ALWAYS.of(bit(mb, 46));
    }

    private static double trackAndTurn(long mb, KnownState known) {
        if (!TrackAndTurn.isWellFormed(mb)) {
            return IMPOSSIBLE;
        }
        double roll = TrackAndTurn.roll(mb);
        double speed = TrackAndTurn.groundSpeed(mb);
        double airspeed = TrackAndTurn.trueAirspeed(mb);
        double rate = TrackAndTurn.trackRate(mb);
        double sum = statuses(mb, 12);
        sum += has(roll, ROLL.of(roll));
        sum += angle(TrackAndTurn.track(mb), known);
        sum += speed(speed, known.groundSpeed, SAME_SPEED);
        double expected = Double.isNaN(speed) ? known.groundSpeed : speed;
        sum += speed(airspeed, expected > SLOW ? expected : Double.NaN, AIRSPEED);
        // A level turn: rate = g tan(roll) / speed.
        double turn = airspeed > SLOW ? 9.80665 * StrictMath.tan(roll) / airspeed : Double.NaN;
        sum += has(rate, Double.isNaN(turn) ? ANY_TURN_RATE.of(rate) : TURN_RATE.of(rate - turn));
        return sum;
    }

    private static double headingAndSpeed(long mb, KnownState known) {
        if (!HeadingAndSpeed.isWellFormed(mb)) {
            return IMPOSSIBLE;
        }
        double sum = statuses(mb, 13) + angle(HeadingAndSpeed.magneticHeading(mb), known);
        double airspeed = HeadingAndSpeed.indicatedAirspeed(mb);
        double mach = HeadingAndSpeed.mach(mb);
        sum += has(airspeed, indicated(airspeed / KNOT));
        if (!Double.isNaN(mach)) {
            double off = Atmosphere.machError(mach, airspeed, known.pressureHeight);
            double guessed = 0.0024 * airspeed / KNOT;
            sum +=
                    Double.isNaN(airspeed)
                            ? -10 * LN2
                            : Double.isNaN(off) ? MACH.of(mach - guessed) : SAME_MACH.of(off);
            // The speed of sound is 295 to 340 m/s where aircraft fly.
            sum += known.groundSpeed > SLOW ? SOUND.of(mach * 315 - known.groundSpeed) : 0;
        }
        double barometric = HeadingAndSpeed.barometricRate(mb) / Units.FOOT_PER_MINUTE;
        double inertial = HeadingAndSpeed.inertialRate(mb) / Units.FOOT_PER_MINUTE;
        double climb = known.verticalRate / Units.FOOT_PER_MINUTE;
        sum += has(barometric, rate(barometric, climb));
        return sum + has(inertial, rate(inertial, Double.isNaN(barometric) ? climb : barometric));
    }

    /** In flight, or on the ground, where instruments show their least. */
    private static double indicated(double knots) {
        return Math.max(INDICATED.of(knots - 250) - 0.1, TAXIING.of(knots - 45) - 2);
    }

    /** A vertical rate, feet a minute, where another may be known. */
    private static double rate(double rate, double other) {
        double alone = ANY_RATE.of(rate);
        return Double.isNaN(other) ? alone : Math.max(SAME_RATE.of(rate - other), alone - 2);
    }

    private static double dataLink(long mb) {
        if (!DataLinkCapability.isWellFormed(mb)) {
            return IMPOSSIBLE;
        }
        double sum = -9 * LN2 + (DataLinkCapability.subnetworkVersion(mb) <= 5 ? -2 : -8);
        return sum + (DataLinkCapability.terminals(mb) == 0 ? -0.1 : -9);
    }

    private static double commonUsage(long mb, KnownState known) {
        if (!CommonUsageCapability.isWellFormed(mb)) {
            return IMPOSSIBLE;
        }
        if (mb == known.capability) {
            return -1;
        }
        // In flight most of the usual registers are filled, on the ground few of all.
        double flying = -LN2;
        double parked = -LN2;
        for (int i = 1; i <= 24; i++) {
            boolean filled = bit(mb, i);
            flying += COMMON[i - 1] == filled ? THREE_QUARTERS : QUARTER;
            parked += i == 7 ? 0 : SELDOM.of(filled);
        }
        return Math.max(flying, parked) - (bits(mb, 25, 4) == 0 ? 0 : 4);
    }

    /** Which bits of 1,7 are mostly set: 0,5 to 0,9, 2,0, 4,0, 5,0, 5,F and 6,0. */
    private static final boolean[] COMMON = new boolean[24];

    static {
        for (int code : new int[] {0, 1, 2, 3, 4, 6, 8, 15, 22, 23}) {
            COMMON[code] = true;
        }
    }

    /** Eight characters: letters and digits, then spaces, or the call sign that is known. */
    private static double characters(long mb, KnownState known) {
        long characters = AircraftIdentification.characters(mb);
        if (known.callSign != 0 && characters == known.callSign) {
            return -0.1;
        }
        double sum = known.callSign != 0 ? -5 : 0;
        boolean ended = false;
        for (int shift = 42; shift >= 0; shift -= 6) {
            int code = (int) (characters >>> shift) & 0x3F;
            boolean letter = code >= 1 && code <= 26;
            boolean digit = code >= 48 && code <= 57;
            if (code == 32) {
                ended = true;
                sum -= 0.7;
            } else if (ended || (!letter && !digit)) {
                return IMPOSSIBLE;
            } else {
                sum -= 3.6;
            }
        }
        return sum;
    }

    private static double advisory(long mb) {
        if (bits(mb, 1, 8) != AcasAdvisory.IDENTIFIER || AcasAdvisory.threatType(mb) == 3) {
            return IMPOSSIBLE;
        }
        // Bits that ACAS III was to have, and what lies behind a threat that is none or an address.
        boolean clean =
                (AcasAdvisory.active(mb) & 0x7F) == 0
                        && switch (AcasAdvisory.threatType(mb)) {
                            case 0 -> bits(mb, 31, 13) == 0 && bits(mb, 44, 13) == 0;
                            case 1 -> bits(mb, 55, 2) == 0;
                            default -> true;
                        };
        return (clean ? 0 : -25) - 12 * LN2 - (AcasAdvisory.threatType(mb) == 0 ? 1 : 24 * LN2);
    }

    private static double routine(long mb, KnownState known) {
        if (!MeteorologicalRoutine.isWellFormed(mb)) {
            return IMPOSSIBLE;
        }
        double sum = -1.6 + OFTEN.of(bit(mb, 5));
        // A source of a wind that is not there.
        sum -= bit(mb, 5) || MeteorologicalRoutine.source(mb) == 0 ? 0 : 4;
        double wind = MeteorologicalRoutine.windSpeed(mb) / KNOT;
        sum += has(wind, WIND.of(wind - 30) - 9 * LN2);
        sum += temperature(MeteorologicalRoutine.temperature(mb), known);
        double pressure = MeteorologicalRoutine.pressure(mb);
        sum += SELDOM.of(bit(mb, 35)) + has(pressure, pressure(pressure, known));
        sum += SELDOM.of(bit(mb, 47)) + (bit(mb, 47) ? -2 * LN2 : 0);
        return sum + SELDOM.of(bit(mb, 50)) + (bit(mb, 50) ? -6 * LN2 : 0);
    }

    private static double hazard(long mb, KnownState known) {
        if (!MeteorologicalHazard.isWellFormed(mb)) {
            return IMPOSSIBLE;
        }
        double sum = 0;
        for (int status = 1; status <= 13; status += 3) {
            sum += SELDOM.of(bit(mb, status)) + (bit(mb, status) ? -2 * LN2 : 0);
        }
        double temperature = MeteorologicalHazard.temperature(mb);
        sum += OFTEN.of(bit(mb, 16)) + has(temperature, temperature(temperature, known));
        double pressure = MeteorologicalHazard.pressure(mb);
        sum += EVENLY.of(bit(mb, 27)) + has(pressure, pressure(pressure, known));
        return sum + SELDOM.of(bit(mb, 39)) + (bit(mb, 39) ? -12 * LN2 : 0);
    }

    private static double temperature(double celsius, KnownState known) {
        double expected = Atmosphere.temperature(known.pressureHeight) - 273.15;
        return Double.isNaN(expected)
                ? ANY_TEMPERATURE.of(celsius + 20)
                : TEMPERATURE.of(celsius - expected);
    }

    private static double pressure(double hectopascals, KnownState known) {
        double expected = Atmosphere.pressure(known.pressureHeight) / 100;
        return Double.isNaN(expected) ? -11 * LN2 : PRESSURE.of(hectopascals - expected);
    }

    private static double airbornePosition(long mb, KnownState known) {
        if (ExtendedSquitter.content(mb) != ExtendedSquitter.Content.AIRBORNE_POSITION) {
            return IMPOSSIBLE;
        }
        double height = AirbornePosition.pressureHeight(mb);
        double sum = -TYPE_CODES - 4 * LN2 - 34 * LN2;
        if (Double.isNaN(height) || Double.isNaN(known.pressureHeight)) {
            return sum - 12 * LN2;
        }
        return sum + SAME_HEIGHT.of(height - known.pressureHeight);
    }

    private static double surfacePosition(long mb, KnownState known) {
        if (ExtendedSquitter.content(mb) != ExtendedSquitter.Content.SURFACE_POSITION
                || SurfacePosition.movementCode(mb) > 124) {
            return IMPOSSIBLE;
        }
        // In flight, or fast, there is none.
        double odd = known.pressureHeight > 4_000 || known.groundSpeed > 120 ? -20 : 0;
        return odd - 2 * LN2 - 17 * LN2 - 34 * LN2;
    }

    private static double squitterIdentification(long mb, KnownState known) {
        return ExtendedSquitter.content(mb) == ExtendedSquitter.Content.IDENTIFICATION
                ? characters(mb, known) - 5 * LN2 - (known.callSign == 0 ? 3 : 0)
                : IMPOSSIBLE;
    }

    private static double airborneVelocity(long mb, KnownState known) {
        int subtype = AirborneVelocity.subtype(mb);
        if (ExtendedSquitter.typeCode(mb) != 19 || subtype == 0 || subtype > 4) {
            return IMPOSSIBLE;
        }
        double sum = -2 - 6 * LN2 - 8 * LN2;
        double rate = AirborneVelocity.verticalRate(mb) / Units.FOOT_PER_MINUTE;
        sum += has(rate, rate(rate, known.verticalRate / Units.FOOT_PER_MINUTE) + LN2);
        double speed = AirborneVelocity.groundSpeed(mb);
        return sum
                + (AirborneVelocity.isOverGround(mb)
                        ? speed(speed, known.groundSpeed, SAME_SPEED)
                                + angle(AirborneVelocity.track(mb), known)
                        : -22 * LN2);
    }

    /** The fit of a value that is there; 0 for one that is not. */
    private static double has(double value, double fit) {
        return Double.isNaN(value) ? 0 : fit;
    }

    /** A speed, where another one that it should be close to may be known. */
    private static double speed(double speed, double other, Bell same) {
        if (Double.isNaN(speed)) {
            return 0;
        }
        return Double.isNaN(other) ? ANY_SPEED.of(speed - 190) : same.of(speed - other);
    }

    /** A track or heading; both are alike in flight, and of no meaning when standing. */
    private static double angle(double angle, KnownState known) {
        if (Double.isNaN(angle)) {
            return 0;
        }
        return known.groundSpeed > SLOW ? ANGLE.of(signedAngle(angle - known.track)) : ANY_ANGLE;
    }

    /** An angle as -π to π. */
    private static double signedAngle(double angle) {
        return angle - Units.TURN * Math.floor(angle / Units.TURN + 0.5);
    }

    /** A bit that is set in this share of cases. */
    private static final class Share {
        private final double yes;
        private final double no;

        Share(double share) {
            yes = StrictMath.log(share);
            no = StrictMath.log(1 - share);
        }

        double of(boolean set) {
            return set ? yes : no;
        }
    }

    /** A coded value, normally distributed about what is expected, some of them anywhere. */
    private static final class Bell {
        /** Share of values that the bell does not expect. */
        private static final double ODD = 0.02;

        private final double halfPrecision;
        private final double peak;
        private final double least;

        /**
         * A distribution.
         *
         * @param width standard deviation
         * @param step that the code counts, in the same unit
         * @param codes how many codes there are
         */
        Bell(double width, double step, int codes) {
            halfPrecision = 0.5 / (width * width);
            peak = StrictMath.log((1 - ODD) * step / (width * Math.sqrt(Units.TURN)));
            least = StrictMath.log(ODD / codes);
        }

        /** Logarithm of the probability of a code that is off by so much. */
        double of(double off) {
            double bell = peak - off * off * halfPrecision;
            return bell > least ? bell : least;
        }
    }
}
