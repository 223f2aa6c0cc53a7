package org.airwarden.simulation;

import java.util.ArrayList;
import java.util.List;
import org.airwarden.model.Time;
import org.jspecify.annotations.Nullable;

/** What is needed while the movers of one run are drawn. One thread. */
final class Drawing {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int NOT_ADDRESSES = 0xFFFFFF;

    final long seed;
    final long run;
    final PathBuilder builder;
    final Course.Draw draw = new Course.Draw();
    final Mover.State state = new Mover.State();
    final double[] aim = new double[3];
    final List<Mover> movers = new ArrayList<>();

    /** The addresses in use: a set by open addressing, 0 for an empty place. */
    private int[] addresses = new int[256];

    private int taken;

    Drawing(long seed, long run, PathBuilder builder) {
        this.seed = seed;
        this.run = run;
        this.builder = builder;
    }

    /** Returns the stream of an entity for a purpose. */
    RandomStream stream(long entity, Purpose purpose) {
        return RandomStream.of(seed, run, entity, purpose);
    }

    /** Adds a mover with a path, or none that lasts for a time (s). */
    void add(
            String name,
            long key,
            Side side,
            PlatformClass platform,
            Answering answering,
            long begins,
            double lasts,
            @Nullable String aimed,
            int carrier,
            Mover.@Nullable Noise noise,
            @Nullable Path path) {
        long ends = begins + Time.ofSeconds(lasts);
        if (ends < 0) {
            return;
        }
        movers.add(
                new Flyer(
                        name,
                        key,
                        side,
                        platform,
                        answering,
                        begins,
                        Math.max(0, begins),
                        ends,
                        aimed,
                        carrier,
                        noise,
                        path));
    }

    /**
     * Draws codes for what a scenario leaves open.
     *
     * @param callSigns whether a call sign is drawn where there is none
     * @param equipped whether its transponder works
     */
    Answering codes(Answering order, long key, boolean callSigns, boolean equipped) {
        if (order.equipment() == Answering.Equipment.NONE) {
            return order;
        }
        if (!equipped) {
            return new Answering(
                    Answering.Equipment.NONE, -1, -1, null, order.friend(), order.planned());
        }
        boolean hasAddress = order.equipment() != Answering.Equipment.MODE_AC;
        boolean drawsCallSign = callSigns && hasAddress && order.callSign() == null;
        boolean drawsAddress = hasAddress && order.address() < 0;
        if (order.mode3A() >= 0 && !drawsAddress && !drawsCallSign) {
            return order;
        }
        RandomStream random = stream(key, Purpose.CODES);
        // 0100 to 6777: clear of the codes for emergencies and of those for whole classes.
        int mode3A = 0100 + random.below(06700);
        int letters = random.below(26 * 26);
        int number = random.below(9_000);
        int address = order.address();
        if (drawsAddress) {
            do {
                address = 1 + random.below(NOT_ADDRESSES - 1);
            } while (!use(address));
        }
        return new Answering(
                order.equipment(),
                order.mode3A() >= 0 ? order.mode3A() : mode3A,
                address,
                drawsCallSign ? callSign(letters, number) : order.callSign(),
                order.friend(),
                order.planned());
    }

    /** A call sign that no operator has: designators that begin with Q are not given out. */
    private static String callSign(int letters, int number) {
        return "Q" + LETTERS.charAt(letters / 26) + LETTERS.charAt(letters % 26) + (100 + number);
    }

    private boolean use(int address) {
        if (2 * taken >= addresses.length) {
            int[] old = addresses;
            addresses = new int[2 * old.length];
            for (int one : old) {
                if (one != 0) {
                    put(one);
                }
            }
        }
        boolean isNew = put(address);
        taken += isNew ? 1 : 0;
        return isNew;
    }

    private boolean put(int address) {
        int mask = addresses.length - 1;
        int at = ((address * 0x9E3779B1) >>> 8) & mask;
        while (addresses[at] != 0) {
            if (addresses[at] == address) {
                return false;
            }
            at = (at + 1) & mask;
        }
        addresses[at] = address;
        return true;
    }
}
