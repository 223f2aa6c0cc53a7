package org.airwarden.model;

import java.util.List;
import org.airwarden.geodesy.World;

/**
 * The sensors that feed a picture. A later site replaces the earlier one whole; sensors keep their
 * numbers.
 *
 * @param received when it takes effect (ns since 1970)
 * @param name the site's name
 * @param world what positions are Cartesian in
 * @param sensors the sensors, in the order of their numbers
 */
public record Site(long received, String name, World world, List<Sensor> sensors) implements Input {
    /** Copies the list. */
    public Site {
        sensors = List.copyOf(sensors);
    }
}
