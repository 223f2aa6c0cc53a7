package org.airwarden.analysis;

/** Numbers as text with a fixed number of decimals, quickly. No state. */
final class Decimals {
    private static final long[] POWERS = {
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
    };

    private Decimals() {}

    /**
     * Appends a number with 0 to 9 decimals, rounded half up. Numbers that are not finite, or whose
     * digits do not fit a long, are written as Java writes them.
     */
    static StringBuilder append(StringBuilder out, double value, int decimals) {
        double scaled = value * POWERS[decimals];
        if (!(Math.abs(scaled) < 9e17)) {
            return out.append(value);
        }
        long digits = Math.round(scaled);
        if (digits < 0) {
            out.append('-');
            digits = -digits;
        }
        out.append(digits / POWERS[decimals]);
        if (decimals > 0) {
            out.append('.');
            long rest = digits % POWERS[decimals];
            for (int k = decimals - 1; k > 0 && rest < POWERS[k]; k--) {
                out.append('0');
            }
            out.append(rest);
        }
        return out;
    }

    /** Returns a number with at most so many decimals and no zeros at its end. */
    static String brief(double value, int decimals) {
        StringBuilder text = append(new StringBuilder(), value, decimals);
        if (text.indexOf(".") >= 0 && text.indexOf("E") < 0) {
            int end = text.length();
            while (text.charAt(end - 1) == '0') {
                end--;
            }
            text.setLength(text.charAt(end - 1) == '.' ? end - 1 : end);
        }
        return text.toString().equals("-0") ? "0" : text.toString();
    }
}
