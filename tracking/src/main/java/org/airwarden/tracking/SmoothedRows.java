package org.airwarden.tracking;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.airwarden.model.Kinematics;

/** Rows of a reconstruction, which come track by track and are written time by time. */
final class SmoothedRows {
    private record Row(long time, int serial, String text) {}

    private final List<Row> rows = new ArrayList<>();
    private final NeutralRows row = new NeutralRows();

    SmoothedRows() {}

    /** Adds a track's row at a time (ns), where it has one. */
    void add(long time, String text, SmoothedTrack track) {
        Kinematics where = track.at(time);
        if (where != null) {
            row.begin(text);
            row.add(track.number(), where);
            rows.add(new Row(time, track.number().serial(), row.text()));
        }
    }

    /** Writes all, in the order of times and numbers; returns how many. */
    int write(Writer out) throws IOException {
        rows.sort(Comparator.comparingLong(Row::time).thenComparingInt(Row::serial));
        for (Row row : rows) {
            out.write(row.text);
        }
        return rows.size();
    }
}
