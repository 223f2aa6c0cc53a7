package org.airwarden.feeds;

/** A receiver cannot listen; the message says why and what to do about it. */
public final class ReceiverException extends Exception {
    private static final long serialVersionUID = 1;

    /** Tells what is wrong and the remedy. */
    public ReceiverException(String message, Throwable cause) {
        super(message, cause);
    }
}
