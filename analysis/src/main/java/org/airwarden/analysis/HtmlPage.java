package org.airwarden.analysis;

import java.util.List;

/** A page of HTML in one file, without scripts and without anything from elsewhere. One thread. */
final class HtmlPage {
    private static final String STYLE =
            """
            body { font: 16px/1.5 system-ui, sans-serif; color: #14212e; max-width: 70rem;
                   margin: 0 auto; padding: 0 1rem 4rem; }
            .mark { background: #b3261e; color: #fff; font-weight: 700; letter-spacing: .08em;
                    text-align: center; padding: .5rem; position: sticky; top: 0; }
            table { border-collapse: collapse; margin: .5rem 0 1.5rem; }
            th, td { text-align: left; padding: .2rem .8rem .2rem 0; vertical-align: top;
                     border-bottom: 1px solid #d3dbe3; }
            td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
            .dim { color: #52616f; }
            .wide { overflow-x: auto; }
            svg { max-width: 100%; height: auto; }
            .charts { display: flex; flex-wrap: wrap; gap: 1rem; }
            @media print { .mark { position: static; } }
            """;

    private final StringBuilder out = new StringBuilder();

    /**
     * Begins a page.
     *
     * @param mark what stands above everything, as EXERCISE
     */
    HtmlPage(String title, String mark) {
        out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        out.append("<title>").append(escaped(mark + ": " + title)).append("</title>\n<style>\n");
        out.append(STYLE).append("</style>\n</head>\n<body>\n<div class=\"mark\">");
        out.append(escaped(mark)).append("</div>\n<h1>").append(escaped(title)).append("</h1>\n");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    void heading(String words) {
        out.append("<h2>").append(escaped(words)).append("</h2>\n");
    }

    void smallHeading(String words) {
        out.append("<h3>").append(escaped(words)).append("</h3>\n");
    }

    void paragraph(String words) {
        out.append("<p>").append(escaped(words)).append("</p>\n");
    }

    void list(List<String> lines) {
        out.append("<ul>\n");
        for (String line : lines) {
            out.append("<li>").append(escaped(line)).append("</li>\n");
        }
        out.append("</ul>\n");
    }

    /**
     * A table.
     *
     * @param head names of the columns; one that begins with # holds numbers
     */
    void table(List<String> head, List<List<String>> rows) {
        out.append("<div class=\"wide\"><table>\n<tr>");
        for (String name : head) {
            boolean number = name.startsWith("#");
            out.append(number ? "<th class=\"n\">" : "<th>");
            out.append(escaped(number ? name.substring(1) : name)).append("</th>");
        }
        out.append("</tr>\n");
        for (List<String> row : rows) {
            out.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                out.append(head.get(i).startsWith("#") ? "<td class=\"n\">" : "<td>");
                out.append(escaped(row.get(i))).append("</td>");
            }
            out.append("</tr>\n");
        }
        out.append("</table></div>\n");
    }

    void beginCharts() {
        out.append("<div class=\"charts\">\n");
    }

    /** A drawing as {@link Svg} gives it. */
    void drawing(String svg) {
        out.append(svg);
    }

    void endCharts() {
        out.append("</div>\n");
    }

    /** Returns the whole page. */
    String end() {
        return out + "</body>\n</html>\n";
    }
}
