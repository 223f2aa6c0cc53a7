package org.airwarden.simulation;

import java.util.Arrays;
import java.util.List;

/** What flies in a run, and what has been destroyed. One thread. */
final class Airborne {
    private static final long NEVER = Long.MAX_VALUE;

    private final List<Mover> movers;
    private final long[] destroyed;
    private final boolean[] friendAnswer;
    private final boolean[] engaged;
    private final Mover.State state = new Mover.State();

    Airborne(List<Mover> movers) {
        this.movers = movers;
        destroyed = new long[movers.size()];
        Arrays.fill(destroyed, NEVER);
        friendAnswer = new boolean[movers.size()];
        engaged = new boolean[movers.size()];
        for (int i = 0; i < friendAnswer.length; i++) {
            friendAnswer[i] = movers.get(i).answering().friend();
        }
    }

    int size() {
        return movers.size();
    }

    Mover mover(int index) {
        return movers.get(index);
    }

    List<Mover> movers() {
        return movers;
    }

    boolean isFlying(int mover, long time) {
        Mover one = movers.get(mover);
        return time >= one.appears()
                && time < one.ends()
                && time < destroyed[mover]
                && wasReleased(mover);
    }

    /** Tells whether it ever appears: what a carrier would have released goes with the carrier. */
    boolean wasReleased(int mover) {
        Mover one = movers.get(mover);
        int carrier = one.carrier();
        return carrier < 0 || destroyed[carrier] > one.appears();
    }

    boolean isDestroyed(int mover) {
        return destroyed[mover] != NEVER;
    }

    void destroy(int mover, long time) {
        destroyed[mover] = Math.min(destroyed[mover], time);
    }

    /** Notes that somebody fired at it; tells whether that is the first time. */
    boolean engage(int mover) {
        boolean first = !engaged[mover];
        engaged[mover] = true;
        return first;
    }

    boolean answersAsFriend(int mover) {
        return friendAnswer[mover];
    }

    /** The answer of a flight, or of all members of a wave or a flow, dies. */
    void loseFriendAnswer(String name) {
        for (int i = 0; i < movers.size(); i++) {
            if (isOf(i, name)) {
                friendAnswer[i] = false;
            }
        }
    }

    /** Tells whether a mover is the flight of a name, or a member of the wave or flow. */
    boolean isOf(int mover, String name) {
        String its = movers.get(mover).name();
        return its.equals(name) || its.startsWith(name + "-");
    }

    /** Returns the state of a mover that flies; valid until the next call. */
    Mover.State at(int mover, long time) {
        Mover one = movers.get(mover);
        one.at(Math.clamp(time, one.appears(), one.ends()), state);
        return state;
    }
}
