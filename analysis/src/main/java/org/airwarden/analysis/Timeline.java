package org.airwarden.analysis;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.airwarden.simulation.Chronicle;

/** The chronicle of a run as a drawing: time to the right, a lane for each kind. No state. */
final class Timeline {
    private static final double WIDTH = 1000;
    private static final double LEFT = 110;
    private static final double LANE = 26;
    private static final double TOP = 20;

    private static final Map<Chronicle.Kind, String> COLOURS =
            Map.of(
                    Chronicle.Kind.TRUTH, "#52616f",
                    Chronicle.Kind.TRACK, "#0072b2",
                    Chronicle.Kind.IDENTITY, "#cc79a7",
                    Chronicle.Kind.DECISION, "#e69f00",
                    Chronicle.Kind.ENGAGEMENT, "#d55e00",
                    Chronicle.Kind.WARNING, "#009e73",
                    Chronicle.Kind.IMPACT, "#b3261e",
                    Chronicle.Kind.NETWORK, "#14212e");

    private Timeline() {}

    /**
     * Draws one.
     *
     * @param duration of the scenario (s)
     */
    static String of(List<Chronicle.Entry> entries, double duration) {
        Chronicle.Kind[] kinds = Chronicle.Kind.values();
        double base = TOP + LANE * kinds.length;
        Svg svg = new Svg(WIDTH, base + 36, "What happened when");
        double step = Svg.niceStep(duration, 10);
        for (double t = 0; t <= duration; t += step) {
            double x = right(t, duration);
            svg.line(x, TOP, x, base, "stroke=\"" + Svg.LINE + "\"");
            svg.text(x, base + 14, 11, "middle", "fill=\"" + Svg.DIM + "\"", Decimals.brief(t, 1));
        }
        svg.text(WIDTH - 10, base + 30, 11, "end", "fill=\"" + Svg.DIM + "\"", "s after the start");
        for (int lane = 0; lane < kinds.length; lane++) {
            double y = TOP + LANE * (lane + 0.5);
            Chronicle.Kind kind = kinds[lane];
            String name = kind.name().toLowerCase(Locale.ROOT);
            svg.line(LEFT, y, WIDTH - 10, y, "stroke=\"" + Svg.LINE + "\"");
            svg.text(LEFT - 10, y + 4, 12, "end", "fill=\"" + Svg.INK + "\"", name);
            String style = "fill=\"" + COLOURS.get(kind) + "\" fill-opacity=\"0.7\"";
            for (Chronicle.Entry entry : entries) {
                if (entry.kind() == kind) {
                    svg.circle(right(entry.time(), duration), y, 4, style);
                }
            }
        }
        return svg.end();
    }

    private static double right(double time, double duration) {
        return LEFT + Math.clamp(time / duration, 0, 1) * (WIDTH - LEFT - 10);
    }
}
