package org.airwarden.geodesy;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Locale;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a grid of heights: an ESRI ASCII grid (Esri, ArcGIS documentation, "Esri ASCII raster
 * format") in degrees of WGS-84 and metres, as GDAL writes with {@code gdal_translate -of AAIGrid}.
 * One thread.
 */
public final class GridTerrainReader {
    private static final int MOST = 100_000_000;
    private static final String HEADER = "ncols, nrows, xllcorner, yllcorner, cellsize";

    private final String file;
    private final BufferedReader in;
    private int line;
    private double columns = Double.NaN;
    private double rows = Double.NaN;
    private double west = Double.NaN;
    private double south = Double.NaN;
    private double cell = Double.NaN;
    private double noData = Double.NaN;
    private boolean westOfCentre;
    private boolean southOfCentre;

    private GridTerrainReader(String file, BufferedReader in) {
        this.file = file;
        this.in = in;
    }

    /**
     * Reads a grid.
     *
     * @param file its name, for messages
     * @param in its text, which the caller closes
     * @throws TerrainException if it cannot be used; the message is one line that says where, what
     *     is wrong, and what to do
     * @throws IOException if it cannot be read
     */
    public static GridTerrain read(String file, BufferedReader in) throws IOException {
        return new GridTerrainReader(file, in).grid();
    }

    private GridTerrain grid() throws IOException {
        String text = header();
        int width = count("ncols", columns);
        int height = count("nrows", rows);
        if ((long) width * height > MOST) {
            throw wrong(
                    "the grid has " + (long) width * height + " places",
                    "cut out the scenario's region, or use larger cells");
        }
        need("xllcorner or xllcenter", west);
        need("yllcorner or yllcenter", south);
        need("cellsize", cell);
        if (!(cell > 0)) {
            throw wrong("'cellsize' is " + cell, "write the size of a cell in degrees, above 0");
        }
        double left = west + (westOfCentre ? 0 : cell / 2);
        double low = south + (southOfCentre ? 0 : cell / 2);
        double right = left + cell * (width - 1);
        double high = low + cell * (height - 1);
        if (!(left >= -180.5 && right <= 360.5 && low >= -90.5 && high <= 90.5)) {
            throw wrong(
                    String.format(
                            Locale.ROOT,
                            "the grid reaches from %.6g to %.6g east and %.6g to %.6g north",
                            left,
                            right,
                            low,
                            high),
                    "bring it to degrees of WGS-84 (EPSG:4326) first");
        }
        float[] heights = heights(text, width, height);
        return new GridTerrain(
                width,
                height,
                StrictMath.toRadians(left),
                StrictMath.toRadians(low),
                StrictMath.toRadians(cell),
                heights);
    }

    /** Reads the header and returns the first line after it. */
    private @Nullable String header() throws IOException {
        while (true) {
            String text = next();
            if (text == null) {
                return null;
            }
            StringTokenizer words = new StringTokenizer(text);
            if (!words.hasMoreTokens()) {
                continue;
            }
            String key = words.nextToken();
            if (!Character.isLetter(key.charAt(0)) || key.equalsIgnoreCase("nan")) {
                return text;
            }
            if (words.countTokens() != 1) {
                throw wrong(
                        "'" + text.strip() + "' is no line of a header",
                        "write a word and a number, as in 'ncols 1200'");
            }
            double value = number(words.nextToken());
            switch (key.toLowerCase(Locale.ROOT)) {
                case "ncols" -> columns = value;
                case "nrows" -> rows = value;
                case "xllcorner" -> west = value;
                case "yllcorner" -> south = value;
                case "xllcenter" -> {
                    west = value;
                    westOfCentre = true;
                }
                case "yllcenter" -> {
                    south = value;
                    southOfCentre = true;
                }
                case "cellsize" -> cell = value;
                case "nodata_value" -> noData = value;
                default ->
                        throw wrong(
                                "'" + key + "' is not known",
                                "an ESRI ASCII grid begins with " + HEADER);
            }
        }
    }

    private float[] heights(@Nullable String first, int width, int height) throws IOException {
        float[] heights = new float[width * height];
        String text = first;
        int taken = 0;
        while (text != null) {
            StringTokenizer words = new StringTokenizer(text);
            while (words.hasMoreTokens()) {
                if (taken == heights.length) {
                    throw wrong(
                            "there are more than " + width + " x " + height + " heights",
                            "check ncols and nrows");
                }
                double value = number(words.nextToken());
                boolean known = value != noData && value > -1_000 && value < 10_000;
                if (!known && value != noData && !(value <= -9_999)) {
                    throw wrong(
                            "a height of " + value + " m",
                            "write metres, and NODATA_value for what is not known");
                }
                int row = height - 1 - taken / width;
                heights[row * width + taken % width] = known ? (float) value : 0;
                taken++;
            }
            text = next();
        }
        if (taken < heights.length) {
            throw wrong(
                    "the file ends after " + taken + " of " + heights.length + " heights",
                    "check ncols and nrows, or fetch the file again");
        }
        return heights;
    }

    private @Nullable String next() throws IOException {
        line++;
        return in.readLine();
    }

    private int count(String key, double value) {
        need(key, value);
        if (value < 1 || value > MOST || value != Math.rint(value)) {
            throw wrong("'" + key + "' is " + value, "write a whole number, 1 or more");
        }
        return (int) value;
    }

    private void need(String key, double value) {
        if (Double.isNaN(value)) {
            throw wrong("'" + key + "' is missing", "an ESRI ASCII grid begins with " + HEADER);
        }
    }

    private double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException noNumber) {
            throw wrong("'" + text + "' is no number", "write numbers with a decimal point");
        }
    }

    private TerrainException wrong(String problem, String remedy) {
        return new TerrainException(file + ":" + line + ": " + problem + "; " + remedy);
    }
}
