package org.airwarden.model;

/** What comes out of the picture. */
public sealed interface PictureChange {
    /** The picture's clock when it changed (ns since 1970). */
    long time();

    /**
     * A track began or changed. Tentative tracks are not told.
     *
     * @param time the picture's clock (ns since 1970)
     * @param track the track, whole
     */
    record TrackChanged(long time, Track track) implements PictureChange {}

    /**
     * A track that was told ended. One that was lost may be found again soon, and is then told
     * again under its number.
     *
     * @param time the picture's clock (ns since 1970)
     * @param number the track's number
     * @param reason why
     */
    record TrackEnded(long time, TrackNumber number, EndReason reason) implements PictureChange {}

    /**
     * A sensor's health changed.
     *
     * @param time the picture's clock (ns since 1970)
     * @param sensor the sensor's number
     * @param health its health now
     */
    record SensorChanged(long time, int sensor, SensorHealth health) implements PictureChange {}

    /** Why a track ended. */
    enum EndReason {
        /** Its sensors stopped reporting it. */
        LOST,
        /** It turned out to be the same aircraft as another track. */
        MERGED
    }

    /** How a sensor does. */
    enum SensorHealth {
        /** Not heard yet. */
        WAITING,
        /** Reports as it should. */
        GOOD,
        /** Reports stopped. */
        SILENT,
        /** Reports plots, but where it stands is not known, so they cannot be used. */
        UNPLACED,
        /** Reports where targets are not; by how much was estimated, and is taken off. */
        MISALIGNED,
        /** Reports so far from where targets are that it has no part in tracks. */
        HELD_OUT
    }
}
