package org.airwarden.analysis;

import java.util.List;

/**
 * A value of a scenario that an experiment varies.
 *
 * @param path where it stands, with / between keys and names
 * @param levels what it takes, as written in a scenario; empty for an interval
 * @param from least value of an interval
 * @param to greatest value of an interval
 * @param unit what stands behind the number, as " km" or nothing
 * @param whole whether an interval holds whole numbers alone
 */
public record Factor(
        String path, List<String> levels, double from, double to, String unit, boolean whole) {
    /** Copies and checks. */
    public Factor {
        levels = List.copyOf(levels);
        if (path.isBlank() || (levels.isEmpty() && !(from <= to))) {
            throw new IllegalArgumentException(
                    "factor '" + path + "' needs levels, or from and to with from below to");
        }
    }

    /**
     * Returns its value as written in a scenario.
     *
     * @param share from 0 up to, not including, 1
     */
    public String at(double share) {
        if (!levels.isEmpty()) {
            return levels.get(level(share));
        }
        return whole
                ? Decimals.brief(Math.floor(from + share * (to - from + 1)), 0) + unit
                : Decimals.brief(from + share * (to - from), 6) + unit;
    }

    private int level(double share) {
        return Math.clamp((int) (share * levels.size()), 0, levels.size() - 1);
    }

    /** Returns what a value counts for in a regression: the number, or a level's place. */
    double number(double share) {
        if (!levels.isEmpty()) {
            String text = levels.get(level(share));
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException words) {
                return level(share);
            }
        }
        return whole ? Math.floor(from + share * (to - from + 1)) : from + share * (to - from);
    }
}
