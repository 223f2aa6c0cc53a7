package org.airwarden.simulation;

/**
 * A link on which a post hears a sensor or another post.
 *
 * @param from the sensor or the post that is heard
 * @param delay (s)
 * @param loss share of messages that never come
 */
public record Link(String from, Quantity delay, Quantity loss) {}
