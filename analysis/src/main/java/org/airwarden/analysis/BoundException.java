package org.airwarden.analysis;

/** There is no bound for a scenario; the message says why. */
public final class BoundException extends Exception {
    private static final long serialVersionUID = 1;

    BoundException(String message) {
        super(message);
    }
}
