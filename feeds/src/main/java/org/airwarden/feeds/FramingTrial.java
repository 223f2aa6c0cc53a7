package org.airwarden.feeds;

import java.util.Locale;

/**
 * How far a file's beginning can be read in one framing.
 *
 * @param format the framing
 * @param frames how many frames were found
 * @param part the part of the bytes looked at that lies in frames, 0 to 1
 * @param breaks how many places do not fit
 * @param brokeAt where the first of them is (octets from the beginning), or -1
 * @param words what is wrong there, or what was found, for people
 */
public record FramingTrial(
        RecordingFormat format, long frames, double part, long breaks, long brokeAt, String words) {
    /** Returns it in one line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "%-14s", format.word()));
        text.append(FramingDetector.number(frames)).append(' ').append(format.framing().frames());
        text.append(", ").append(FramingDetector.percent(part)).append(" of the bytes");
        if (breaks > 0) {
            text.append("; breaks at ").append(FramingDetector.number(breaks)).append(" places");
        }
        if (brokeAt >= 0) {
            text.append(", first at octet ").append(FramingDetector.number(brokeAt));
        }
        return words.isEmpty() ? text.toString() : text.append(": ").append(words).toString();
    }
}
