package org.airwarden.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Pictures of tracks and scores, as SVG files. No state. */
public final class Pictures {
    private static final double WIDTH = 1_080;
    private static final double EDGE = 24;

    private Pictures() {}

    /** Tells whether a picture can be written under a name: it ends in .svg. */
    public static boolean isPictureName(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".svg");
    }

    /**
     * Draws tracks over plots, and over truth where that is known.
     *
     * @param title stands above
     * @param truth what is there, or null
     * @param tracks what was told
     * @param sensors the sensors' file
     * @param plots the plots' file
     * @param out the picture
     * @throws IOException when a file cannot be read, used or written
     */
    public static void drawTracks(
            String title,
            @Nullable StateTable truth,
            StateTable tracks,
            Path sensors,
            Path plots,
            Path out)
            throws IOException {
        double height = 860;
        Svg svg = new Svg(WIDTH, height, title);
        heading(svg, title, counts(truth, tracks));
        double top = 72;
        new AirMap(svg, truth, tracks, EDGE, top, WIDTH - 2 * EDGE, height - top - EDGE)
                .radars(sensors)
                .plots(plots)
                .draw();
        Files.writeString(out, svg.end());
    }

    /**
     * Draws GOSPA over time with its parts, and tracks over truth.
     *
     * @param title stands above
     * @param truth what is there
     * @param tracks what was told
     * @param gospa of these two
     * @param sensors the sensors' file, or null where it is not known
     * @param out the picture
     * @throws IOException when a file cannot be read, used or written
     */
    public static void drawScore(
            String title,
            StateTable truth,
            StateTable tracks,
            Gospa gospa,
            @Nullable Path sensors,
            Path out)
            throws IOException {
        double height = 1_080;
        Svg svg = new Svg(WIDTH, height, title);
        heading(svg, title, counts(truth, tracks));
        svg.text(EDGE, 96, 14, "start", "font-weight=\"600\" fill=\"" + Svg.INK + "\"", "GOSPA");
        new GospaChart(svg, truth, gospa, EDGE + 44, 132, WIDTH - 2 * EDGE - 44, 220).draw();
        double top = 408;
        AirMap map =
                new AirMap(svg, truth, tracks, EDGE, top, WIDTH - 2 * EDGE, height - top - EDGE);
        if (sensors != null) {
            map.radars(sensors);
        }
        map.draw();
        Files.writeString(out, svg.end());
    }

    private static void heading(Svg svg, String title, String below) {
        svg.text(EDGE, 36, 20, "start", "font-weight=\"650\" fill=\"" + Svg.INK + "\"", title);
        svg.text(EDGE, 57, 13, "start", "fill=\"" + Svg.DIM + "\"", below);
    }

    private static String counts(@Nullable StateTable truth, StateTable tracks) {
        String targets = truth == null ? "" : truth.names() + " targets, ";
        return targets
                + tracks.names()
                + (tracks.names() == 1 ? " track. " : " tracks. ")
                + "Flat frame, x east, y north, grid in km.";
    }
}
