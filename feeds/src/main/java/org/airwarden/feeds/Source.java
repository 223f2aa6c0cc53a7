package org.airwarden.feeds;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.modes.ErrorCorrection;
import org.jspecify.annotations.Nullable;

/**
 * A stream of bytes that feeds the picture: one port, one connection, or one recording. What is
 * chosen here holds for this source alone, so that two senders may use one category in different
 * editions.
 *
 * @param number its number in the site, 0 or more: {@link org.airwarden.model.Packet#source()}
 * @param name its name, for people
 * @param transport how its bytes arrive
 * @param format what its packets hold, or null where that is to be found from the bytes
 * @param framing the framing of its recording, or null where that is to be found from the bytes
 * @param editions editions of ASTERIX categories that are chosen: category to edition
 * @param sensor the number of the sensor that speaks through it, or -1 where SAC and SIC tell
 * @param sensorOfCategory the number of the sensor that speaks in an ASTERIX category; goes before
 *     {@code sensor}
 * @param reference where Cartesian positions are counted from, or null for the sensor's own place
 * @param repair which wrong bits of Mode S messages are put right
 */
public record Source(
        int number,
        String name,
        Transport transport,
        @Nullable Format format,
        @Nullable RecordingFormat framing,
        SortedMap<Integer, String> editions,
        int sensor,
        SortedMap<Integer, Integer> sensorOfCategory,
        @Nullable GeodeticPosition reference,
        ErrorCorrection repair) {

    /** Copies the maps. */
    public Source {
        editions = Collections.unmodifiableSortedMap(new TreeMap<>(editions));
        sensorOfCategory = Collections.unmodifiableSortedMap(new TreeMap<>(sensorOfCategory));
    }

    /** Returns the number of the sensor that is chosen for a category, or -1 for none. */
    public int sensorChosenFor(int category) {
        return sensorOfCategory.getOrDefault(category, sensor);
    }

    /** Returns this source with editions added; they go before those that it has. */
    public Source withEditions(SortedMap<Integer, String> more) {
        TreeMap<Integer, String> all = new TreeMap<>(editions);
        all.putAll(more);
        return new Source(
                number,
                name,
                transport,
                format,
                framing,
                all,
                sensor,
                sensorOfCategory,
                reference,
                repair);
    }
}
