package org.airwarden.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Truth and tracks out of a few lines: {@code time name x y z}, at rest. */
final class Tables {
    private Tables() {}

    static StateTable truth(Path folder, String lines) throws IOException {
        return StateTable.readTruth(write(folder, "truth", "target", lines), -1e9, 1e9);
    }

    static StateTable tracks(Path folder, String lines) throws IOException {
        return StateTable.readTracks(write(folder, "tracks", "track_id", lines), -1e9, 1e9);
    }

    private static Path write(Path folder, String file, String column, String lines)
            throws IOException {
        StringBuilder text = new StringBuilder("t," + column + ",x,y,z,vx,vy,vz\n");
        for (String line : lines.strip().split("\\R")) {
            if (!line.isBlank()) {
                text.append(line.strip().replaceAll(" +", ",")).append(",0,0,0\n");
            }
        }
        return Files.writeString(folder.resolve(file + ".csv"), text);
    }

    static String line(double time, int name, double x, double y, double z) {
        return String.format(Locale.ROOT, "%s n%d %s %s %s%n", time, name, x, y, z);
    }
}
