package org.airwarden.analysis;

import java.io.IOException;

/** A file of states cannot be used; the message names file, line and reason in one line. */
public final class StateFileException extends IOException {
    private static final long serialVersionUID = 1;

    StateFileException(String message) {
        super(message);
    }
}
