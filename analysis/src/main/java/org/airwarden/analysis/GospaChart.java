package org.airwarden.analysis;

import java.util.List;

/**
 * GOSPA over time: its parts are stacked so that together they are the distance, each by its share
 * of the sum that the distance is the root of.
 */
final class GospaChart {
    private static final List<String> NAMES = List.of("localisation", "missed", "false");
    private static final String[] COLOURS = {"#56b4e9", "#e69f00", "#d55e00"};

    private final Svg svg;
    private final StateTable truth;
    private final Gospa gospa;
    private final double left;
    private final double top;
    private final double width;
    private final double height;
    private final double from;
    private final double span;
    private final double most;

    GospaChart(
            Svg svg,
            StateTable truth,
            Gospa gospa,
            double left,
            double top,
            double width,
            double height) {
        this.svg = svg;
        this.truth = truth;
        this.gospa = gospa;
        this.left = left;
        this.top = top;
        this.width = width;
        this.height = height;
        int times = truth.times();
        from = truth.time(0);
        span = Math.max(1e-6, truth.time(times - 1) - from);
        double largest = 1;
        for (int k = 0; k < times; k++) {
            largest = Math.max(largest, gospa.distance(k));
        }
        most = largest * 1.08;
    }

    private double right(double time) {
        return left + (time - from) / span * width;
    }

    private double down(double metres) {
        return top + height - metres / most * height;
    }

    /** Draws it. */
    void draw() {
        svg.rectangle(left, top, width, height, "fill=\"#f7f9fb\"");
        drawAxes();
        for (int part = 2; part >= 0; part--) {
            drawArea(part);
        }
        StringBuilder line = new StringBuilder();
        for (int k = 0; k < truth.times(); k++) {
            step(line, k, gospa.distance(k));
        }
        svg.path(line, "fill=\"none\" stroke=\"" + Svg.INK + "\" stroke-width=\"1.4\"");
        svg.line(
                left,
                down(gospa.mean()),
                left + width,
                down(gospa.mean()),
                "stroke=\"" + Svg.INK + "\" stroke-width=\"1\" stroke-dasharray=\"5 4\"");
        svg.rectangle(left, top, width, height, "fill=\"none\" stroke=\"#98a7b6\"");
        drawLegend();
    }

    private void step(StringBuilder line, int time, double metres) {
        line.append(line.isEmpty() ? 'M' : 'L');
        line.append(Decimals.brief(right(truth.time(time)), 1)).append(',');
        line.append(Decimals.brief(down(metres), 1));
    }

    /** The distance's height up to and with a part (m). */
    private double upTo(int part, int time) {
        double[] parts = {gospa.localisation(time), gospa.missed(time), gospa.falseTracks(time)};
        double sum = parts[0] + parts[1] + parts[2];
        double below = 0;
        for (int k = 0; k <= part; k++) {
            below += parts[k];
        }
        return sum == 0 ? 0 : gospa.distance(time) * below / sum;
    }

    private void drawArea(int part) {
        StringBuilder area = new StringBuilder();
        for (int k = 0; k < truth.times(); k++) {
            step(area, k, upTo(part, k));
        }
        for (int k = truth.times() - 1; k >= 0; k--) {
            step(area, k, part == 0 ? 0 : upTo(part - 1, k));
        }
        svg.path(area.append('Z'), "fill=\"" + COLOURS[part] + "\" fill-opacity=\"0.8\"");
    }

    private void drawAxes() {
        String thin = "stroke=\"" + Svg.LINE + "\" stroke-width=\"0.8\"";
        String grey = "fill=\"" + Svg.DIM + "\"";
        double step = Svg.niceStep(most, 5);
        for (double metres = 0; metres < most; metres += step) {
            svg.line(left, down(metres), left + width, down(metres), thin);
            svg.text(left - 8, down(metres) + 4, 11, "end", grey, Decimals.brief(metres, 1));
        }
        double seconds = Svg.niceStep(span, 8);
        for (double t = Math.ceil(from / seconds) * seconds; t <= from + span; t += seconds) {
            svg.line(right(t), top, right(t), top + height, thin);
            svg.text(right(t), top + height + 16, 11, "middle", grey, Decimals.brief(t, 2));
        }
        svg.text(left + width, top + height + 32, 11, "end", grey, "time (s)");
        svg.text(left - 8, top - 8, 11, "end", grey, "m");
    }

    private void drawLegend() {
        double x = left;
        double y = top - 9;
        for (int k = 0; k < NAMES.size(); k++) {
            svg.rectangle(x, y - 9, 12, 10, "fill=\"" + COLOURS[k] + "\" fill-opacity=\"0.8\"");
            svg.text(x + 17, y, 12, "start", "fill=\"" + Svg.INK + "\"", NAMES.get(k));
            x += 35 + 6.6 * NAMES.get(k).length();
        }
        String dashes = "stroke=\"" + Svg.INK + "\" stroke-dasharray=\"5 4\"";
        svg.line(x, y - 4, x + 24, y - 4, dashes);
        String mean = "mean " + Decimals.brief(gospa.mean(), 1) + " m";
        svg.text(x + 29, y, 12, "start", "fill=\"" + Svg.INK + "\"", mean);
    }
}
