package org.airwarden.simulation;

import org.airwarden.model.Identity;
import org.airwarden.model.Transponder;
import org.jspecify.annotations.Nullable;

/** A track as a post holds it, with what the post makes of it. One thread. */
final class HeldTrack {
    private static final long LEAVE = 45_000_000_000L;
    private static final long SPARED_AGAIN = 12_000_000_000L;

    /** How far a post is with a track. */
    enum Stage {
        /** Watched: nothing has been decided. */
        WATCHED,
        /** The crew decides. */
        DECIDED_ON,
        /** Ordered, and waiting for a battery. */
        ORDERED,
        /** An interceptor is on its way. */
        ENGAGED,
        /** Believed destroyed, or given up. */
        DONE
    }

    final int number;

    /**
     * The mover behind it, in truth, or -1 for none: for the physics of answers and echoes alone.
     */
    int mover;

    /** When that was last worked out (ns since the start). */
    long behind = Long.MIN_VALUE;

    long first;
    long last;
    long lastReply = Long.MIN_VALUE;
    long lastBroadcast = Long.MIN_VALUE;
    long lastOwn = Long.MIN_VALUE;
    int looks;

    /** The sensors that hold it, as bits of their places in the list. */
    long sensors;

    double x;
    double y;
    double z;
    double vx;
    double vy;
    double vz;
    double height;

    /** The sensor behind the position, or -1 where it is a broadcast or told by another post. */
    int positionFrom = -1;

    /** Distance within which it is with a probability of 95 % (m). */
    double accuracy = 500;

    /** What its transponder said. */
    Transponder said = Transponder.SILENT;

    boolean broadcastDisagrees;

    /** Clues that do not go away: where it came from, what it answered as a friend. */
    int lasting;

    /** All clues as they were last judged. */
    int clues;

    long judged = Long.MIN_VALUE;

    /** What another post said of it, or null. */
    @Nullable Identity told;

    Identity identity = Identity.PENDING;

    boolean spared;

    /** When it would reach a defended area (ns since the start), or Long.MAX_VALUE. */
    long arrives = Long.MAX_VALUE;

    /** The area that it would reach first, or -1. */
    int threatens = -1;

    /** Whether it comes at a battery of the post, and will be there soon. */
    boolean attacksUs;

    Stage stage = Stage.WATCHED;
    long ordered;

    /** Since when it could have been engaged but for its identity. */
    long suspectSince = Long.MIN_VALUE;

    boolean noticed;
    boolean waited;
    long vetoedUntil = Long.MIN_VALUE;
    long toldOthers = Long.MIN_VALUE;
    boolean toldEngaged;

    /** Until when another post has said that it engages it (ns since the start). */
    long leftToOthersUntil = Long.MIN_VALUE;

    /** Salvos of each battery of the post. */
    final int[] salvos;

    HeldTrack(int number, int batteries) {
        this.number = number;
        salvos = new int[batteries];
    }

    /** Tells whether this post engages it, or is about to. */
    boolean isBeingEngaged() {
        return stage == Stage.ORDERED || stage == Stage.ENGAGED;
    }

    /** Another post that says that it engages it is left to do so for a while. */
    void leaveTo(HeldTrack others, long now) {
        if (others.isBeingEngaged()) {
            leftToOthersUntil = now + LEAVE;
        }
    }

    /** Tells whether a change of it matters: what is spared is looked at now and then. */
    boolean isDue(long now) {
        return !spared || judged <= now - SPARED_AGAIN;
    }

    /** Tells whether other posts have not been told of it for a while. */
    boolean isToTell(long now) {
        return toldOthers <= now - Network.TELL_AGAIN;
    }

    /** Tells whether it is held by several looks: what a crew acts on. */
    boolean isConfirmed() {
        return looks >= 2;
    }
}
