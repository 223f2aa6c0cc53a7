package org.airwarden.simulation;

/**
 * A class of radar.
 *
 * @param name its name in the catalogue
 * @param title for people
 * @param range distance (m) at which it detects 1 m² (Swerling 1) with a probability of one half at
 *     its false alarm rate
 * @param period time of one turn (s)
 * @param falseAlarm probability of a false alarm in a cell
 * @param rangeSigma standard deviation of range (m)
 * @param azimuthSigma standard deviation of azimuth (rad)
 * @param heightSigma standard deviation of the height that it measures (m), or NaN where it
 *     measures none
 * @param rangeCell extent of its resolution in range (m)
 * @param beam width of its beam (rad)
 * @param lowest elevation of the lower edge of its beam (rad)
 * @param highest elevation of the upper edge of its beam (rad)
 */
public record RadarClass(
        String name,
        String title,
        Figure range,
        double period,
        double falseAlarm,
        double rangeSigma,
        double azimuthSigma,
        double heightSigma,
        double rangeCell,
        double beam,
        double lowest,
        double highest) {}
