package org.airwarden.simulation;

import java.util.List;
import org.airwarden.geodesy.Terrain;

/** What flies and who looks at it, out of a scenario. Immutable; any thread. */
final class LookingAround implements Looking {
    private final Movers movers;

    LookingAround(Scenario scenario, Terrain terrain) {
        movers = new Movers(scenario, terrain);
    }

    @Override
    public List<Mover> movers(Draws draws) {
        return movers.draw(draws.seed(), draws.run());
    }

    @Override
    public Looks looks(int sensor, Draws draws, Airborne airborne) {
        throw new IllegalStateException("a scenario with places");
    }

    @Override
    public Reporter reporter() {
        throw new IllegalStateException("a scenario with places");
    }
}
