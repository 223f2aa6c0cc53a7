package org.airwarden.feeds;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.Locale;
import org.airwarden.asterix.Finding;
import org.airwarden.asterix.HexView;
import org.airwarden.asterix.RecordJson;
import org.airwarden.asterix.RecordView;
import org.airwarden.asterix.Validator;

/** Writes ASTERIX records in one of the styles. One thread. */
final class AsterixLines {
    private final DecodingStyle style;
    private final RecordJson json = new RecordJson();
    private final Validator validator = new Validator();

    AsterixLines(DecodingStyle style) {
        this.style = style;
    }

    /**
     * Writes a record.
     *
     * @param shift how much later an octet stands in the file than in the record's array
     */
    void append(RecordView record, long shift, OutputLines out) {
        switch (style) {
            case JSON -> {
                ByteArrayOutputStream octets = out.octets();
                json.append(record, octets);
                octets.write('\n');
            }
            case HEX -> out.text().append(HexView.of(record, shift)).append('\n');
            case FINDINGS -> {
                for (Finding finding : validator.check(record)) {
                    finding(record, finding, shift, out.text());
                }
            }
        }
    }

    private static void finding(RecordView record, Finding finding, long shift, StringBuilder out) {
        out.append("{\"category\":").append(record.category());
        text(out, "edition", record.definition().edition());
        out.append(",\"record\":").append(record.offset() + shift);
        text(out, "item", finding.path());
        out.append(",\"element\":").append(finding.element());
        out.append(",\"offset\":").append(finding.at() + shift);
        text(out, "kind", finding.rule().name().toLowerCase(Locale.ROOT));
        text(out, "rule", finding.rule().words());
        text(out, "found", finding.detail());
        text(out, "bytes", HexFormat.of().formatHex(finding.bytes()));
        out.append("}\n");
    }

    private static void text(StringBuilder out, String key, String value) {
        out.append(",\"").append(key).append("\":\"");
        // What stands here are the definitions' own words, which have neither quotes nor controls.
        out.append(value.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    }
}
