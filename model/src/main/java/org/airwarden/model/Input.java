package org.airwarden.model;

/**
 * What moves the picture, and the only thing that does. Inputs are given in the order of their
 * received times.
 */
public sealed interface Input permits SensorReport, Tick, Site, Settings {
    /** When the host took it in (ns since 1970). The picture's clock follows it. */
    long received();
}
