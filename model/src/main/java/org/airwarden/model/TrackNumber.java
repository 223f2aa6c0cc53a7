package org.airwarden.model;

/**
 * A track's number, unique over all pictures.
 *
 * @param picture the picture that gave it
 * @param serial counted from 1 within the picture, never given twice
 */
public record TrackNumber(int picture, int serial) implements Comparable<TrackNumber> {
    @Override
    public int compareTo(TrackNumber other) {
        int byPicture = Integer.compare(picture, other.picture);
        return byPicture != 0 ? byPicture : Integer.compare(serial, other.serial);
    }

    @Override
    public String toString() {
        return picture + "-" + serial;
    }
}
