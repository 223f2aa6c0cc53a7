package org.airwarden.app;

import java.util.List;
import org.airwarden.feeds.RecordFilter;
import org.airwarden.feeds.TimeWindow;
import picocli.CommandLine.Option;

/** Which records are wanted. */
final class FilterMixin {
    @Option(
            names = "--category",
            split = ",",
            paramLabel = "CAT",
            description = "only these: 048,034 for ASTERIX, DF17,DF11 for Mode S, MSG3 for SBS")
    private List<String> categories = List.of();

    @Option(
            names = "--source",
            split = ",",
            paramLabel = "SAC/SIC",
            description = "only records of these sources, as in 20/129")
    private List<String> sources = List.of();

    @Option(
            names = "--item",
            split = ",",
            paramLabel = "ITEM",
            description = "only records that have one of these items, as in 220 or 380/ADR")
    private List<String> items = List.of();

    @Option(
            names = "--address",
            split = ",",
            paramLabel = "HEX",
            description = "only records of these 24-bit addresses, as in 4D2023")
    private List<String> addresses = List.of();

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description =
                    "only records from then on: a time of day (22:30, 22:30:15.5) or a moment of UTC"
                            + " (2016-05-10T22:30:00Z)")
    private String from = "";

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description =
                    "only records before then; a time of day may lie after midnight (--to TIME says"
                            + " the same)")
    private String until = "";

    /**
     * Returns the filter.
     *
     * @param otherEnd the end of the time as another option says it, or ""
     */
    RecordFilter filter(String otherEnd) {
        if (!until.isEmpty() && !otherEnd.isEmpty()) {
            throw UserException.misuse("--until and --to both say when to end; leave one out");
        }
        try {
            return RecordFilter.of(
                    categories,
                    sources,
                    items,
                    addresses,
                    TimeWindow.of(from, until.isEmpty() ? otherEnd : until));
        } catch (IllegalArgumentException wrong) {
            throw UserException.misuse(String.valueOf(wrong.getMessage()));
        }
    }
}
