package org.airwarden.modes;

/** Takes what an {@link SbsReader} finds, in the order of the stream. */
public interface SbsHandler {

    /** A MSG line. */
    void onMessage(SbsMessage message);

    /** A SEL, ID, AIR, STA or CLK line. */
    default void onEvent(SbsEvent event) {}

    /** A line that could not be read. */
    void onFault(Fault fault);
}
