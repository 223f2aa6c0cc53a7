package org.airwarden.feeds;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which records of a recording are wanted. A record is kept if it passes every test that is set; a
 * test that its format has nothing for is never passed.
 *
 * @param categories {@code 048} for ASTERIX, {@code DF17} for Mode S, {@code MSG3} for SBS; empty
 *     for all
 * @param sources SAC times 256 plus SIC; empty for all
 * @param items ASTERIX items or subitems ({@code 220}, {@code 380/ADR}), of which a record must
 *     have one at least; empty for all
 * @param addresses 24-bit addresses; empty for all
 * @param times when the record was measured, as far as it says so, else recorded
 */
public record RecordFilter(
        Set<String> categories,
        Set<Integer> sources,
        Set<String> items,
        Set<Integer> addresses,
        TimeWindow times) {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");
    private static final Pattern SOURCE = Pattern.compile("[0-9]{1,3}/[0-9]{1,3}");
    private static final Pattern ITEM = Pattern.compile("(?:[0-9]{3}|RE|SP)(?:/[A-Z0-9]+)*");
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-F]{6}");

    /** Everything. */
    public static final RecordFilter NONE =
            new RecordFilter(Set.of(), Set.of(), Set.of(), Set.of(), TimeWindow.ALWAYS);

    /** Copies the sets. */
    public RecordFilter {
        categories = Set.copyOf(categories);
        sources = Set.copyOf(sources);
        items = Set.copyOf(items);
        addresses = Set.copyOf(addresses);
    }

    /**
     * Reads a filter as people write it.
     *
     * @throws IllegalArgumentException if a part of it is written otherwise
     */
    public static RecordFilter of(
            Iterable<String> categories,
            Iterable<String> sources,
            Iterable<String> items,
            Iterable<String> addresses,
            TimeWindow times) {
        Set<String> wantedCategories = new TreeSet<>();
        for (String one : categories) {
            wantedCategories.add(
                    NUMBER.matcher(one).matches()
                            ? String.format(Locale.ROOT, "%03d", octet(one, 0))
                            : one.toUpperCase(Locale.ROOT));
        }
        Set<Integer> wantedSources = new TreeSet<>();
        for (String one : sources) {
            require(SOURCE, one, "a source; write SAC/SIC, as in 20/129");
            int slash = one.indexOf('/');
            wantedSources.add(
                    octet(one.substring(0, slash), 8) | octet(one.substring(slash + 1), 0));
        }
        Set<String> wantedItems = new TreeSet<>();
        for (String one : items) {
            String item = one.toUpperCase(Locale.ROOT).replaceFirst("^I(?=[0-9]{3})", "");
            wantedItems.add(require(ITEM, item, "an item; write 220 or 380/ADR"));
        }
        Set<Integer> wantedAddresses = new TreeSet<>();
        for (String one : addresses) {
            String digits = one.toUpperCase(Locale.ROOT);
            require(ADDRESS, digits, "an address; write six hexadecimal digits, as in 4D2023");
            wantedAddresses.add(Integer.parseInt(digits, 16));
        }
        return new RecordFilter(
                wantedCategories, wantedSources, wantedItems, wantedAddresses, times);
    }

    private static String require(Pattern pattern, String text, String what) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not " + what);
        }
        return text;
    }

    private static int octet(String digits, int shift) {
        int value = Integer.parseInt(digits);
        if (value > 255) {
            throw new IllegalArgumentException(digits + " is more than 255");
        }
        return value << shift;
    }

    /** Tells whether every record passes. */
    public boolean isEmpty() {
        return isOfBlocks() && categories.isEmpty();
    }

    /** Tells whether an ASTERIX block's category octet decides. */
    boolean isOfBlocks() {
        return sources.isEmpty() && items.isEmpty() && addresses.isEmpty() && times.isAlways();
    }

    /** Tells whether a category is wanted. */
    boolean wantsCategory(String category) {
        return categories.isEmpty() || categories.contains(category);
    }

    /** Tells whether what formats other than ASTERIX have nothing for is asked. */
    boolean asksForAsterix() {
        return !sources.isEmpty() || !items.isEmpty();
    }

    /** Tells whether a message of another format is wanted. */
    boolean wants(String category, int address, long time) {
        return !asksForAsterix()
                && wantsCategory(category)
                && (addresses.isEmpty() || addresses.contains(address))
                && times.holds(time);
    }
}
