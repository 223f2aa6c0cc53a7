package org.airwarden.tracking;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Consumer;
import org.airwarden.model.Kinematics;
import org.airwarden.model.Track;
import org.airwarden.model.TrackNumber;

/**
 * Tracks as rows of text: positions to the centimetre, velocities to the millimetre a second, each
 * rounded to the nearest, halves away from 0. Reused; not thread-safe.
 */
final class NeutralRows implements Consumer<Track> {
    /** Below this, a number times 1,000 is a whole number of a double with halves to spare. */
    private static final double PLAIN = 1e12;

    private final StringBuilder text = new StringBuilder();
    private String time = "";
    private int count;

    NeutralRows() {}

    /** Begins the rows of a time. */
    void begin(String ofTime) {
        time = ofTime;
        text.setLength(0);
        count = 0;
    }

    /** Returns how many rows were added since then. */
    int count() {
        return count;
    }

    /** Returns them. */
    String text() {
        return text.toString();
    }

    /** Writes them. */
    void flush(Writer out) throws IOException {
        out.append(text);
    }

    @Override
    public void accept(Track track) {
        add(track.number(), track.kinematics());
    }

    /** Adds a row of the time. */
    void add(TrackNumber track, Kinematics k) {
        text.append(time).append(',').append(track.serial());
        number(k.x(), 2);
        number(k.y(), 2);
        number(k.z(), 2);
        number(k.vx(), 3);
        number(k.vy(), 3);
        number(k.vz(), 3);
        text.append('\n');
        count++;
    }

    private void number(double value, int digits) {
        text.append(',');
        double size = Math.abs(value);
        if (!(size < PLAIN)) {
            text.append(
                    Double.isFinite(value)
                            ? new BigDecimal(value)
                                    .setScale(digits, RoundingMode.HALF_UP)
                                    .toPlainString()
                            : Double.toString(value));
            return;
        }
        int unit = digits == 2 ? 100 : 1_000;
        long all = (long) (size * unit + 0.5);
        if (Double.doubleToRawLongBits(value) < 0) {
            text.append('-');
        }
        text.append(all / unit).append('.');
        long rest = all % unit;
        for (int step = unit / 10; step > rest && step > 1; step /= 10) {
            text.append('0');
        }
        text.append(rest);
    }
}
