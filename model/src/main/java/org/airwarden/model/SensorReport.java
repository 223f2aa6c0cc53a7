package org.airwarden.model;

/** Something that a sensor said. */
public sealed interface SensorReport extends Input
        permits Plot, PositionReport, TransponderReport, Strobe, Observation, ServiceMessage {
    /** The sensor's number in the {@link Site}. */
    int sensor();

    /** When the sensor claims to have measured (ns since 1970): a claim, to be judged. */
    long measured();

    /** Where the data comes from. */
    Origin origin();
}
