package org.airwarden.analysis;

import java.util.Arrays;

/** How often values lie where, as a drawing. No state. */
final class Histogram {
    private static final double WIDTH = 420;
    private static final double HEIGHT = 200;
    private static final double LEFT = 40;
    private static final double TOP = 34;
    private static final double BOTTOM = 34;
    private static final int MOST_BARS = 30;

    private Histogram() {}

    /**
     * Draws one with its mean and the mean's interval.
     *
     * @param values one or more
     */
    static String of(String title, double[] values, Estimate mean) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double least = sorted[0];
        double most = sorted[sorted.length - 1];
        double step = step(sorted, most - least);
        double from = Math.floor(least / step) * step;
        int bars = (int) Math.floor((most - from) / step + 1e-9) + 1;
        int[] counts = new int[bars];
        for (double value : values) {
            counts[Math.clamp((int) Math.floor((value - from) / step + 1e-9), 0, bars - 1)]++;
        }
        return new Drawing(title, from, step, counts, values.length).draw(mean);
    }

    /** Whole numbers get a bar each while there are few, so that none is split or joined. */
    private static double step(double[] sorted, double span) {
        boolean whole = true;
        for (double value : sorted) {
            whole &= value == Math.rint(value);
        }
        double nice = Svg.niceStep(span, MOST_BARS - 10);
        return whole && span < MOST_BARS ? 1 : whole ? Math.max(1, Math.rint(nice)) : nice;
    }

    private static final class Drawing {
        private final String title;
        private final double from;
        private final double step;
        private final int[] counts;
        private final int runs;

        Drawing(String title, double from, double step, int[] counts, int runs) {
            this.title = title;
            this.from = from;
            this.step = step;
            this.counts = counts;
            this.runs = runs;
        }

        double right(double value) {
            return LEFT + (value - from) / (step * counts.length) * (WIDTH - LEFT - 10);
        }

        String draw(Estimate mean) {
            Svg svg = new Svg(WIDTH, HEIGHT, title);
            svg.text(LEFT, 16, 12, "start", "fill=\"" + Svg.INK + "\"", title);
            int most = Arrays.stream(counts).max().orElse(1);
            double base = HEIGHT - BOTTOM;
            for (int i = 0; i < counts.length; i++) {
                double height = (base - TOP) * counts[i] / most;
                double x = right(from + i * step);
                svg.rectangle(
                        x,
                        base - height,
                        Math.max(1, right(from + (i + 1) * step) - x - 1),
                        height,
                        "fill=\"#56b4e9\"");
            }
            axis(svg, base, most);
            mark(svg, mean, base);
            return svg.end();
        }

        private void axis(Svg svg, double base, int most) {
            String grey = "fill=\"" + Svg.DIM + "\"";
            svg.line(LEFT, base, WIDTH - 10, base, "stroke=\"" + Svg.DIM + "\"");
            double share = 100.0 * most / runs;
            svg.text(LEFT - 4, TOP + 8, 10, "end", grey, Decimals.brief(share, 1) + "%");
            double span = step * counts.length;
            double tick = Math.max(Svg.niceStep(span, 6), step);
            boolean centred = step == 1;
            for (double at = Math.ceil(from / tick) * tick; at <= from + span; at += tick) {
                double x = right(at + (centred ? 0.5 : 0));
                if (x <= WIDTH - 10) {
                    svg.text(x, base + 14, 10, "middle", grey, ExperimentSummary.brief(at));
                }
            }
        }

        private void mark(Svg svg, Estimate mean, double base) {
            double shift = step == 1 ? 0.5 : 0;
            double x = right(mean.mean() + shift);
            svg.line(x, TOP - 6, x, base, "stroke=\"" + Svg.INK + "\" stroke-dasharray=\"4 3\"");
            if (!Double.isNaN(mean.lo())) {
                double lo = right(mean.lo() + shift);
                double hi = right(mean.hi() + shift);
                svg.line(lo, TOP - 6, hi, TOP - 6, "stroke=\"" + Svg.INK + "\" stroke-width=\"3\"");
            }
            svg.text(
                    WIDTH - 10,
                    HEIGHT - 6,
                    10,
                    "end",
                    "fill=\"" + Svg.DIM + "\"",
                    "mean "
                            + ExperimentSummary.brief(mean.mean())
                            + " "
                            + ExperimentSummary.interval(mean));
        }
    }
}
