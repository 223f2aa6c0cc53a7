package org.airwarden.feeds;

import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.airwarden.asterix.Definitions;
import org.airwarden.modes.ErrorCorrection;
import org.jspecify.annotations.Nullable;

/**
 * How to read recordings, where the bytes alone are not to decide.
 *
 * @param format the format, or null to find it from the bytes
 * @param editions editions of ASTERIX categories: category to edition; the others are found from
 *     the bytes
 * @param repair which wrong bits of Mode S messages are put right, or null where nobody says: then
 *     as the site file says, else none
 */
public record ReadingOptions(
        @Nullable RecordingFormat format,
        SortedMap<Integer, String> editions,
        @Nullable ErrorCorrection repair) {
    private static final Pattern EDITION = Pattern.compile("([0-9]{1,3})=(\\S+)");

    /** The bytes decide all. */
    public static final ReadingOptions BY_BYTES = new ReadingOptions(null, new TreeMap<>(), null);

    /**
     * Copies the map.
     *
     * @throws RecordingException if an edition is not at hand
     */
    public ReadingOptions {
        for (var choice : editions.entrySet()) {
            check(choice.getKey(), choice.getValue());
        }
        editions = Collections.unmodifiableSortedMap(new TreeMap<>(editions));
    }

    /**
     * Returns these options with another edition chosen.
     *
     * @param choice category and edition, as in {@code 021=0.23}
     * @throws RecordingException if it is not written so, or the edition is not at hand
     */
    public ReadingOptions withEdition(String choice) {
        Matcher matcher = EDITION.matcher(choice);
        if (!matcher.matches()) {
            throw new RecordingException(
                    "'" + choice + "' is no choice of an edition",
                    "write category=edition, as in 021=0.23");
        }
        TreeMap<Integer, String> more = new TreeMap<>(editions);
        more.put(Integer.parseInt(matcher.group(1)), matcher.group(2));
        return new ReadingOptions(format, more, repair);
    }

    /** Returns these options with a format. */
    public ReadingOptions withFormat(@Nullable RecordingFormat chosen) {
        return new ReadingOptions(chosen, editions, repair);
    }

    /** Returns these options with repair of wrong bits; see {@link ErrorCorrection} on ghosts. */
    public ReadingOptions withRepair(@Nullable ErrorCorrection chosen) {
        return new ReadingOptions(format, editions, chosen);
    }

    private static void check(int category, String edition) {
        var known = Definitions.editions(category);
        if (known.isEmpty()) {
            throw new RecordingException(
                    String.format(Locale.ROOT, "there is no definition of CAT%03d", category),
                    "categories are " + Definitions.categories());
        }
        if (!known.contains(edition)) {
            throw new RecordingException(
                    String.format(
                            Locale.ROOT, "there is no edition %s of CAT%03d", edition, category),
                    "editions are " + String.join(", ", known));
        }
    }
}
