package org.airwarden.simulation;

/** The ground of a scenario. */
public sealed interface TerrainChoice {
    /** A smooth ellipsoid. */
    record Smooth() implements TerrainChoice {}

    /**
     * Hills that are made up, the same for a seed.
     *
     * @param seed picks the hills
     * @param relief height of the highest hills (m)
     * @param grain distance from hill to hill (m)
     */
    record Synthetic(long seed, double relief, double grain) implements TerrainChoice {}

    /**
     * A grid of heights that the user brings: an ESRI ASCII grid in degrees.
     *
     * @param file its path, relative to the scenario's file
     */
    record Grid(String file) implements TerrainChoice {}
}
