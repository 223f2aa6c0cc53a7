package org.airwarden.geodesy;

/** A grid of heights cannot be used: one line that says where, what is wrong, and what to do. */
public final class TerrainException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TerrainException(String message) {
        super(message);
    }
}
