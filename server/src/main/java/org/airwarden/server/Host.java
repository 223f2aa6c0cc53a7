package org.airwarden.server;

import java.util.List;
import org.airwarden.model.Origin;
import org.airwarden.model.Site;
import org.airwarden.picture.SensorStatus;
import org.jspecify.annotations.Nullable;

/** What runs a picture and lets people look at it and, in replay, steer it. Any thread. */
public interface Host extends AutoCloseable {
    /** Returns what is shown: a recording's or site's name. */
    String title();

    /** Returns where the data comes from. */
    Origin origin();

    /** Returns where the host stands. */
    HostStatus status();

    /** Returns the sensors. */
    Site site();

    /** Returns how the sensors do, in the order of their numbers. */
    List<SensorStatus> sensors();

    /**
     * Carries a command out.
     *
     * @return null when it is done, else why not, in words for the user
     */
    @Nullable String command(HostCommand command);

    /** Returns the tracks to look at. */
    PictureBoard board();

    @Override
    void close();
}
