package org.airwarden.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.airwarden.geodesy.Frame;
import org.airwarden.identification.Clue;
import org.airwarden.identification.Identifier;
import org.airwarden.model.Identity;
import org.airwarden.simulation.Post.Status;
import org.jspecify.annotations.Nullable;

/**
 * A command post in a run: it judges the tracks of its own picture, decides, orders and warns. It
 * acts when something changes, never by a step. One thread.
 */
final class PostAtWork {
    private static final double SECOND = 1e9;
    private static final long STALE = 40_000_000_000L;
    private static final long JUDGE_AGAIN = 4_000_000_000L;
    private static final long VETO = 60_000_000_000L;
    private static final double SELF_DEFENCE = 60;

    private final int number;
    private final Post post;
    private final Prepared prepared;
    private final Duty duty;
    private final List<Fires> fires = new ArrayList<>();
    private final ClueFinder clueFinder;
    private final Arrivals arrivals;
    private final Identifier identifier;
    private final CrewAtWork crew;
    private final double patience;
    private final List<HeldTrack> waiting = new ArrayList<>();
    private final double[] local = new double[3];
    private Status status;
    private boolean lost;
    private @Nullable PostAtWork superior;
    private boolean superiorHeard;

    /** What a post needs of the run around it. */
    interface Duty {
        /** Returns the events to come. */
        EventQueue queue();

        /** Returns what is on the ground. */
        Ground ground();

        /** Returns what is written down. */
        Chronicle chronicle();

        /** Returns whether the mover behind a track answers as a friend. */
        boolean answersAsFriend(HeldTrack track, long now);

        /** Returns whether an interrogator that the post hears reaches a track. */
        boolean isAsked(PostAtWork post, HeldTrack track, long now);

        /** Returns whether a receiver that the post hears would hear its broadcast. */
        boolean isListenedTo(PostAtWork post, HeldTrack track, long now);

        /** Returns its height above the ground (m). */
        double aboveGround(HeldTrack track);

        /** Returns the post's own track of the same thing, or null. */
        @Nullable HeldTrack same(PostAtWork post, HeldTrack track, long now);

        /** Launches: the run counts, draws the outcome, and comes back with {@link #done}. */
        void engage(PostAtWork post, Fires fires, HeldTrack track, double flight, long now);
    }

    /**
     * A battery of the post.
     *
     * @param number its place among the batteries of the post
     * @param battery the battery at work
     */
    record Fires(int number, BatteryAtWork battery) {}

    PostAtWork(int number, Post post, Prepared prepared, Draws draws, Duty duty) {
        this.number = number;
        this.post = post;
        this.prepared = prepared;
        this.duty = duty;
        clueFinder = new ClueFinder(prepared, post);
        arrivals = new Arrivals(prepared);
        identifier = prepared.identifier(post);
        crew = new CrewAtWork(post, draws);
        patience = draws.of(post.name(), "patience", post.doctrine().patience());
        status = post.status();
    }

    Post post() {
        return post;
    }

    /** Returns its place in the list of posts. */
    int number() {
        return number;
    }

    void command(BatteryAtWork battery) {
        fires.add(new Fires(fires.size(), battery));
    }

    int batteries() {
        return fires.size();
    }

    void serveUnder(PostAtWork commanding) {
        superior = commanding;
        superiorHeard = true;
    }

    void hearSuperior(boolean heard) {
        superiorHeard = heard;
    }

    void take(Status given) {
        status = given;
    }

    /** The post is gone. */
    void lose() {
        lost = true;
        for (Fires one : fires) {
            one.battery().lose();
        }
    }

    boolean isLost() {
        return lost;
    }

    private Status effectiveStatus() {
        PostAtWork commanding = superior;
        boolean led = commanding == null || (superiorHeard && !commanding.lost);
        return led ? status : post.alone();
    }

    // ---- tracks

    /** A track of the post's picture changed. */
    void changed(HeldTrack track, long now) {
        if (lost || !track.isConfirmed() || !track.isDue(now)) {
            return;
        }
        judge(track, now, false);
        if (track.identity.isSpared()) {
            return;
        }
        if (track.threatens >= 0
                && post.warns()
                && (track.identity == Identity.HOSTILE || track.identity == Identity.SUSPECT)) {
            duty.ground().threaten(track.threatens, now, crew.timeToRelease(), post.name());
        }
        if (track.stage == HeldTrack.Stage.WATCHED && mayEngage(track, now)) {
            notice(track, now);
        } else if (track.stage == HeldTrack.Stage.ORDERED) {
            serve(track, now);
        }
    }

    private void judge(HeldTrack track, long now, boolean again) {
        if (!again && track.judged > now - JUDGE_AGAIN && track.identity != Identity.PENDING) {
            return;
        }
        track.judged = now;
        int clues =
                clueFinder.clues(
                        track,
                        now,
                        duty.isAsked(this, track, now),
                        duty.isListenedTo(this, track, now));
        Identity identity = identifier.declare(clues);
        if (!identity.isSpared()) {
            arrivals.look(track, now);
            if (track.arrives != Long.MAX_VALUE) {
                clues |= clueFinder.motionClues(track, duty.aboveGround(track));
                identity = identifier.declare(clues);
            }
        }
        Identity told = track.told;
        if (told != null
                && (identity == Identity.UNKNOWN
                        || identity == Identity.SUSPECT
                        || told.isSpared())) {
            identity = told;
        }
        if (identity.isSpared()) {
            track.arrives = Long.MAX_VALUE;
            track.threatens = -1;
        }
        if (identity != track.identity && duty.chronicle().isKept()) {
            tellIdentity(track, identity, clues, now);
        }
        track.clues = clues;
        track.identity = identity;
        track.spared = identity.isSpared();
        track.attacksUs =
                !identity.isSpared() && prepared.scenario().geometry() && isSelfDefence(track, now);
    }

    private void tellIdentity(HeldTrack track, Identity identity, int clues, long now) {
        StringBuilder words = new StringBuilder();
        words.append("track ").append(track.number).append(": ").append(wordsOf(identity));
        words.append(String.format(Locale.ROOT, " (hostile %.3f)", identifier.hostile(clues)));
        String separator = ", because ";
        for (Clue clue : Identifier.cluesOf(clues)) {
            words.append(separator).append(clue.words());
            separator = "; ";
        }
        duty.chronicle().add(now, Chronicle.Kind.IDENTITY, post.name(), words.toString());
    }

    static String wordsOf(Identity identity) {
        return identity.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    // ---- decisions

    private boolean mayEngage(HeldTrack track, long now) {
        if (fires.isEmpty()
                || track.vetoedUntil > now
                || track.leftToOthersUntil > now
                || (now - track.last > STALE && prepared.scenario().geometry())
                || (post.doctrine().secondSource() && Long.bitCount(track.sensors) < 2)) {
            return false;
        }
        boolean hostile = track.identity == Identity.HOSTILE;
        boolean threat =
                !prepared.scenario().geometry()
                        || track.arrives != Long.MAX_VALUE
                        || track.attacksUs;
        return switch (effectiveStatus()) {
            case HOLD -> hostile && track.attacksUs;
            case FREE -> threat && !track.identity.isSpared();
            case TIGHT -> threat && (hostile || isPatienceOver(track, now));
        };
    }

    /** A crew that waited in vain takes a suspect that comes on for what it looks like. */
    private boolean isPatienceOver(HeldTrack track, long now) {
        if (track.identity != Identity.SUSPECT) {
            track.suspectSince = Long.MIN_VALUE;
            return false;
        }
        if (track.suspectSince == Long.MIN_VALUE) {
            track.suspectSince = now;
        }
        return (now - track.suspectSince) / SECOND >= patience;
    }

    private boolean isSelfDefence(HeldTrack track, long now) {
        for (int i = 0; i < fires.size(); i++) {
            Frame frame = fires.get(i).battery().frame();
            frame.toLocal(track.x, track.y, track.z, local, 0);
            double e = local[0];
            double n = local[1];
            frame.directionToLocal(track.vx, track.vy, track.vz, local, 0);
            double square = local[0] * local[0] + local[1] * local[1];
            if (square == 0) {
                continue;
            }
            double nearest = -(e * local[0] + n * local[1]) / square;
            double offEast = e + nearest * local[0];
            double offNorth = n + nearest * local[1];
            double ahead = nearest - (now - track.last) / SECOND;
            if (ahead >= 0
                    && ahead < SELF_DEFENCE
                    && offEast * offEast + offNorth * offNorth
                            < Encounter.BASKET * Encounter.BASKET) {
                return true;
            }
        }
        return false;
    }

    private void notice(HeldTrack track, long now) {
        track.stage = HeldTrack.Stage.DECIDED_ON;
        double time = track.noticed ? 0 : crew.timeToDecide();
        track.noticed = true;
        duty.queue().plan(now + (long) (time * SECOND), then -> decide(track, then));
    }

    private void decide(HeldTrack track, long now) {
        if (lost) {
            return;
        }
        if (post.doctrine().asksFriend()) {
            boolean answers = duty.answersAsFriend(track, now);
            track.lasting &= ~(Clue.FRIEND_ANSWER.bit() | Clue.NO_FRIEND_ANSWER.bit());
            track.lasting |= (answers ? Clue.FRIEND_ANSWER : Clue.NO_FRIEND_ANSWER).bit();
        }
        judge(track, now, true);
        if (!mayEngage(track, now)) {
            track.stage = HeldTrack.Stage.WATCHED;
            return;
        }
        PostAtWork commanding = superior;
        if (post.doctrine().confirmBySuperior()
                && commanding != null
                && superiorHeard
                && !commanding.lost) {
            double time = commanding.crew.timeToConfirm();
            duty.queue()
                    .plan(now + (long) (time * SECOND), then -> confirm(track, commanding, then));
            return;
        }
        order(track, now);
    }

    private void confirm(HeldTrack track, PostAtWork commanding, long now) {
        HeldTrack same = duty.same(commanding, track, now);
        if (same != null && same.identity.isSpared()) {
            track.vetoedUntil = now + VETO;
            track.stage = HeldTrack.Stage.WATCHED;
            if (duty.chronicle().isKept()) {
                duty.chronicle()
                        .add(
                                now,
                                Chronicle.Kind.DECISION,
                                commanding.post.name(),
                                "forbids "
                                        + post.name()
                                        + " to engage track "
                                        + track.number
                                        + ": "
                                        + wordsOf(same.identity));
            }
            return;
        }
        order(track, now);
    }

    private void order(HeldTrack track, long now) {
        track.stage = HeldTrack.Stage.ORDERED;
        track.ordered = now;
        if (duty.chronicle().isKept()) {
            duty.chronicle()
                    .add(
                            now,
                            Chronicle.Kind.DECISION,
                            post.name(),
                            "orders track "
                                    + track.number
                                    + " engaged: "
                                    + wordsOf(track.identity));
        }
        waiting.add(track);
        serve(track, now);
    }

    // ---- batteries

    /** Serves whoever waits, the most pressing first. */
    void serveAll(long now) {
        if (waiting.size() > 1) {
            waiting.sort((a, b) ->
                    a.arrives != b.arrives
                            ? Long.compare(a.arrives, b.arrives)
                            : Integer.compare(a.number, b.number));
        }
        for (int i = 0; i < waiting.size(); ) {
            HeldTrack track = waiting.get(i);
            serve(track, now);
            if (i < waiting.size() && waiting.get(i) == track) {
                i++;
            }
        }
    }

    private void serve(HeldTrack track, long now) {
        if (lost || track.stage != HeldTrack.Stage.ORDERED) {
            waiting.remove(track);
            return;
        }
        if (now - track.last > STALE && prepared.scenario().geometry()) {
            track.stage = HeldTrack.Stage.WATCHED;
            waiting.remove(track);
            return;
        }
        Fires best = null;
        double soonest = Double.POSITIVE_INFINITY;
        boolean hope = false;
        int layer = Integer.MAX_VALUE;
        for (int i = 0; i < fires.size(); i++) {
            Fires one = fires.get(i);
            BatteryAtWork battery = one.battery();
            if (!battery.isAlive() || track.salvos[one.number()] >= post.doctrine().looks()) {
                continue;
            }
            if (!prepared.scenario().geometry()) {
                // Without places, layers stand behind each other: the first that is left serves.
                if (battery.isSpent() || battery.battery().layer() > layer) {
                    continue;
                }
                if (battery.battery().layer() < layer) {
                    layer = battery.battery().layer();
                    best = null;
                }
                hope = true;
                if (battery.isReady() && best == null) {
                    best = one;
                    soonest = 0;
                }
                continue;
            }
            hope |= !battery.isSpent();
            double flight = battery.isReady() ? battery.flightTime(track, now) : Double.NaN;
            if (flight < soonest) {
                best = one;
                soonest = flight;
            }
        }
        if (best != null) {
            waiting.remove(track);
            track.stage = HeldTrack.Stage.ENGAGED;
            track.salvos[best.number()]++;
            track.waited |= now > track.ordered;
            duty.engage(this, best, track, soonest, now);
        } else if (!hope) {
            waiting.remove(track);
            track.stage = HeldTrack.Stage.DONE;
        }
    }

    /**
     * An engagement of a track is over.
     *
     * @param destroyed whether the crew saw something destroyed
     */
    void done(HeldTrack track, boolean destroyed, long now) {
        if (destroyed) {
            track.stage = HeldTrack.Stage.DONE;
            return;
        }
        judge(track, now, true);
        if (lost || track.identity.isSpared()) {
            track.stage = HeldTrack.Stage.WATCHED;
            return;
        }
        track.stage = HeldTrack.Stage.ORDERED;
        waiting.add(track);
        serve(track, now);
    }

    /** Without places: what a track was goes away at the end of its window. */
    boolean isEngaging(HeldTrack track) {
        return track.stage == HeldTrack.Stage.ENGAGED;
    }

    void giveUp(HeldTrack track) {
        track.stage = HeldTrack.Stage.DONE;
        waiting.remove(track);
    }
}
