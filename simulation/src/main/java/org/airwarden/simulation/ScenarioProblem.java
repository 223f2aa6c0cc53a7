package org.airwarden.simulation;

/**
 * Something that is wrong with a scenario's file.
 *
 * @param file the file's name
 * @param line from 1
 * @param column from 1
 * @param what what is wrong, and why
 * @param remedy what to write instead
 */
public record ScenarioProblem(String file, int line, int column, String what, String remedy) {
    /** Returns it as one line: file, line, column, what is wrong, and how to mend it. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + what + "; " + remedy;
    }
}
