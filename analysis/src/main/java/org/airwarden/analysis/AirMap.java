package org.airwarden.analysis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tracks over truth and plots, seen from above: both axes alike, a grid in kilometres, a scale bar
 * and a legend. Colours of tracks are those of M. Okabe and K. Ito ("Color universal design",
 * 2008), which most people with colour blindness tell apart; black is left to letters.
 */
final class AirMap {
    private static final String[] COLOURS = {
        "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"
    };
    private static final String TRUTH = "#c3ced9";
    private static final String PLOT = "#8595a5";
    private static final double MARGIN = 0.06;

    private static final double LEGEND_WIDTH = 232;

    /** So many tracks and no more are numbered. */
    private static final int MOST_NUMBERED = 40;

    private final Svg svg;
    private final @Nullable StateTable truth;
    private final StateTable tracks;
    private final double left;
    private final double top;
    private final double width;
    private final double height;
    private double west;
    private double north;
    private double scale;

    private final Map<String, double[]> radars = new LinkedHashMap<>();
    private final List<double[]> plots = new ArrayList<>();

    AirMap(
            Svg svg,
            @Nullable StateTable truth,
            StateTable tracks,
            double left,
            double top,
            double width,
            double height) {
        this.svg = svg;
        this.truth = truth;
        this.tracks = tracks;
        this.left = left;
        this.top = top;
        this.width = width;
        this.height = height;
    }

    /** Reads where radars stand. */
    AirMap radars(Path sensors) throws IOException {
        try (CommaRows rows = new CommaRows(sensors)) {
            int x = rows.column("x");
            int y = rows.column("y");
            int name = rows.column("sensor");
            while (rows.next()) {
                radars.put(rows.text(name), new double[] {rows.number(x), rows.number(y)});
            }
        }
        return this;
    }

    /** Reads plots of the radars read before. */
    AirMap plots(Path file) throws IOException {
        try (CommaRows rows = new CommaRows(file)) {
            int sensor = rows.column("sensor");
            int range = rows.column("range_m");
            int azimuth = rows.column("azimuth_rad");
            int elevation = rows.optionalColumn("elevation_rad");
            while (rows.next()) {
                double[] place = radars.get(rows.text(sensor));
                if (place == null) {
                    throw rows.bad("sensor '" + rows.text(sensor) + "' is not among the sensors");
                }
                double up = elevation < 0 ? Double.NaN : rows.optional(elevation);
                double across = rows.number(range) * (Double.isNaN(up) ? 1 : StrictMath.cos(up));
                double angle = rows.number(azimuth);
                plots.add(
                        new double[] {
                            place[0] + across * StrictMath.sin(angle),
                            place[1] + across * StrictMath.cos(angle)
                        });
            }
        }
        return this;
    }

    /** Draws it. */
    void draw() {
        fit();
        svg.beginClip(left, top, width, height);
        svg.rectangle(left, top, width, height, "fill=\"#f7f9fb\"");
        drawGrid();
        drawPlots();
        if (truth != null) {
            drawLines(truth, null, "stroke-width=\"4\"");
        }
        for (Map.Entry<String, double[]> radar : radars.entrySet()) {
            drawRadar(radar.getKey(), radar.getValue());
        }
        drawLines(tracks, COLOURS, "stroke-width=\"1.6\"");
        drawEnds();
        svg.endClip();
        svg.rectangle(left, top, width, height, "fill=\"none\" stroke=\"#98a7b6\"");
        drawScale();
        drawLegend();
    }

    private void fit() {
        double[] box = {
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY
        };
        for (StateTable table : truth == null ? List.of(tracks) : List.of(truth, tracks)) {
            for (int row = 0; row < table.rows(); row++) {
                grow(box, table.value(row, 0), table.value(row, 1));
            }
        }
        if (!(box[1] >= box[0])) {
            for (double[] plot : plots) {
                grow(box, plot[0], plot[1]);
            }
            for (double[] radar : radars.values()) {
                grow(box, radar[0], radar[1]);
            }
        }
        if (!(box[1] >= box[0])) {
            grow(box, 0, 0);
        }
        double wide = Math.max(1_000, box[1] - box[0]) * (1 + 2 * MARGIN);
        double high = Math.max(1_000, box[3] - box[2]) * (1 + 2 * MARGIN);
        scale = Math.min(width / wide, height / high);
        west = (box[0] + box[1]) / 2 - width / scale / 2;
        north = (box[2] + box[3]) / 2 + height / scale / 2;
    }

    private static void grow(double[] box, double x, double y) {
        box[0] = Math.min(box[0], x);
        box[1] = Math.max(box[1], x);
        box[2] = Math.min(box[2], y);
        box[3] = Math.max(box[3], y);
    }

    private double right(double x) {
        return left + (x - west) * scale;
    }

    private double down(double y) {
        return top + (north - y) * scale;
    }

    private void drawGrid() {
        double step = Svg.niceStep(width / scale, 7);
        String thin = "stroke=\"" + Svg.LINE + "\" stroke-width=\"0.8\"";
        String grey = "fill=\"" + Svg.DIM + "\"";
        double east = west + width / scale;
        double south = north - height / scale;
        for (double x = Math.ceil(west / step) * step; x < east; x += step) {
            svg.line(right(x), top, right(x), top + height, thin);
            if (right(x) > left + 40 && right(x) < left + width - 40 - bar()) {
                svg.text(right(x) + 3, top + height - 5, 10, "start", grey, kilometres(x));
            }
        }
        for (double y = Math.ceil(south / step) * step; y < north; y += step) {
            svg.line(left, down(y), left + width, down(y), thin);
            if (down(y) > top + 110 && down(y) < top + height - 24) {
                svg.text(left + 4, down(y) - 3, 10, "start", grey, kilometres(y));
            }
        }
    }

    private static String kilometres(double metres) {
        return Decimals.brief(metres / 1_000, 1);
    }

    private void drawPlots() {
        StringBuilder dots = new StringBuilder();
        for (double[] plot : plots) {
            double x = right(plot[0]);
            double y = down(plot[1]);
            if (x >= left && x <= left + width && y >= top && y <= top + height) {
                dots.append('M').append(Decimals.brief(x, 1));
                dots.append(',').append(Decimals.brief(y, 1)).append("h0");
            }
        }
        if (!dots.isEmpty()) {
            double opacity = plots.size() > 20_000 ? 0.35 : 0.6;
            svg.path(
                    dots,
                    "stroke=\""
                            + PLOT
                            + "\" stroke-width=\"1.5\" stroke-linecap=\"round\" opacity=\""
                            + opacity
                            + "\"");
        }
    }

    /** Lines of all names; where one is not there at a time in between, its line breaks. */
    private void drawLines(StateTable table, String @Nullable [] colours, String style) {
        int[][] rows = table.rowsByName();
        for (int name = 0; name < rows.length; name++) {
            StringBuilder steps = new StringBuilder();
            int last = -2;
            for (int row : rows[name]) {
                int time = table.timeIndexOf(row);
                steps.append(time == last + 1 ? 'L' : 'M');
                steps.append(Decimals.brief(right(table.value(row, 0)), 1)).append(',');
                steps.append(Decimals.brief(down(table.value(row, 1)), 1));
                last = time;
            }
            String colour = colours == null ? TRUTH : colours[name % colours.length];
            svg.path(
                    steps,
                    "fill=\"none\" stroke-linejoin=\"round\" stroke-linecap=\"round\" stroke=\""
                            + colour
                            + "\" "
                            + style);
        }
    }

    private void drawEnds() {
        int[][] rows = tracks.rowsByName();
        for (int name = 0; name < rows.length; name++) {
            int row = rows[name][rows[name].length - 1];
            double x = right(tracks.value(row, 0));
            double y = down(tracks.value(row, 1));
            String colour = COLOURS[name % COLOURS.length];
            svg.circle(x, y, 3, "fill=\"" + colour + "\" stroke=\"#ffffff\"");
            if (rows.length <= MOST_NUMBERED) {
                svg.text(
                        x + 6,
                        y + 4,
                        11,
                        "start",
                        "fill=\""
                                + Svg.INK
                                + "\" stroke=\"#ffffff\" stroke-width=\"3\" paint-order=\"stroke\"",
                        tracks.name(name));
            }
        }
    }

    private void drawRadar(String name, double[] place) {
        double x = right(place[0]);
        double y = down(place[1]);
        svg.path(
                "M" + Svg.number(x - 6) + "," + Svg.number(y + 5) + "h12l-6,-11z",
                "fill=\"#ffffff\" stroke=\"" + Svg.INK + "\" stroke-width=\"1.4\"");
        svg.text(
                x,
                y + 18,
                11,
                "middle",
                "fill=\""
                        + Svg.INK
                        + "\" font-weight=\"600\" stroke=\"#ffffff\" stroke-width=\"3\""
                        + " paint-order=\"stroke\"",
                name);
    }

    /** Returns how long the scale bar is (pixels): 1, 2 or 5 times a power of ten in metres. */
    private double bar() {
        return Svg.niceStep(width / scale, 6) * scale;
    }

    private void drawScale() {
        double length = bar();
        double metres = length / scale;
        double x = left + width - length - 14;
        double y = top + height - 26;
        svg.rectangle(
                x - 8,
                y - 18,
                length + 16,
                32,
                "rx=\"4\" fill=\"#ffffff\" fill-opacity=\"0.85\" stroke=\"" + Svg.LINE + "\"");
        svg.path(
                "M" + Svg.number(x) + "," + Svg.number(y + 2) + "v5h" + Svg.number(length) + "v-5",
                "fill=\"none\" stroke=\"" + Svg.INK + "\" stroke-width=\"1.5\"");
        svg.text(
                x + length / 2,
                y - 3,
                11,
                "middle",
                "fill=\"" + Svg.INK + "\"",
                kilometres(metres) + " km");
    }

    private void drawLegend() {
        List<String> entries = new ArrayList<>();
        if (truth != null) {
            entries.add("truth");
        }
        entries.add("track, its number at its end");
        if (!plots.isEmpty()) {
            entries.add("plot");
        }
        if (!radars.isEmpty()) {
            entries.add("radar");
        }
        double x = left + 10;
        double y = top + 10;
        svg.rectangle(
                x,
                y,
                LEGEND_WIDTH,
                entries.size() * 18 + 10,
                "rx=\"4\" fill=\"#ffffff\" fill-opacity=\"0.85\" stroke=\"" + Svg.LINE + "\"");
        for (int k = 0; k < entries.size(); k++) {
            double middle = y + 14 + 18 * k;
            drawSample(entries.get(k), x + 10, middle);
            svg.text(x + 46, middle + 4, 12, "start", "fill=\"" + Svg.INK + "\"", entries.get(k));
        }
    }

    private void drawSample(String entry, double x, double y) {
        switch (entry.charAt(0) == 't' && entry.length() > 5 ? 't' : entry.charAt(0)) {
            case 'p' -> {
                for (int k = 0; k < 3; k++) {
                    svg.circle(x + 5 + 8 * k, y, 1.2, "fill=\"" + PLOT + "\"");
                }
            }
            case 'r' ->
                    svg.path(
                            "M" + Svg.number(x + 7) + "," + Svg.number(y + 5) + "h12l-6,-11z",
                            "fill=\"#ffffff\" stroke=\"" + Svg.INK + "\" stroke-width=\"1.4\"");
            default -> {
                if (entry.equals("truth")) {
                    svg.line(x, y, x + 26, y, "stroke=\"" + TRUTH + "\" stroke-width=\"4\"");
                } else {
                    for (int k = 0; k < 3; k++) {
                        svg.line(
                                x + 9 * k,
                                y,
                                x + 9 * k + 8,
                                y,
                                "stroke=\"" + COLOURS[k] + "\" stroke-width=\"1.6\"");
                    }
                }
            }
        }
    }
}
