package org.airwarden.feeds;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.airwarden.geodesy.World;
import org.airwarden.model.Sensor;
import org.airwarden.model.Site;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.jspecify.annotations.Nullable;

/**
 * What a site file says: which sensors there are, and through which sources they speak. {@link
 * SiteFileReader} reads one.
 *
 * @param name the site's name
 * @param date the day on which its recordings begin, or null
 * @param sensors the sensors, in the order of their numbers
 * @param sources the sources, in the order of their numbers
 */
public record SiteFile(
        String name, @Nullable LocalDate date, List<Sensor> sensors, List<Source> sources) {

    /** Copies the lists. */
    public SiteFile {
        sensors = List.copyOf(sensors);
        sources = List.copyOf(sources);
    }

    /** Returns the site as the picture takes it in at a time (ns since 1970). */
    public Site site(long received) {
        return new Site(received, name, World.EARTH, sensors);
    }

    /** Writes it with all that was found besides, for a journal or a snapshot. */
    public void write(StateOutput out) {
        SiteFileState.write(this, out);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws org.airwarden.model.StateException if the bytes are no such state
     */
    public static SiteFile read(StateInput in) {
        return SiteFileState.read(in);
    }

    /** Returns the source whose recording a file is, or null. The first match counts. */
    public @Nullable Source sourceOf(Path file) {
        for (Source source : sources) {
            if (source.transport() instanceof Transport.Recorded recorded
                    && recorded.matches(file)) {
                return source;
            }
        }
        return null;
    }
}
