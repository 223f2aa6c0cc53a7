package org.airwarden.asterix;

import java.util.ArrayList;
import java.util.List;

/**
 * A class of typed access that is to be generated, as a line of {@code typed.txt} says.
 *
 * @param name its simple name
 * @param category its category
 * @param editions those it serves, the newest first
 */
record TypedClass(String name, int category, List<Definition> editions) {
    /** Reads {@code typed.txt}. */
    static List<TypedClass> all() {
        List<TypedClass> classes = new ArrayList<>();
        for (String line : Definitions.resource("typed.txt").lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                List<String> words = List.of(line.split(" ", -1));
                int category = Integer.parseInt(words.get(1));
                List<String> patterns = words.subList(2, words.size());
                List<Definition> editions =
                        Definitions.editions(category).stream()
                                .filter(edition ->
                                        patterns.stream().anyMatch(p -> matches(edition, p)))
                                .map(edition -> Definitions.of(category, edition))
                                .toList();
                if (editions.isEmpty()) {
                    throw new IllegalStateException("typed.txt: no edition: " + line);
                }
                classes.add(new TypedClass(words.getFirst(), category, editions));
            }
        }
        return List.copyOf(classes);
    }

    private static boolean matches(String edition, String pattern) {
        return pattern.endsWith("*")
                ? edition.startsWith(pattern.substring(0, pattern.length() - 1))
                : edition.equals(pattern);
    }

    /** {@code 048}. */
    String number() {
        return Integer.toString(1000 + category).substring(1);
    }
}
