package org.airwarden.model;

/**
 * The host's clock goes on. At least one a second; coasting, deletion and "sensor silent" hang on
 * it.
 *
 * @param received the clock (ns since 1970)
 */
public record Tick(long received) implements Input {}
