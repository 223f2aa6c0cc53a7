package org.airwarden.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group of the raid: the same platform from the same side. It is drawn from this description and
 * never searched for.
 *
 * @param name its name; its members are called {@code name-1}, {@code name-2} and so on
 * @param platform the catalogue's class
 * @param count members, rounded to whole ones
 * @param begins when the first appears (s after the start)
 * @param interval time from one member to the next (s); an {@link Quantity.Shape#EXPONENTIAL} one
 *     makes a Poisson stream, and is drawn anew for each member
 * @param route where it goes, the first point being where it appears; empty without geometry
 * @param scatter standard deviation of each member's first point about the route's (m)
 * @param aims areas or places that members go for in turn, by name; empty for those that go for
 *     none (they follow the route and leave)
 * @param miss standard deviation of the impact about the aim along one axis (m)
 * @param release what it releases and where, or null
 * @param noise what noise it makes against radars, or null
 * @param answering what it answers: a raid may lie
 * @param window how long each can be engaged where the scenario has no geometry (s); null otherwise
 */
public record Wave(
        String name,
        String platform,
        Quantity count,
        Quantity begins,
        Quantity interval,
        List<Leg> route,
        double scatter,
        List<String> aims,
        Quantity miss,
        @Nullable Release release,
        @Nullable Noise noise,
        Answering answering,
        @Nullable Quantity window) {
    /** Copies the lists. */
    public Wave {
        route = List.copyOf(route);
        aims = List.copyOf(aims);
    }

    /**
     * What a carrier releases.
     *
     * @param platform the catalogue's class of the weapon
     * @param each how many each carrier releases, rounded
     * @param leg the number of the point of the route at which it does, from 0
     * @param interval time between two (s)
     */
    public record Release(String platform, Quantity each, int leg, Quantity interval) {}

    /**
     * Noise against radars: as it is told in public, by what it does to the range.
     *
     * @param radius distance from a radar within which it works (m)
     * @param beamShare share of a clear radar's range that is left in the direction of the jammer,
     *     0 to 1
     * @param sideShare share that is left in every other direction, 0 to 1
     */
    public record Noise(double radius, Quantity beamShare, Quantity sideShare) {}
}
