package org.airwarden.feeds;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Latitudes and longitudes as people write them. Stateless; any thread. */
final class Angles {
    private static final Pattern SEXAGESIMAL =
            Pattern.compile(
                    "\\s*(\\d{1,3})\\s*[°ºd:]\\s*(?:(\\d{1,2}(?:\\.\\d+)?)\\s*['′:m]?\\s*)?"
                            + "(?:(\\d{1,2}(?:\\.\\d+)?)\\s*(?:\"|″|''|s)?\\s*)?([NSEW])\\s*");

    private Angles() {}

    /**
     * Returns an angle in degrees, north and east positive, or NaN where the text is none.
     *
     * @param text decimal degrees ({@code 41.300702}) or degrees, minutes and seconds with a letter
     *     ({@code 41°18'02.5284"N})
     * @param letters the letters that may stand for the hemisphere, positive one first: NS or EW
     */
    static double degrees(String text, String letters) {
        Matcher matcher = SEXAGESIMAL.matcher(text);
        if (!matcher.matches()) {
            return decimal(text);
        }
        int hemisphere = letters.indexOf(matcher.group(4).charAt(0));
        double minutes = matcher.group(2) == null ? 0 : Double.parseDouble(matcher.group(2));
        double seconds = matcher.group(3) == null ? 0 : Double.parseDouble(matcher.group(3));
        if (hemisphere < 0 || minutes >= 60 || seconds >= 60) {
            return Double.NaN;
        }
        double degrees = Integer.parseInt(matcher.group(1)) + minutes / 60 + seconds / 3600;
        return hemisphere == 0 ? degrees : -degrees;
    }

    private static double decimal(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }
}
