package org.airwarden.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.airwarden.geodesy.GridTerrainReader;
import org.airwarden.geodesy.SyntheticTerrain;
import org.airwarden.geodesy.Terrain;
import org.airwarden.geodesy.TerrainException;
import org.airwarden.simulation.Scenario;
import org.airwarden.simulation.TerrainChoice;
import org.jspecify.annotations.Nullable;

/** The ground that a scenario chooses. No state. */
public final class ScenarioTerrain {
    private ScenarioTerrain() {}

    /**
     * Returns it.
     *
     * @param folder where the scenario's file lies, for a grid of its own; null for a shipped one
     * @throws TerrainException if its grid cannot be used
     * @throws IOException if its grid cannot be read
     */
    public static Terrain of(Scenario scenario, @Nullable Path folder) throws IOException {
        return switch (scenario.terrain()) {
            case TerrainChoice.Smooth() -> Terrain.SMOOTH;
            case TerrainChoice.Synthetic(long seed, double relief, double grain) ->
                    new SyntheticTerrain(seed, relief, grain);
            case TerrainChoice.Grid(String file) -> grid(file, folder);
        };
    }

    private static Terrain grid(String file, @Nullable Path folder) throws IOException {
        Path path = folder == null ? Path.of(file) : folder.resolve(file);
        try (BufferedReader in = Files.newBufferedReader(path)) {
            return GridTerrainReader.read(file, in);
        }
    }
}
