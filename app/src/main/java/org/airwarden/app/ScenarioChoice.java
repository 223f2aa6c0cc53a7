package org.airwarden.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.airwarden.analysis.ScenarioTerrain;
import org.airwarden.geodesy.Terrain;
import org.airwarden.geodesy.TerrainException;
import org.airwarden.simulation.Scenario;
import org.airwarden.simulation.ScenarioException;
import org.airwarden.simulation.ScenarioReader;
import org.airwarden.simulation.Scenarios;
import org.airwarden.simulation.Simulator;
import org.jspecify.annotations.Nullable;

/**
 * A scenario that the user names: a file, or a shipped one.
 *
 * @param scenario the scenario
 * @param terrain its ground
 */
record ScenarioChoice(Scenario scenario, Terrain terrain) {
    /**
     * Reads it.
     *
     * @param name a file's path or a shipped scenario's name
     * @throws UserException if there is none, or if it cannot be used
     */
    static ScenarioChoice of(String name) throws IOException {
        return of(name, null, new TreeMap<>());
    }

    /**
     * Reads it and changes single values.
     *
     * @param folder where a file is looked for, or null for the working directory
     * @param changes values by their paths
     * @throws UserException if there is none, or if it cannot be used
     */
    static ScenarioChoice of(String name, @Nullable Path folder, SortedMap<String, String> changes)
            throws IOException {
        Path file = folder == null ? Path.of(name) : folder.resolve(name);
        try {
            if (Files.isRegularFile(file)) {
                Scenario scenario = ScenarioReader.read(file, changes);
                Path beside = file.toAbsolutePath().getParent();
                return new ScenarioChoice(scenario, ScenarioTerrain.of(scenario, beside));
            }
            if (name.contains("/") || name.endsWith(".yaml") || Files.isDirectory(file)) {
                throw UserException.misuse("there is no file " + file);
            }
            Scenario scenario = Scenarios.shipped(name, changes);
            return new ScenarioChoice(scenario, ScenarioTerrain.of(scenario, null));
        } catch (NoSuchElementException none) {
            throw UserException.misuse(String.valueOf(none.getMessage()));
        } catch (ScenarioException wrong) {
            int more = wrong.problems().size() - 1;
            throw UserException.misuse(
                    wrong.problems().getFirst() + (more == 0 ? "" : " (and " + more + " more)"));
        } catch (TerrainException wrong) {
            throw UserException.misuse(String.valueOf(wrong.getMessage()));
        }
    }

    /** Returns what runs it. */
    Simulator simulator(Simulator.Sensing sensing) {
        return new Simulator(scenario, terrain, sensing);
    }
}
