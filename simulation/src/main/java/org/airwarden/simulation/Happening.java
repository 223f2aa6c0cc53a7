package org.airwarden.simulation;

/**
 * Something that happens to the network or to a flight.
 *
 * @param at when (s after the start)
 * @param what what happens
 * @param to the name of what it happens to; for a link {@code post < from}
 * @param value how much, in the unit of {@link #what}; 0 where none is needed
 */
public record Happening(Quantity at, What what, String to, Quantity value) {
    /** What can happen. */
    public enum What {
        /** A sensor's north becomes wrong by a value (rad). */
        SENSOR_TURNED,
        /** A sensor stops. */
        SENSOR_LOST,
        /** A sensor works again. */
        SENSOR_BACK,
        /** A link stops. */
        LINK_LOST,
        /** A link works again. */
        LINK_BACK,
        /** A post is gone with all that it commands. */
        POST_LOST,
        /** A battery is gone. */
        BATTERY_LOST,
        /** A flight's answer to the interrogation of friends dies. */
        FRIEND_ANSWER_DEAD,
        /** A flight's transponder dies. */
        TRANSPONDER_DEAD,
        /** A post's status becomes free. */
        STATUS_FREE,
        /** A post's status becomes tight. */
        STATUS_TIGHT,
        /** A post's status becomes hold. */
        STATUS_HOLD,
        /**
         * Navigation satellites cannot be used within a value (m) of an area's middle: ADS-B there
         * is lost.
         */
        GNSS_LOST,
        /**
         * Positions that aircraft take from satellites are wrong within a value (m) of an area's
         * middle.
         */
        GNSS_FALSE,
        /** Satellites can be used again about an area. */
        GNSS_BACK
    }
}
