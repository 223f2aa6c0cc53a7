package org.airwarden.simulation;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads quantities as authors write them: {@code 150 km}, {@code 100..150 km} (every value as
 * likely), {@code 60..90..180 s} (with a likeliest), {@code {lo: .., hi: ..}}, {@code {lo: ..,
 * mode: .., hi: ..}}, {@code {lo: .., hi: .., scale: log}}, {@code {mean: 20 s}} (exponential).
 */
final class QuantityText {
    private static final String NUMBER = "[-+]?(?:\\d+(?:\\.\\d+)?|\\.\\d+)(?:[eE][-+]?\\d+)?";
    private static final Pattern WRITTEN =
            Pattern.compile(
                    "(FL)?("
                            + NUMBER
                            + ")(?:\\s*\\.\\.\\s*(?:FL)?("
                            + NUMBER
                            + "))?(?:\\s*\\.\\.\\s*(?:FL)?("
                            + NUMBER
                            + "))?\\s*([^\\s\\d.][^\\s]*)?");
    private static final double FLIGHT_LEVEL = 30.48;

    private final Problems problems;

    /** Pressure height less geometric height (m): what a flight level is above or below. */
    private double pressureOffset;

    QuantityText(Problems problems) {
        this.problems = problems;
    }

    void pressureOffset(double metres) {
        pressureOffset = metres;
    }

    /** Returns what is written, or null with a problem noted. */
    @Nullable Quantity read(YamlTree node, String key, Span span) {
        if (node.fields() != null) {
            return ofMap(node, node.fields(), key, span);
        }
        String text = node.text();
        if (text == null || text.isBlank()) {
            problems.add(node, "'" + key + "' is " + node.sort(), span.remedy() + example(span));
            return null;
        }
        double[] values = values(node, key, text.strip(), span);
        if (values == null || !isWithin(node, key, text, values, span)) {
            return null;
        }
        return switch (values.length) {
            case 1 -> Quantity.fixed(values[0]);
            case 2 -> Quantity.uniform(values[0], values[1]);
            default -> Quantity.triangular(values[0], values[1], values[2]);
        };
    }

    private @Nullable Quantity ofMap(
            YamlTree node, Map<String, YamlTree.Field> fields, String key, Span span) {
        Set<String> keys = new TreeSet<>(fields.keySet());
        if (keys.equals(Set.of("mean"))) {
            if (span.measure() != Measure.TIME) {
                problems.add(
                        node,
                        "'" + key + "' has a mean alone, which makes it exponential",
                        "write 'lo' and 'hi': times alone may be exponential");
                return null;
            }
            double mean = one(node, "mean", key, span);
            return Double.isNaN(mean) ? null : Quantity.exponential(mean);
        }
        boolean logarithmic = keys.remove("scale");
        boolean triangular = keys.remove("mode");
        if (!keys.equals(Set.of("lo", "hi")) || (logarithmic && triangular)) {
            problems.add(
                    node,
                    "'" + key + "' has the keys " + String.join(", ", fields.keySet()),
                    "write {lo: .., hi: ..}, {lo: .., mode: .., hi: ..},"
                            + " {lo: .., hi: .., scale: log} or {mean: ..}");
            return null;
        }
        double lo = one(node, "lo", key, span);
        double hi = one(node, "hi", key, span);
        double mode = triangular ? one(node, "mode", key, span) : lo;
        if (Double.isNaN(lo) || Double.isNaN(hi) || Double.isNaN(mode)) {
            return null;
        }
        if (!(lo <= mode && mode <= hi)) {
            notOrdered(node, key, "lo, mode and hi");
            return null;
        }
        if (logarithmic) {
            YamlTree scale = node.at("scale");
            if (scale == null || !"log".equals(scale.text()) || lo <= 0) {
                problems.add(
                        scale == null ? node : scale,
                        "the scale of '" + key + "' is not 'log', or its bounds are not above 0",
                        "write 'scale: log' with bounds above 0, or leave it out");
                return null;
            }
            return new Quantity(Quantity.Shape.LOG_UNIFORM, lo, lo, hi);
        }
        return triangular ? Quantity.triangular(lo, mode, hi) : Quantity.uniform(lo, hi);
    }

    private double one(YamlTree map, String part, String key, Span span) {
        YamlTree node = map.at(part);
        String text = node == null ? null : node.text();
        if (node == null || text == null) {
            problems.add(
                    node == null ? map : node,
                    "'" + part + "' of '" + key + "' is not one value",
                    span.remedy() + example(span));
            return Double.NaN;
        }
        double[] values = values(node, key, text.strip(), span);
        if (values == null || !isWithin(node, key, text, values, span)) {
            return Double.NaN;
        }
        if (values.length > 1) {
            problems.add(node, "'" + part + "' of '" + key + "' is an interval", "write one value");
            return Double.NaN;
        }
        return values[0];
    }

    /** Returns one to three values in the unit used inside, or null with a problem noted. */
    private double @Nullable [] values(YamlTree node, String key, String text, Span span) {
        Measure measure = span.measure();
        Matcher matcher = WRITTEN.matcher(text);
        boolean level = matcher.matches() && matcher.group(1) != null;
        if (!matcher.matches() || (level && measure != Measure.HEIGHT)) {
            problems.add(node, "'" + key + "' is '" + text + "'", span.remedy() + example(span));
            return null;
        }
        String word = matcher.group(5);
        double size = 1;
        if (level) {
            size = FLIGHT_LEVEL;
            if (word != null) {
                problems.add(
                        node,
                        "'" + key + "' is '" + text + "', a flight level with a unit",
                        "write FL350 alone, or a height with a unit");
                return null;
            }
        } else if (word == null && measure.needsUnit() && !isZero(matcher)) {
            problems.add(
                    node,
                    "'" + key + "' is '" + text + "', a number without its unit",
                    "write the unit, as in '" + text + " " + measure.unitWords().get(0) + "'");
            return null;
        } else if (word != null) {
            Measure.Unit unit = measure.unit(word);
            if (unit == null) {
                problems.add(
                        node,
                        "'"
                                + key
                                + "' is '"
                                + text
                                + "', and '"
                                + word
                                + "' is no unit of "
                                + measure.words(),
                        measure.unitWords().isEmpty()
                                ? "write the number alone"
                                : "write " + String.join(", ", measure.unitWords()));
                return null;
            }
            size = unit.size();
        }
        int count = matcher.group(3) == null ? 1 : matcher.group(4) == null ? 2 : 3;
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] =
                    Double.parseDouble(matcher.group(2 + i)) * size - (level ? pressureOffset : 0);
        }
        return values;
    }

    private static boolean isZero(Matcher matcher) {
        return matcher.group(3) == null && Double.parseDouble(matcher.group(2)) == 0;
    }

    private boolean isWithin(YamlTree node, String key, String text, double[] values, Span span) {
        for (int i = 0; i < values.length; i++) {
            if (!span.holds(values[i])) {
                problems.add(
                        node, "'" + key + "' is '" + text + "', which cannot be", span.remedy());
                return false;
            }
            if (i > 0 && values[i] < values[i - 1]) {
                notOrdered(node, key, "'" + text + "'");
                return false;
            }
        }
        return true;
    }

    private void notOrdered(YamlTree node, String key, String what) {
        problems.add(
                node,
                "'" + key + "' runs downwards: " + what,
                "write the least value first, then the likeliest if there is one, then the"
                        + " greatest");
    }

    private static String example(Span span) {
        return ", as in '" + span.measure().example() + "'";
    }
}
