package org.airwarden.simulation;

import java.util.Arrays;

/**
 * A receiver of ADS-B, or a multilateration system, that listens: a quarter of a second at a time.
 * Each equipped mover is heard at most once a second, at its own part of the second, if it is in
 * line of sight and in range. ADS-B tells what the mover's satellites tell it; multilateration
 * measures. One thread.
 */
final class ReceiverWatch extends Watch {
    static final long SECOND = 1_000_000_000L;
    static final int SLOTS = 4;

    /** Errors of satellite navigation along one axis (m): NACp 9 in most of the traffic. */
    static final double BROADCAST_SIGMA = 12;

    /** What the traffic claims of it (m): within 30 m in 95 % of all cases, NACp 9. */
    static final double CLAIMED_SIGMA = 30 / StrictMath.sqrt(-2 * StrictMath.log(0.05));

    /** Errors of a multilateration along one axis (m): assumed, as of wide-area systems. */
    static final double MEASURED_SIGMA = 60;

    /** How often a mover is listened to where only whether it is heard counts (s). */
    static final int SELDOM = 4;

    private final boolean broadcast;
    private final long cycle;
    private final long slotTime;
    private final double reach;
    private final int[][] heard = new int[SLOTS][];
    private final long[] parts;
    private final int[] lengths = new int[SLOTS];
    private long slot;

    ReceiverWatch(int number, SensorSite site, Outlook outlook, boolean measures, Sky sky) {
        super(number, site, outlook, sky);
        cycle = measures ? SECOND : SELDOM * SECOND;
        slotTime = cycle / SLOTS;
        broadcast = site.kind() == SensorSite.Kind.ADSB;
        reach = site.range() * site.range();
        parts = new long[sky.size()];
        long[][] order = new long[SLOTS][16];
        for (int i = 0; i < sky.size(); i++) {
            if (broadcast ? !sky.broadcasts(i) : !sky.answers(i)) {
                continue;
            }
            // When it speaks is the mover's: all receivers hear the same message.
            parts[i] = (long) (uniform(mixed(sky.seed, sky.keys[i], sky.run)) * cycle);
            int in = (int) (parts[i] / slotTime);
            if (lengths[in] == order[in].length) {
                order[in] = Arrays.copyOf(order[in], 2 * lengths[in]);
            }
            order[in][lengths[in]++] = parts[i] << 24 | i;
        }
        for (int in = 0; in < SLOTS; in++) {
            Arrays.sort(order[in], 0, lengths[in]);
            heard[in] = new int[lengths[in]];
            for (int i = 0; i < lengths[in]; i++) {
                heard[in][i] = (int) (order[in][i] & 0xFFFFFF);
            }
        }
    }

    @Override
    long next() {
        return (slot + 1) * slotTime;
    }

    @Override
    void look(Detection.Sink sink) {
        int in = (int) (slot % SLOTS);
        long second = slot / SLOTS * cycle;
        slot++;
        int[] those = heard[in];
        int kept = 0;
        for (int i = 0; i < lengths[in]; i++) {
            int mover = those[i];
            long time = second + parts[mover];
            if (time > sky.ends[mover]) {
                continue;
            }
            those[kept++] = mover;
            if (works && time >= sky.appears[mover] && sky.isUp(mover, time)) {
                hear(mover, time, sink);
            }
        }
        lengths[in] = kept;
    }

    private void hear(int mover, long time, Detection.Sink sink) {
        if (broadcast ? !sky.broadcasts(mover) : !sky.answers(mover)) {
            return;
        }
        Mover.State at = state;
        Outlook.View seen = view;
        sky.movers[mover].at(time, at);
        outlook.view(at, seen);
        if (seen.square > reach) {
            return;
        }
        double ground = Outlook.ground(seen, at.height);
        if (!outlook.isUp(ground, at.height)) {
            return;
        }
        long bits = mixed(detecting, sky.keys[mover], time / SECOND);
        if (uniform(bits) >= probability) {
            return;
        }
        double azimuth = Angle.azimuth(seen.east, seen.north);
        if (outlook.isHidden(azimuth, ground, at.height)) {
            return;
        }
        Detection out = detection;
        clear(out);
        // The error is the aircraft's: two receivers hear the same wrong position.
        long errors =
                broadcast
                        ? mixed(sky.seed + 1, sky.keys[mover], time / SECOND + (sky.run << 32))
                        : mixed(measuring, sky.keys[mover], time / SECOND);
        double sigma = broadcast ? BROADCAST_SIGMA : MEASURED_SIGMA;
        double across = Math.max(1, Math.sqrt(at.x * at.x + at.y * at.y));
        double ex = -at.y / across;
        double ey = at.x / across;
        double size = Math.sqrt(across * across + at.z * at.z);
        double sine = at.z / size;
        double east = sigma * gaussian(errors);
        double north = sigma * gaussian(after(errors));
        out.x = at.x + east * ex - north * sine * ey;
        out.y = at.y + east * ey + north * sine * ex;
        out.z = at.z + north * across / size;
        out.vx = at.vx;
        out.vy = at.vy;
        out.vz = at.vz;
        if (broadcast && !sky.satellites(at, out)) {
            return;
        }
        out.mover = mover;
        out.time = time;
        out.ready = time;
        out.reply = true;
        out.broadcast = broadcast;
        out.range = Math.sqrt(seen.square);
        out.azimuth = azimuth;
        out.height = at.height;
        out.told = at.height;
        tell(sink);
    }
}
