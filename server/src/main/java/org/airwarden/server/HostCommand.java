package org.airwarden.server;

/** What a person may ask of a host. */
public sealed interface HostCommand {
    /** Go on. */
    record Play() implements HostCommand {}

    /** Stand still. */
    record Pause() implements HostCommand {}

    /**
     * Go at another speed.
     *
     * @param times seconds of the recording a second; 0 for as fast as possible
     */
    record Speed(double times) implements HostCommand {}

    /**
     * Go to another time.
     *
     * @param time ns since 1970
     */
    record Seek(long time) implements HostCommand {}
}
