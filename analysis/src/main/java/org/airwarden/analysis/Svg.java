package org.airwarden.analysis;

/**
 * A drawing as SVG 1.1 text, in pixels from the upper left. Numbers have two decimals at most; text
 * is escaped. One thread.
 */
final class Svg {
    static final String INK = "#14212e";
    static final String DIM = "#52616f";
    static final String LINE = "#d3dbe3";
    static final String PAPER = "#ffffff";

    private static final String FONTS =
            "'Inter Variable', Inter, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";

    private final StringBuilder out = new StringBuilder();
    private int clips;

    Svg(double width, double height, String title) {
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"");
        out.append(number(width)).append("\" height=\"").append(number(height));
        out.append("\" viewBox=\"0 0 ").append(number(width)).append(' ').append(number(height));
        out.append("\" font-family=\"").append(FONTS).append("\" role=\"img\">\n<title>");
        out.append(escaped(title)).append("</title>\n");
        rectangle(0, 0, width, height, "fill=\"" + PAPER + "\"");
    }

    static String number(double value) {
        return Decimals.brief(value, 2);
    }

    void rectangle(double x, double y, double width, double height, String style) {
        out.append("<rect x=\"").append(number(x)).append("\" y=\"").append(number(y));
        out.append("\" width=\"").append(number(width)).append("\" height=\"");
        out.append(number(height)).append("\" ").append(style).append("/>\n");
    }

    void line(double x1, double y1, double x2, double y2, String style) {
        path("M" + number(x1) + "," + number(y1) + "L" + number(x2) + "," + number(y2), style);
    }

    void path(CharSequence steps, String style) {
        out.append("<path d=\"").append(steps).append("\" ").append(style).append("/>\n");
    }

    void circle(double x, double y, double radius, String style) {
        out.append("<circle cx=\"").append(number(x)).append("\" cy=\"").append(number(y));
        out.append("\" r=\"").append(number(radius)).append("\" ").append(style).append("/>\n");
    }

    /** Text from, about or up to a place: anchor is start, middle or end. */
    void text(double x, double y, double size, String anchor, String style, String words) {
        out.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y));
        out.append("\" font-size=\"").append(number(size)).append("\" text-anchor=\"");
        out.append(anchor).append("\" ").append(style).append('>');
        out.append(escaped(words)).append("</text>\n");
    }

    /** What comes until {@link #endClip} is seen only inside of a rectangle. */
    void beginClip(double x, double y, double width, double height) {
        clips++;
        out.append("<clipPath id=\"clip").append(clips).append("\">");
        rectangle(x, y, width, height, "");
        out.append("</clipPath>\n<g clip-path=\"url(#clip").append(clips).append(")\">\n");
    }

    void endClip() {
        out.append("</g>\n");
    }

    /** Returns the whole drawing. */
    String end() {
        return out + "</svg>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /**
     * Returns a step of 1, 2 or 5 times a power of ten, so that a span holds about so many steps.
     */
    static double niceStep(double span, int steps) {
        double raw = Math.max(span, 1e-9) / steps;
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(raw)));
        double part = raw / power;
        return (part < 1.5 ? 1 : part < 3.5 ? 2 : part < 7.5 ? 5 : 10) * power;
    }
}
