package org.airwarden.simulation;

/**
 * What looks all round at once, now and then: a direction finder, a microphone array, people. They
 * are few and slow, and each look asks for every mover. One thread.
 *
 * <p>Their figures are assumptions, as hardly any are published: a direction finder is within 2
 * degrees; microphones are within 5 degrees of where the sound came from, which is where the mover
 * was when it left (343 m/s); people are within 10 degrees and a quarter of the distance, take one
 * thing in five for another, and at night find by ear what is within a third of their range.
 */
final class ListeningWatch extends Watch {
    /** Standard deviation of distances and heights that people tell, as a share of them. */
    static final double RANGE_SHARE = 0.25;

    private static final double SOUND = 343;
    private static final double MISTAKEN = 0.2;
    private static final double BY_EAR = 1 / 3.0;
    private static final PlatformClass.Kind[] KINDS = PlatformClass.Kind.values();

    private final long interval;
    private final double azimuthSigma;
    private final double rangeShare;
    private final RandomStream falseStream;
    private final double start;
    private long look;

    /**
     * Starts one.
     *
     * @param start of the scenario (s since 1970), for day and night
     */
    ListeningWatch(int number, SensorSite site, Outlook outlook, Sky sky, double start) {
        super(number, site, outlook, sky);
        this.start = start;
        interval =
                switch (site.kind()) {
                    case DIRECTION_FINDER -> 2_000_000_000L;
                    case ACOUSTIC -> 5_000_000_000L;
                    default -> 30_000_000_000L;
                };
        azimuthSigma = azimuthSigma(site.kind());
        rangeShare = site.kind() == SensorSite.Kind.OBSERVERS ? RANGE_SHARE : 0;
        falseStream = RandomStream.of(sky.seed, sky.run, site.name(), Purpose.FALSE_PLOTS);
    }

    /** Returns the standard deviation of the directions that a kind tells (rad). */
    static double azimuthSigma(SensorSite.Kind kind) {
        return StrictMath.toRadians(
                switch (kind) {
                    case DIRECTION_FINDER -> 2;
                    case ACOUSTIC -> 5;
                    default -> 10;
                });
    }

    @Override
    long next() {
        return (look + 1) * interval;
    }

    @Override
    void look(Detection.Sink sink) {
        long time = (look + 1) * interval;
        look++;
        if (!works) {
            return;
        }
        double reach = site.range();
        if (site.kind() == SensorSite.Kind.OBSERVERS && !isDay(time)) {
            reach *= BY_EAR;
        }
        for (int mover = 0; mover < sky.size(); mover++) {
            find(mover, time, reach, sink);
        }
        if (site.kind() == SensorSite.Kind.OBSERVERS) {
            imagine(time, reach, sink);
        }
    }

    private void find(int mover, long time, double reach, Detection.Sink sink) {
        if (!sky.isUp(mover, time) || !radiates(mover)) {
            return;
        }
        Mover.State at = state;
        Outlook.View seen = view;
        sky.movers[mover].at(time, at);
        outlook.view(at, seen);
        if (!(seen.square <= reach * reach)) {
            return;
        }
        if (site.kind() == SensorSite.Kind.ACOUSTIC && !hearThen(mover, time)) {
            return;
        }
        double ground = Outlook.ground(seen, at.height);
        double azimuth = Angle.azimuth(seen.east, seen.north);
        if (!outlook.isUp(ground, at.height) || outlook.isHidden(azimuth, ground, at.height)) {
            return;
        }
        long bits = mixed(detecting, sky.keys[mover], look);
        if (uniform(bits) >= probability) {
            return;
        }
        Detection out = detection;
        clear(out);
        long errors = mixed(measuring, sky.keys[mover], look);
        out.mover = mover;
        out.time = time;
        out.azimuth = Angle.positive(azimuth + north + azimuthSigma * limited(errors));
        errors = after(errors);
        if (rangeShare > 0) {
            double error = 1 + rangeShare * limited(errors);
            out.range = Math.sqrt(seen.square) * error + rangeBias;
            errors = after(errors);
            out.height = at.height * (1 + rangeShare * limited(errors));
        }
        if (site.kind() != SensorSite.Kind.DIRECTION_FINDER) {
            errors = after(errors);
            PlatformClass.Kind is = sky.movers[mover].platform().kind();
            out.kind = uniform(errors) < MISTAKEN ? other(is, after(errors)) : is;
        }
        out.ready = time + delay(after(errors));
        tell(sink);
    }

    /** A normal error without the tails beyond three standard deviations. */
    private static double limited(long bits) {
        return Math.clamp(gaussian(bits), -3, 3);
    }

    private long delay(long bits) {
        return StrictMath.round(Math.max(0, site.delay().at(uniform(bits))) * 1e9);
    }

    private boolean radiates(int mover) {
        return site.kind() != SensorSite.Kind.DIRECTION_FINDER
                || sky.answers(mover)
                || sky.movers[mover].noise() != null;
    }

    /** Goes back to where the sound that is heard now was made. */
    private boolean hearThen(int mover, long time) {
        long left = time;
        for (int pass = 0; pass < 4; pass++) {
            left = time - StrictMath.round(Math.sqrt(view.square) / SOUND * 1e9);
            if (left < sky.appears[mover]) {
                return false;
            }
            sky.movers[mover].at(left, state);
            outlook.view(state, view);
        }
        return true;
    }

    private static PlatformClass.Kind other(PlatformClass.Kind is, long bits) {
        int left = (int) (uniform(bits) * (KINDS.length - 1));
        for (PlatformClass.Kind kind : KINDS) {
            if (kind != is && left-- == 0) {
                return kind;
            }
        }
        return is;
    }

    /** Reports of nothing: so many an hour. */
    private void imagine(long time, double reach, Detection.Sink sink) {
        int count = falseStream.poisson(falseMean * interval / 3.6e12);
        for (int i = 0; i < count; i++) {
            Detection out = detection;
            clear(out);
            out.time = time;
            out.azimuth = falseStream.between(0, Angle.TURN);
            out.range = reach * Math.sqrt(falseStream.next());
            out.height = falseStream.between(100, 5_000);
            out.kind = KINDS[falseStream.below(KINDS.length)];
            out.ready = time + delay(falseStream.nextLong());
            tell(sink);
        }
    }

    /**
     * Tells whether the sun is above the horizon: its declination and the hour angle by the mean
     * sun (within some minutes; Astronomical Almanac, low precision formulae, shortened).
     */
    private boolean isDay(long time) {
        double days = (start + time * 1e-9) / 86_400 - 10_957.5; // since 2000-01-01 12:00
        double mean = StrictMath.toRadians(280.46 + 0.9856474 * days);
        double anomaly = StrictMath.toRadians(357.528 + 0.9856003 * days);
        double along =
                mean
                        + StrictMath.toRadians(1.915) * StrictMath.sin(anomaly)
                        + StrictMath.toRadians(0.02) * StrictMath.sin(2 * anomaly);
        double sine = StrictMath.sin(StrictMath.toRadians(23.44)) * StrictMath.sin(along);
        double hour = 2 * StrictMath.PI * days + site.at().longitude();
        double elevation =
                StrictMath.sin(site.at().latitude()) * sine
                        + StrictMath.cos(site.at().latitude())
                                * StrictMath.sqrt(1 - sine * sine)
                                * StrictMath.cos(hour);
        return elevation > 0;
    }
}
