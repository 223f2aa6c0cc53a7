package org.airwarden.simulation;

import java.util.List;
import java.util.stream.Collectors;

/** A scenario cannot be used; all that was found wrong with it. */
public final class ScenarioException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** In the order of the file; one at least. */
    private final transient List<ScenarioProblem> problems;

    ScenarioException(List<ScenarioProblem> problems) {
        super(
                problems.stream()
                        .map(ScenarioProblem::toString)
                        .collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    /** Returns what is wrong, in the order of the file; one at least. */
    public List<ScenarioProblem> problems() {
        return problems;
    }
}
