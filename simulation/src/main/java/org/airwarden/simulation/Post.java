package org.airwarden.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command post. It hosts a picture of its own, fed by its links alone, and acts on nothing else.
 *
 * @param name its name
 * @param at where it is
 * @param superior the post that commands it, or null
 * @param links whom it hears
 * @param batteries the batteries that it commands, by name
 * @param status weapons control status at the start
 * @param alone status that it takes when its superior is silent: crews have been left alone
 * @param doctrine how it decides
 * @param crew how fast and how well its people work
 * @param warns whether it releases warnings to the people
 */
public record Post(
        String name,
        Place at,
        @Nullable String superior,
        List<Link> links,
        List<String> batteries,
        Status status,
        Status alone,
        Doctrine doctrine,
        Crew crew,
        boolean warns) {
    /** Copies the lists. */
    public Post {
        links = List.copyOf(links);
        batteries = List.copyOf(batteries);
    }

    /** Weapons control status (AAP-6). */
    public enum Status {
        /** Fire at what is not identified as friendly. */
        FREE,
        /** Fire at what is identified as hostile. */
        TIGHT,
        /** Fire in self-defence or on order alone. */
        HOLD
    }

    /**
     * How a post decides.
     *
     * @param shots interceptors a salvo
     * @param looks salvos at most against one track: shoot-look-shoot beyond 1
     * @param patience longest time that it waits for a better identity before a track that would
     *     reach a defended area is engaged as what it looks like (s)
     * @param confirmBySuperior whether each engagement needs the superior's word
     * @param secondSource whether a track is engaged only when two sensors hold it
     * @param honoursCorridors whether what keeps to a corridor is spared
     * @param checksRegistration whether clues of position count only from sensors whose
     *     registration is known good
     * @param asksFriend whether it interrogates (Mode 4 or 5) before it fires
     * @param floor whether the airliner's floor holds: what is missing, and a single kind of
     *     evidence, make nothing hostile
     */
    public record Doctrine(
            int shots,
            int looks,
            Quantity patience,
            boolean confirmBySuperior,
            boolean secondSource,
            boolean honoursCorridors,
            boolean checksRegistration,
            boolean asksFriend,
            boolean floor) {}

    /**
     * The people of a post.
     *
     * @param decision time from seeing a track that must be decided on to the order (s)
     * @param alertness share of the tracks that need a decision and get one when they appear; the
     *     others are noticed only after {@link #lapse}
     * @param lapse (s)
     * @param release time from a drafted warning to its release (s)
     */
    public record Crew(Quantity decision, Quantity alertness, Quantity lapse, Quantity release) {}
}
