package org.airwarden.simulation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A turning radar that looks. The beam turns steadily; each mover is looked at when the beam
 * crosses it. Movers wait in a ring of sectors for the beam, so that a sector costs what is in it;
 * one that is far out of reach waits for as long as it cannot have come into it. The beam's
 * crossing follows from the mover's azimuth and its rate, and what is measured is the state at that
 * very time.
 *
 * <p>An echo is detected with the exact probability of its Swerling case at the signal-to-noise
 * ratio that the radar equation gives, R = R0 (sigma / 1 m²)^(1/4), within the beam's elevations,
 * above the horizon and not behind the ground. Noise leaves a share of the range.
 */
final class RadarWatch extends Watch {
    private static final double FASTEST = 100;
    private static final long LONG = 50_000_000;

    /** Shares of a turn: how late a look may be, and by how much before the beam it is planned. */
    private static final int LATE = 64;

    private static final int EARLY = 512;

    private final long period;
    private final double turning;
    private final double perSector;
    private final double perPeriod;
    private final int sectors;
    private final long sectorTime;
    private final long phase;
    private final double scale;
    private final double tanLowest;
    private final double tanHighest;
    private final double secondary;
    private final double beam;
    private final DetectionCurve[] curves;
    private final Plots plots;
    private final @Nullable RandomStream falseStream;
    private final double falseReach;

    /** Of each mover, side by side: the square of its farthest range, and its echo's scale. */
    private final double[] reach;

    private final long[] due;
    private final int[] link;
    private final int[] heads;
    private long sector;

    private final double[] noiseAzimuth;
    private final double[] noiseBeam;
    private final double[] noiseSide;
    private int noises;

    /**
     * Starts a radar.
     *
     * @param curves by Swerling case, relative to the range at 1 m²
     * @param sectors sectors a turn: batches; a power of two
     * @param measures whether plots carry errors, merge, and are joined by false ones
     */
    RadarWatch(
            int number,
            SensorSite site,
            RadarClass radar,
            Outlook outlook,
            DetectionCurve[] curves,
            int sectors,
            boolean measures,
            Sky sky) {
        super(number, site, outlook, sky);
        this.curves = curves;
        this.sectors = sectors;
        double reference = once.draw(radar.range().value());
        sectorTime = Math.max(1, StrictMath.round(radar.period() * 1e9 / sectors));
        period = sectorTime * sectors;
        turning = Angle.TURN / period;
        perSector = 1.0 / sectorTime;
        perPeriod = 1.0 / period;
        phase = edge((long) (once.next() * sectors));
        scale = 1 / (reference * reference);
        tanLowest = StrictMath.tan(radar.lowest());
        tanHighest = StrictMath.tan(Math.min(radar.highest(), 1.57));
        secondary = site.secondaryRange() * site.secondaryRange();
        beam = radar.beam();
        double instrumented = Double.isNaN(site.range()) ? Double.POSITIVE_INFINITY : site.range();
        falseReach = Math.max(2_000, Math.min(instrumented, reference));
        falseStream =
                measures && falseMean > 0
                        ? RandomStream.of(sky.seed, sky.run, site.name(), Purpose.FALSE_PLOTS)
                        : null;
        plots = new Plots(this, radar, measures);
        int count = sky.size();
        reach = new double[2 * count];
        due = new long[count];
        link = new int[count];
        heads = new int[2 * Integer.highestOneBit(sectors)];
        Arrays.fill(heads, -1);
        for (int i = 0; i < count; i++) {
            double relative = sky.echo[i] > 0 ? scale / sky.echo[i] : Double.MAX_VALUE;
            double farthest = curves[sky.fluctuation[i]].reach() / relative;
            reach[2 * i] =
                    Math.min(
                            instrumented * instrumented,
                            Math.max(farthest, sky.answers(i) ? secondary : 0));
            reach[2 * i + 1] = relative;
            schedule(i, Math.max(0, sky.appears[i]));
        }
        noiseAzimuth = new double[sky.jammers.length];
        noiseBeam = new double[sky.jammers.length];
        noiseSide = new double[sky.jammers.length];
    }

    /** Returns the time of one turn (ns). */
    long period() {
        return period;
    }

    /** Returns the beam's azimuth at a time, as the radar takes it (rad). */
    double beamAt(long time) {
        long since = time + phase;
        return (since - parts(since, period, perPeriod) * period) * turning;
    }

    /** Returns the beam's width (rad). */
    double beam() {
        return beam;
    }

    private long edge(long number) {
        return number * sectorTime;
    }

    /** Rounded down; by multiplication, as a division of long numbers takes many times longer. */
    private static long parts(long time, long part, double perPart) {
        long parts = (long) (time * perPart);
        long rest = time - parts * part;
        return rest < 0 ? parts - 1 : rest >= part ? parts + 1 : parts;
    }

    private void schedule(int mover, long time) {
        due[mover] = time;
        // A sector that has begun is done: the next one is the earliest. What is further off than
        // the ring reaches is put back when its place comes round.
        long at = Math.max(sector, parts(time, sectorTime, perSector));
        int place = (int) at & (heads.length - 1);
        link[mover] = heads[place];
        heads[place] = mover;
    }

    @Override
    long next() {
        if (plots.measures()) {
            return edge(sector + 1);
        }
        for (int ahead = 0; ahead < heads.length; ahead++) {
            if (heads[(int) (sector + ahead) & (heads.length - 1)] >= 0) {
                sector += ahead;
                return edge(sector + 1);
            }
        }
        return Long.MAX_VALUE;
    }

    @Override
    void look(Detection.Sink sink) {
        long from = edge(sector);
        long to = edge(sector + 1);
        int place = (int) sector & (heads.length - 1);
        int mover = heads[place];
        heads[place] = -1;
        sector++;
        if (sky.jammers.length > 0) {
            listenToNoise(to);
        }
        while (mover >= 0) {
            int following = link[mover];
            long time = due[mover];
            if (time >= to) {
                schedule(mover, time);
            } else if (works) {
                visit(mover, Math.max(time, from), from, to);
            } else if (time <= sky.ends[mover]) {
                schedule(mover, Math.max(time, from) + period);
            }
            mover = following;
        }
        if (falseStream != null) {
            addFalse(falseStream, from, to);
        }
        plots.tell(to, sink);
    }

    private void visit(int mover, long time, long from, long to) {
        if (time < sky.appears[mover]) {
            schedule(mover, Math.max(to, sky.appears[mover]));
            return;
        }
        if (!sky.isUp(mover, time)) {
            return;
        }
        Mover.State at = state;
        Outlook.View seen = view;
        sky.movers[mover].at(time, at);
        outlook.view(at, seen);
        boolean near = seen.square <= reach[2 * mover];
        if (!near) {
            long scans = scansToReach(mover);
            if (scans > 0) {
                schedule(mover, time + period * scans);
                return;
            }
        }
        double east = east(at);
        double northward = northward(at);
        double azimuth = Angle.azimuth(seen.east, seen.north);
        double rate =
                1e-9
                        * (seen.north * east - seen.east * northward)
                        / Math.max(1, seen.across * seen.across);
        double ahead = Math.max(0.25 * turning, turning - rate);
        double off = Angle.small(Angle.positive(azimuth + north) - beamAt(time));
        long crossing = time + StrictMath.round(off / ahead);
        if (crossing < Math.max(from - period / LATE, sky.appears[mover])) {
            crossing += period;
        }
        if (crossing >= to) {
            schedule(mover, crossing);
            return;
        }
        // What was missed by a little, because it turned, is looked at a little late.
        crossing = Math.max(crossing, from);
        double turn = Angle.TURN / Math.min(ahead, 2 * turning);
        schedule(mover, crossing + (long) turn - period / EARLY);
        double rise = seen.up + Outlook.refraction(seen.across);
        if (!near || rise < tanLowest * seen.across || rise > tanHighest * seen.across) {
            return;
        }
        double ground = Outlook.ground(seen, at.height);
        if (!outlook.isUp(ground, at.height)) {
            return;
        }
        double chance = chance(mover, seen.square, azimuth);
        boolean asked = seen.square <= secondary && sky.answers(mover);
        if ((chance <= 0 && !asked) || outlook.isHidden(azimuth, ground, at.height)) {
            return;
        }
        long scan = parts(crossing + phase, period, perPeriod);
        long bits = mixed(detecting, sky.keys[mover], scan);
        boolean echo = uniform(bits) < chance;
        boolean reply = asked && uniform(after(bits)) < probability;
        if (!echo && !reply) {
            return;
        }
        double later = (crossing - time) * 1e-9;
        double range = Math.sqrt(seen.square);
        double height = at.height;
        if (Math.abs(crossing - time) > LONG) {
            sky.movers[mover].at(Math.clamp(crossing, sky.appears[mover], sky.ends[mover]), at);
            outlook.view(at, seen);
            azimuth = Angle.azimuth(seen.east, seen.north);
            range = Math.sqrt(seen.square);
            height = at.height;
        } else {
            azimuth += rate * (crossing - time);
            double upward =
                    outlook.frame.upX() * at.vx
                            + outlook.frame.upY() * at.vy
                            + outlook.frame.upZ() * at.vz;
            range +=
                    later
                            * (seen.east * east + seen.north * northward + seen.up * upward)
                            / Math.max(1, range);
            height += later * upward;
        }
        plots.add(
                crossing,
                mover,
                scan,
                range,
                Angle.positive(azimuth + north),
                height,
                echo,
                reply,
                chance);
    }

    private double east(Mover.State at) {
        return outlook.frame.eastX() * at.vx
                + outlook.frame.eastY() * at.vy
                + outlook.frame.eastZ() * at.vz;
    }

    private double northward(Mover.State at) {
        return outlook.frame.northX() * at.vx
                + outlook.frame.northY() * at.vy
                + outlook.frame.northZ() * at.vz;
    }

    private long scansToReach(int mover) {
        double speed = Math.sqrt(state.vx * state.vx + state.vy * state.vy + state.vz * state.vz);
        double gap = Math.sqrt(view.square) - Math.sqrt(reach[2 * mover]);
        return (long) Math.min(1_000, gap / ((2 * speed + FASTEST) * (period * 1e-9)));
    }

    /** The probability that an echo is detected. */
    private double chance(int mover, double square, double azimuth) {
        double argument = square * reach[2 * mover + 1];
        if (noises > 0) {
            double share = 1;
            for (int i = 0; i < noises; i++) {
                boolean inBeam = Math.abs(Angle.small(azimuth - noiseAzimuth[i])) < beam;
                share = Math.min(share, inBeam ? noiseBeam[i] : noiseSide[i]);
            }
            if (!(share > 0)) {
                return 0;
            }
            argument /= share * share;
        }
        return probability * curves[sky.fluctuation[mover]].at(argument);
    }

    private void listenToNoise(long time) {
        noises = 0;
        for (int jammer : sky.jammers) {
            Mover.Noise noise = sky.movers[jammer].noise();
            if (noise == null || !sky.isUp(jammer, time)) {
                continue;
            }
            sky.movers[jammer].at(time, state);
            outlook.view(state, view);
            if (view.square <= noise.radius() * noise.radius()
                    && outlook.isUp(Outlook.ground(view, state.height), state.height)) {
                noiseAzimuth[noises] = Angle.azimuth(view.east, view.north);
                noiseBeam[noises] = noise.beamShare();
                noiseSide[noises] = noise.sideShare();
                noises++;
            }
        }
    }

    /** Plots of nothing: evenly over azimuth and range, as clutter that is left over lies. */
    private void addFalse(RandomStream random, long from, long to) {
        int count = random.poisson(falseMean / sectors);
        for (int i = 0; i < count; i++) {
            long time = from + (long) (random.next() * (to - from));
            double range = random.between(1_000, falseReach);
            if (works) {
                plots.add(time, -1, 0, range, beamAt(time), Double.NaN, true, false, 0);
            }
        }
    }
}
