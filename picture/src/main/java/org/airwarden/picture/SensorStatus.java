package org.airwarden.picture;

import org.airwarden.model.PictureChange.SensorHealth;
import org.airwarden.tracking.SensorQuality;
import org.jspecify.annotations.Nullable;

/**
 * How a sensor does.
 *
 * @param sensor the sensor's number
 * @param health its health
 * @param last when its last report was received (ns since 1970), or {@link
 *     org.airwarden.model.Time#UNKNOWN}
 * @param reports how many reports it gave
 * @param quality what tracking found out about it, or null where tracking does not know it
 */
public record SensorStatus(
        int sensor,
        SensorHealth health,
        long last,
        long reports,
        @Nullable SensorQuality quality) {}
