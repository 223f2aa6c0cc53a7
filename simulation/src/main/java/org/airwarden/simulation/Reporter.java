package org.airwarden.simulation;

import org.airwarden.model.SensorReport;
import org.airwarden.model.Site;
import org.jspecify.annotations.Nullable;

/** Makes reports of what looks gave. */
interface Reporter {
    /** Returns the site that a picture is told of: sensors as their owner believes they stand. */
    Site site();

    /**
     * Returns a detection as a report.
     *
     * @param detection the detection
     * @param received when the host takes it in (ns since 1970)
     * @return the report, or null where there is nothing that a picture could use
     */
    @Nullable SensorReport report(Detection detection, long received);
}
