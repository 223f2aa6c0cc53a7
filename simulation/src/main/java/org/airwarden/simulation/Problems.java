package org.airwarden.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers what is wrong with a scenario, each thing once. Not for several threads. */
final class Problems {
    /** Beyond this nobody reads on, and a file of noise must not fill the memory. */
    private static final int MOST = 200;

    private final Set<ScenarioProblem> found = new LinkedHashSet<>();

    /** Notes that something is wrong at a place of a file. */
    void add(YamlTree place, String what, String remedy) {
        add(new ScenarioProblem(place.file(), place.line(), place.column(), what, remedy));
    }

    /** Notes something that is wrong. */
    void add(ScenarioProblem problem) {
        if (found.size() < MOST) {
            found.add(problem);
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** Returns all, in the order of the file. */
    List<ScenarioProblem> all() {
        List<ScenarioProblem> sorted = new ArrayList<>(found);
        sorted.sort(
                Comparator.comparing(ScenarioProblem::file)
                        .thenComparingInt(ScenarioProblem::line)
                        .thenComparingInt(ScenarioProblem::column));
        return sorted;
    }

    /**
     * Throws if anything is wrong.
     *
     * @throws ScenarioException with all that was found
     */
    void raise() {
        if (!found.isEmpty()) {
            throw new ScenarioException(all());
        }
    }
}
