package org.airwarden.simulation;

import org.airwarden.geodesy.Terrain;

/**
 * What the runs of a scenario share: who flies, who looks, and how looks become reports. Immutable;
 * any thread.
 *
 * @param movers what flies
 * @param watches who looks
 * @param reporting how looks become reports
 */
record Stage(Movers movers, Watches watches, Reporting reporting) {
    /** Prepares a scenario's. */
    static Stage of(Scenario scenario, Terrain terrain) {
        return new Stage(
                new Movers(scenario, terrain),
                new Watches(scenario, terrain),
                new Reporting(scenario, terrain));
    }
}
