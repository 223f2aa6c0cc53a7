package org.airwarden.model;

/**
 * What a user may set in the picture. Settings are inputs, so that a recorded night can be run
 * again with others.
 *
 * @param received when they take effect (ns since 1970)
 * @param missedScans updates that a confirmed track may miss before it ends; its sensors' own
 *     periods count
 * @param longestCoast the longest time that a confirmed track goes on without a report (s)
 * @param silentPeriods periods after which a sensor is called silent
 */
public record Settings(long received, int missedScans, double longestCoast, double silentPeriods)
        implements Input {

    /** Returns the settings that hold unless others are given. */
    public static Settings standard(long received) {
        return new Settings(received, 4, 30, 3);
    }
}
