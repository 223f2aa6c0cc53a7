package org.airwarden.feeds;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What recordings can be converted to. */
public enum ConversionFormat {
    /** ASTERIX data blocks one after the other. */
    RAW("raw", ".ast"),
    /** ASTERIX in FINAL frames. */
    FINAL("final", ".ff"),
    /** ASTERIX as the GPS recorder writes it. */
    GPS("gps", ".gps"),
    /** ASTERIX as replay files. */
    RPLY("rply", ".rply"),
    /** ASTERIX in UDP datagrams, as a libpcap capture. */
    PCAP("pcap", ".pcap"),
    /** Mode S in the Beast binary form. */
    BEAST("beast", ".beast"),
    /** Mode S as lines of hexadecimal digits. */
    AVR("avr", ".avr"),
    /** BaseStation lines: what they can say of Mode S. */
    SBS("sbs", ".sbs"),
    /** One JSON object a record, as decode prints it. */
    JSON_LINES("jsonl", ".jsonl"),
    /** One row a record, see {@link Column}; RFC 4180, with a header. */
    CSV("csv", ".csv"),
    /** The same rows as an Apache Parquet file. */
    PARQUET("parquet", ".parquet");

    private final String word;
    private final String extension;

    ConversionFormat(String word, String extension) {
        this.word = word;
        this.extension = extension;
    }

    /** Returns the word for it on the command line. */
    public String word() {
        return word;
    }

    /** Returns the end of a file's name by which it is known. */
    public String extension() {
        return extension;
    }

    /** Returns the format with that word, or null. */
    public static @Nullable ConversionFormat ofWord(String word) {
        for (ConversionFormat format : values()) {
            if (format.word.equals(word)) {
                return format;
            }
        }
        return null;
    }

    /** Returns the format that a file's name ends in, or null. {@code .raw} is raw as well. */
    public static @Nullable ConversionFormat ofName(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        for (ConversionFormat format : values()) {
            if (name.endsWith(format.extension)) {
                return format;
            }
        }
        return name.endsWith(".raw") ? RAW : null;
    }

    /** Tells whether what a recording holds can be written so. */
    public boolean takes(Format content) {
        return switch (this) {
            case RAW, FINAL, GPS, RPLY, PCAP -> content == Format.ASTERIX;
            case BEAST, AVR -> content == Format.BEAST || content == Format.AVR;
            case SBS -> content == Format.BEAST || content == Format.AVR || content == Format.SBS;
            case JSON_LINES, CSV, PARQUET ->
                    content == Format.ASTERIX
                            || content == Format.BEAST
                            || content == Format.AVR
                            || content == Format.SBS
                            || content == Format.READSB;
        };
    }

    /** Returns the words of all formats that take what a recording holds. */
    public static List<String> thatTake(Format content) {
        return Arrays.stream(values())
                .filter(format -> format.takes(content))
                .map(ConversionFormat::word)
                .toList();
    }

    /**
     * Tells whether simulated data is known by its bytes in this format: ASTERIX has its bits, and
     * the rows a column.
     */
    boolean carriesOrigin(Format content) {
        return content == Format.ASTERIX || this == CSV || this == PARQUET;
    }
}
