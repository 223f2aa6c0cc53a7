package org.airwarden.simulation;

import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Airports and towns that a scenario may name instead of giving degrees. Data in {@code
 * scenarios/gazetteer.csv}: airports as OurAirports publishes them, towns to two digits of a
 * degree. Immutable; any thread.
 */
final class Gazetteer {
    private static final String FILE = "gazetteer.csv";

    /** Read once, when first asked. */
    private static final class Holder {
        private static final Gazetteer SHIPPED = new Gazetteer(Scenarios.resource(FILE));
    }

    private final SortedMap<String, Place> places = new TreeMap<>();
    private final SortedMap<String, String> written = new TreeMap<>();

    private Gazetteer(String csv) {
        csv.lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .forEach(line -> {
                    String[] cells = line.split(",", -1);
                    add(cells[0], cells[3], cells[4]);
                });
    }

    private void add(String name, String latitude, String longitude) {
        places.put(
                key(name),
                Place.ofDegrees(Double.parseDouble(latitude), Double.parseDouble(longitude)));
        written.put(key(name), name);
    }

    static Gazetteer shipped() {
        return Holder.SHIPPED;
    }

    /** Returns a place by its name, letter case aside, or null. */
    @Nullable Place place(String name) {
        return places.get(key(name));
    }

    /** Says what somebody probably meant. */
    String advice(String name) {
        String near = Nearest.to(name, written.values());
        return near == null
                ? "write [latitude, longitude] in degrees to one digit, or one of the places in"
                        + " scenarios/gazetteer.csv"
                : "did you mean '" + near + "'?";
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
