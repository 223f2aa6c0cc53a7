package org.airwarden.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A battery. What it can do is its class's unless the scenario says otherwise.
 *
 * @param name its name
 * @param system the catalogue's class
 * @param at where it stands
 * @param channels targets at a time; null for its class's
 * @param magazine interceptors at the start; null for its class's
 * @param reload time to be reloaded after the magazine is empty (s); infinite for never; null for
 *     its class's
 * @param reaction time from the order to the launch (s); null for its class's
 * @param busy how long a channel is busy with one salvo (s); null for as long as the interceptor
 *     flies
 * @param kill probability that an interceptor that meets its target inside the envelope destroys
 *     it, by what it is; an input with a distribution, never a fact. A run draws each once: what is
 *     not known is the same for all shots of a run
 * @param layer where the scenario has no geometry: batteries engage in the order of their layers,
 *     each what the ones before let through
 * @param decays share of targets that fall apart over people rather than harmlessly
 */
public record Battery(
        String name,
        String system,
        Place at,
        @Nullable Quantity channels,
        @Nullable Quantity magazine,
        @Nullable Quantity reload,
        @Nullable Quantity reaction,
        @Nullable Quantity busy,
        List<Chance> kill,
        int layer,
        Quantity decays) {
    /** Copies the list. */
    public Battery {
        kill = List.copyOf(kill);
    }

    /**
     * A probability against one kind of target.
     *
     * @param against the kind, or null for all that no other line names
     * @param probability from 0 to 1
     */
    public record Chance(PlatformClass.@Nullable Kind against, Quantity probability) {}
}
