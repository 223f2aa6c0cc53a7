package org.airwarden.feeds;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What recordings hold, in figures.
 *
 * @param framing how they are framed; several framings are joined by commas
 * @param records how many records there are: ASTERIX records, Mode S messages, lines, aircraft
 * @param categories records by category: three digits for ASTERIX, {@code DF17} for Mode S, {@code
 *     MSG3} for SBS, the type of message for readsb
 * @param sources records by SAC/SIC, in their order
 * @param first the earliest time in ISO 8601 (UTC), or the time of day where no date is known, or
 *     null
 * @param last the latest time, as {@code first}
 * @param addresses how many different 24-bit addresses there are
 * @param positions records that hold a position; for Mode S, airborne positions
 * @param repaired Mode S messages whose wrong bits were put right, and that are believed
 * @param faults faults by kind
 */
public record Summary(
        String framing,
        long records,
        SortedMap<String, Long> categories,
        SortedMap<String, Long> sources,
        @Nullable String first,
        @Nullable String last,
        int addresses,
        long positions,
        long repaired,
        SortedMap<String, Long> faults) {

    /** Copies the maps. */
    public Summary {
        categories = copy(categories);
        sources = copy(sources);
        faults = copy(faults);
    }

    private static SortedMap<String, Long> copy(SortedMap<String, Long> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }

    /** Returns it as one JSON object on one line. */
    public String toJson() {
        StringBuilder json = new StringBuilder(256);
        json.append('{');
        JsonText.name(json, "framing");
        JsonText.text(json, framing);
        number(json, "records", records);
        counts(json, "categories", categories);
        counts(json, "sources", sources);
        time(json, "first", first);
        time(json, "last", last);
        number(json, "addresses", addresses);
        number(json, "positions", positions);
        if (repaired > 0) {
            number(json, "repaired", repaired);
        }
        counts(json, "faults", faults);
        return json.append('}').toString();
    }

    private static void number(StringBuilder json, String name, long value) {
        json.append(',');
        JsonText.name(json, name);
        json.append(value);
    }

    private static void time(StringBuilder json, String name, @Nullable String value) {
        json.append(',');
        JsonText.name(json, name);
        if (value == null) {
            json.append("null");
        } else {
            JsonText.text(json, value);
        }
    }

    private static void counts(StringBuilder json, String name, SortedMap<String, Long> counts) {
        json.append(',');
        JsonText.name(json, name);
        json.append('{');
        boolean first = true;
        for (var entry : counts.entrySet()) {
            if (!first) {
                json.append(',');
            }
            first = false;
            JsonText.name(json, entry.getKey());
            json.append(entry.getValue());
        }
        json.append('}');
    }
}
