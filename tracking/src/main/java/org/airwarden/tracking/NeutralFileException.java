package org.airwarden.tracking;

import java.io.IOException;

/** A neutral file cannot be used; the message names file, line and reason in one line. */
public final class NeutralFileException extends IOException {
    private static final long serialVersionUID = 1;

    /** Tells what is wrong, in words. */
    public NeutralFileException(String message) {
        super(message);
    }
}
