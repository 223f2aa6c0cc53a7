package org.airwarden.model;

/** Bytes that hold a state cannot be read: damaged, cut short, or of a newer version. */
public final class StateException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Tells what is wrong, in words. */
    public StateException(String message) {
        super(message);
    }
}
