package org.airwarden.asterix;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.airwarden.asterix.DefinitionLexer.Token;
import org.airwarden.asterix.DefinitionLexer.TokenType;
import org.airwarden.asterix.DefinitionText.Entry;
import org.airwarden.asterix.Shape.Compound;
import org.airwarden.asterix.Shape.Named;
import org.airwarden.asterix.Shape.Part;
import org.airwarden.asterix.Shape.Slot;
import org.jspecify.annotations.Nullable;

/**
 * Reads the definition notation; {@code NOTATION.md} beside the definition files describes it. The
 * first mistake ends the reading with a {@link DefinitionException}.
 */
final class DefinitionParser extends FieldParser {
    /** Compounds inside compounds deeper than this are a mistake, not a standard. */
    private static final int DEPTH = 8;

    private int category;
    private int depth;

    private DefinitionParser(String file, String source) {
        super(file, source);
    }

    /** Reads one edition of a category. */
    static DefinitionText parse(String file, String source) {
        return new DefinitionParser(file, source).document();
    }

    /** Reads the content of an explicit item. */
    static ExpansionText parseExpansion(String file, String source) {
        return new DefinitionParser(file, source).expansion();
    }

    /** Whether a file tells the content of an explicit item, and not an edition of a category. */
    static boolean isExpansion(String file, String source) {
        DefinitionParser parser = new DefinitionParser(file, source);
        parser.head();
        return parser.peek().is("expansion");
    }

    /** Reads a file of registers: each is an item {@code 4.0} of 56 bits. */
    static DefinitionText parseRegisters(String file, String source) {
        return new DefinitionParser(file, source).registers();
    }

    /** An expansion and where its pieces stand. */
    record ExpansionText(Expansion expansion, DefinitionText text) {}

    private DefinitionText document() {
        head();
        if (peek().is("expansion")) {
            throw fail(peek(), "an edition of the category should stand here, not an expansion");
        }
        expect("edition");
        String edition = word("an edition");
        Entry like = null;
        if (accept("like")) {
            like = entry("an edition");
        }
        String title = title();
        lineEnd();
        Map<String, Named> items = new LinkedHashMap<>();
        List<Entry> dropped = new ArrayList<>();
        List<Entry> required = null;
        List<DefinitionText.Profile> profiles = new ArrayList<>();
        while (true) {
            skipLineEnds();
            Token token = peek();
            if (token.type() == TokenType.END) {
                break;
            } else if (accept("profile")) {
                profiles.add(placed(profile(), token));
            } else if (accept("drop")) {
                if (like == null) {
                    throw fail(token, "'drop' needs an edition to be 'like'");
                }
                dropped.addAll(entries());
            } else if (accept("require")) {
                required = required == null ? new ArrayList<>() : required;
                required.addAll(entries());
            } else {
                Named item = named();
                if (items.put(item.name(), item) != null) {
                    throw fail(token, "item " + item.name() + " is defined twice");
                }
            }
        }
        if (like == null && profiles.isEmpty()) {
            throw fail(peek(), "a profile is missing");
        }
        return new DefinitionText(
                category, edition, like, title, items, dropped, profiles, required, places);
    }

    private ExpansionText expansion() {
        head();
        expect("expansion");
        String item = word("an item, RE or SP");
        expect("edition");
        String edition = word("an edition");
        String title = title();
        lineEnd();
        skipLineEnds();
        Token form = peek();
        Compound content =
                switch (word("presence, compound or sequence")) {
                    case "presence" -> presence();
                    case "compound" -> compound(Compound.CHAINED);
                    case "sequence" -> compound(Compound.SEQUENCE);
                    default -> throw fail(form, "no such form of an expansion: " + form.text());
                };
        lineEnd();
        skipLineEnds();
        if (peek().type() != TokenType.END) {
            throw fail(peek(), "the file should end here, not " + peek().text());
        }
        Expansion expansion = new Expansion(category, item, edition, title, content);
        Named named = placed(new Named(item, title, new Shape.Explicit(expansion)), form);
        DefinitionText.Profile profile =
                new DefinitionText.Profile(null, 0, List.of(new Entry(item)));
        return new ExpansionText(
                expansion,
                new DefinitionText(
                        category,
                        edition,
                        null,
                        title,
                        Map.of(item, named),
                        List.of(),
                        List.of(profile),
                        null,
                        places));
    }

    private DefinitionText registers() {
        Map<String, Named> items = new LinkedHashMap<>();
        List<Entry> order = new ArrayList<>();
        while (true) {
            skipLineEnds();
            if (peek().type() == TokenType.END) {
                break;
            }
            expect("register");
            Token token = peek();
            String code = word("a register code");
            if (code.length() != 3
                    || code.charAt(1) != '.'
                    || Character.digit(code.charAt(0), 16) < 0
                    || Character.digit(code.charAt(2), 16) < 0) {
                throw fail(token, "a register code is two digits with a dot, not " + code);
            }
            String title = title();
            expect("{");
            skipLineEnds();
            List<Part> parts = parts();
            skipLineEnds();
            expect("}");
            lineEnd();
            int bits = 0;
            for (Part part : parts) {
                bits += part.bits();
            }
            if (bits != 56) {
                throw fail(token, "the fields take " + bits + " bits, not 56");
            }
            Named named = placed(new Named(code, title, new Shape.Fixed(parts)), token);
            if (items.put(code, named) != null) {
                throw fail(token, "register " + code + " is defined twice");
            }
            order.add(new Entry(code));
        }
        return new DefinitionText(
                -1,
                "",
                null,
                "Mode S registers",
                items,
                List.of(),
                List.of(new DefinitionText.Profile(null, 0, order)),
                null,
                places);
    }

    private void head() {
        skipLineEnds();
        expect("category");
        category = (int) integer("a category", 0, 255);
    }

    private String title() {
        return peek().type() == TokenType.TEXT ? next().text() : "";
    }

    private Entry entry(String what) {
        Token token = peek();
        return placed(new Entry(word(what)), token);
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        do {
            entries.add(entry("an item"));
        } while (peek().type() == TokenType.WORD);
        lineEnd();
        return entries;
    }

    private DefinitionText.Profile profile() {
        String selector = null;
        long value = 0;
        if (accept("if")) {
            selector = word("the path of a field");
            expect("=");
            value = integer("a value", 0, Integer.MAX_VALUE);
        }
        expect("{");
        List<Entry> entries = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        while (true) {
            skipLineEnds();
            if (accept("}")) {
                break;
            }
            Token token = peek();
            Entry entry = entry("an item, '-' or 'random'");
            if (!entry.name().equals(DefinitionText.UNUSED) && !seen.add(entry.name())) {
                throw fail(token, entry.name() + " stands twice in the profile");
            }
            entries.add(entry);
        }
        lineEnd();
        return new DefinitionText.Profile(selector, value, entries);
    }

    private Named named() {
        Token token = peek();
        String name = word("an item");
        String title = title();
        Token kind = peek();
        Shape shape =
                switch (word("fixed, extended, repeat, chain, compound or explicit")) {
                    case "fixed" -> new Shape.Fixed(wholeOctets(kind, parts()));
                    case "extended" -> new Shape.Extended(wholeOctets(kind, parts()));
                    case "repeat" -> repeated(kind);
                    case "chain" -> new Shape.Chained(wholeOctets(kind, parts()));
                    case "compound" -> compound(Compound.CHAINED);
                    case "presence" -> presence();
                    case "sequence" -> compound(Compound.SEQUENCE);
                    case "explicit" -> explicit(kind, name);
                    default -> throw fail(kind, "no such form: " + kind.text());
                };
        lineEnd();
        return placed(new Named(name, title, shape), token);
    }

    private List<Part> wholeOctets(Token kind, List<Part> parts) {
        int bits = 0;
        for (Part part : parts) {
            bits += part.bits();
        }
        if (bits % 8 != 0) {
            throw fail(kind, "the fields take " + bits + " bits, which are no whole octets");
        }
        return parts;
    }

    private Shape repeated(Token kind) {
        int countOctets = 1;
        if (peek().type() == TokenType.WORD && isInteger(peek().text()) && isCount(second())) {
            countOctets = (int) integer("the octets of the count", 1, 4);
            next();
        }
        return new Shape.Repeated(countOctets, wholeOctets(kind, parts()));
    }

    private static boolean isCount(Token token) {
        return token.is("octets") || token.is("octet");
    }

    private Compound presence() {
        int octets = (int) integer("a number of octets", 1, 8);
        if (!isCount(peek())) {
            throw fail(peek(), "'octets' should stand here, not " + peek().text());
        }
        next();
        return compound(octets);
    }

    private Compound compound(int presenceOctets) {
        Token open = peek();
        expect("{");
        if (++depth > DEPTH) {
            throw fail(open, "compounds stand in one another more than " + DEPTH + " deep");
        }
        List<Slot> slots = new ArrayList<>();
        while (true) {
            skipLineEnds();
            Token token = peek();
            if (accept("}")) {
                depth--;
                return new Compound(presenceOctets, slots);
            }
            if (presenceOctets > 0 && slots.size() == presenceOctets * 8) {
                throw fail(token, presenceOctets + " octets have no presence bit for this subitem");
            }
            if (accept(DefinitionText.UNUSED)) {
                if (presenceOctets == Compound.SEQUENCE) {
                    throw fail(token, "a sequence has no presence bits that could be unused");
                }
                slots.add(new Slot(null));
                lineEnd();
            } else {
                Named item = named();
                for (Slot slot : slots) {
                    Named other = slot.named();
                    if (other != null && other.name().equals(item.name())) {
                        throw fail(token, "subitem " + item.name() + " is defined twice");
                    }
                }
                slots.add(new Slot(item));
            }
        }
    }

    private Shape explicit(Token kind, String name) {
        if (!accept("expansion")) {
            return new Shape.Explicit(null);
        }
        if (depth > 0) {
            throw fail(kind, "a subitem has no expansion");
        }
        Token token = peek();
        String edition = word("an edition of " + name);
        @Nullable Expansion expansion = Definitions.expansionOrNull(category, name, edition);
        if (expansion == null) {
            throw fail(
                    token,
                    "no edition "
                            + edition
                            + " of the expansion "
                            + name
                            + "; there are "
                            + Definitions.expansions(category, name));
        }
        return new Shape.Explicit(expansion);
    }
}
