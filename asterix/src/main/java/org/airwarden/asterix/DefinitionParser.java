package org.airwarden.asterix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.airwarden.asterix.DefinitionLexer.Token;
import org.airwarden.asterix.DefinitionLexer.TokenType;
import org.airwarden.asterix.Shape.Alternative;
import org.airwarden.asterix.Shape.Choice;
import org.airwarden.asterix.Shape.Content;
import org.airwarden.asterix.Shape.Kind;
import org.airwarden.asterix.Shape.Label;
import org.airwarden.asterix.Shape.More;
import org.airwarden.asterix.Shape.Named;
import org.airwarden.asterix.Shape.Part;
import org.airwarden.asterix.Shape.Range;
import org.airwarden.asterix.Shape.Slot;
import org.airwarden.asterix.Shape.Spare;
import org.airwarden.asterix.Shape.Value;
import org.jspecify.annotations.Nullable;

/**
 * Reads the definition notation; {@code NOTATION.md} beside the definition files describes it. The
 * first mistake ends the reading with a {@link DefinitionException}.
 */
final class DefinitionParser {
    private final String file;
    private final List<Token> tokens;
    private int at;

    private DefinitionParser(String file, String source) {
        this.file = file;
        this.tokens = DefinitionLexer.tokens(file, source);
    }

    static DefinitionText parse(String file, String source) {
        return new DefinitionParser(file, source).document();
    }

    private DefinitionText document() {
        skipLineEnds();
        expect("category");
        int category = (int) integer("a category", 0, 255);
        expect("edition");
        String edition = word("an edition");
        String like = null;
        if (accept("like")) {
            like = word("an edition");
        }
        String title = peek().type() == TokenType.TEXT ? next().text() : "";
        lineEnd();
        Map<String, Named> items = new LinkedHashMap<>();
        List<String> dropped = new ArrayList<>();
        List<DefinitionText.Profile> profiles = new ArrayList<>();
        while (true) {
            skipLineEnds();
            Token token = peek();
            if (token.type() == TokenType.END) {
                break;
            } else if (accept("profile")) {
                profiles.add(profile());
            } else if (accept("drop")) {
                do {
                    dropped.add(word("an item"));
                } while (peek().type() == TokenType.WORD);
                lineEnd();
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
        if (like == null && !dropped.isEmpty()) {
            throw fail(peek(), "'drop' needs an edition to be 'like'");
        }
        return new DefinitionText(category, edition, like, title, items, dropped, profiles);
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
        List<String> entries = new ArrayList<>();
        while (true) {
            skipLineEnds();
            if (accept("}")) {
                break;
            }
            entries.add(word("an item, '-' or 'random'"));
        }
        lineEnd();
        return new DefinitionText.Profile(selector, value, entries);
    }

    private Named named() {
        String name = word("an item");
        String title = peek().type() == TokenType.TEXT ? next().text() : "";
        Token kind = peek();
        Shape shape =
                switch (word("fixed, extended, repeat, chain, compound or explicit")) {
                    case "fixed" -> fixed(kind);
                    case "extended" -> new Shape.Extended(parts());
                    case "repeat" -> repeated();
                    case "chain" -> new Shape.Chained(parts());
                    case "compound" -> compound();
                    case "explicit" -> new Shape.Explicit();
                    default -> throw fail(kind, "no such form: " + kind.text());
                };
        lineEnd();
        return new Named(name, title, shape);
    }

    private Shape fixed(Token kind) {
        List<Part> parts = parts();
        int bits = 0;
        for (Part part : parts) {
            bits += bits(part);
        }
        if (bits % 8 != 0) {
            throw fail(kind, "the fields take " + bits + " bits, which are no whole octets");
        }
        return new Shape.Fixed(parts);
    }

    private Shape repeated() {
        int countOctets = 1;
        if (peek().type() == TokenType.WORD && isInteger(peek().text()) && !isLoneField()) {
            countOctets = (int) integer("the octets of the count", 1, 4);
            expect("octets");
        }
        return new Shape.Repeated(countOctets, parts());
    }

    /** Whether the number ahead is the width of a field without name, not that of the count. */
    private boolean isLoneField() {
        return !tokens.get(at + 1).is("octets");
    }

    private Shape compound() {
        expect("{");
        List<Slot> slots = new ArrayList<>();
        while (true) {
            skipLineEnds();
            if (accept("}")) {
                return new Shape.Compound(slots);
            }
            if (accept(DefinitionText.UNUSED)) {
                slots.add(new Slot(null));
                lineEnd();
            } else {
                slots.add(new Slot(named()));
            }
        }
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        do {
            if (!parts.isEmpty()) {
                skipLineEnds();
            }
            parts.add(part());
        } while (accept(","));
        return parts;
    }

    private Part part() {
        if (accept("-")) {
            return new Spare((int) integer("a number of bits", 1, 64));
        }
        if (accept("fx")) {
            return new More();
        }
        if (accept("(")) {
            List<Alternative> alternatives = new ArrayList<>();
            Token first = peek();
            do {
                Value value = value();
                expect("if");
                String selector = word("a field of this item");
                expect("=");
                long raw = integer("a value", 0, Integer.MAX_VALUE);
                if (!alternatives.isEmpty()
                        && alternatives.getFirst().field().bits() != value.bits()) {
                    throw fail(first, "the readings of the same bits differ in width");
                }
                alternatives.add(new Alternative(value, selector, raw));
            } while (accept("|"));
            expect(")");
            return new Choice(alternatives);
        }
        return value();
    }

    private Value value() {
        String name = "";
        if (!isInteger(peek().text())
                || (tokens.get(at + 1).type() == TokenType.WORD
                        && isInteger(tokens.get(at + 1).text()))) {
            name = word("a field");
        }
        Token widthToken = peek();
        int bits = (int) integer("a number of bits, 1 to 64,", 1, 64);
        Kind kind = Kind.NUMBER;
        int digit = 1;
        if (accept("octal")) {
            kind = Kind.OCTAL;
            digit = 3;
        } else if (accept("hex")) {
            kind = Kind.HEX;
            digit = 4;
        } else if (accept("ascii")) {
            kind = Kind.ASCII;
            digit = 8;
        } else if (accept("icao")) {
            kind = Kind.ICAO;
            digit = 6;
        }
        if (bits % digit != 0) {
            throw fail(widthToken, bits + " bits hold no whole number of characters");
        }
        boolean signed = accept("signed");
        double multiplier = 1;
        double divisor = 1;
        String unit = "";
        if (accept("of")) {
            Token scale = peek();
            String text = word("a scale");
            int slash = text.indexOf('/');
            multiplier = number(scale, slash < 0 ? text : text.substring(0, slash));
            divisor = slash < 0 ? 1 : number(scale, text.substring(slash + 1));
            if (multiplier <= 0 || divisor <= 0) {
                throw fail(scale, "a scale must be above zero");
            }
            if (Math.getExponent(divisor) >= 0
                    && Math.scalb(1.0, Math.getExponent(divisor)) == divisor) {
                multiplier /= divisor;
                divisor = 1;
            }
            if (peek().type() == TokenType.WORD && !peek().is("if")) {
                unit = next().text();
            }
        }
        Range range = peek().is("[") ? range() : null;
        List<Label> labels = peek().is("{") ? labels() : List.of();
        Content content = new Content(kind, signed, multiplier, divisor, unit, range, labels);
        return new Value(name, bits, content);
    }

    private Range range() {
        expect("[");
        Token low = peek();
        double from = number(low, word("a number"));
        expect(",");
        Token high = peek();
        double to = number(high, word("a number"));
        if (!(from < to)) {
            throw fail(low, "the range is empty");
        }
        if (accept(")")) {
            return new Range(from, to, false);
        }
        expect("]");
        return new Range(from, to, true);
    }

    private List<Label> labels() {
        expect("{");
        List<Label> labels = new ArrayList<>();
        do {
            skipLineEnds();
            long raw = integer("a raw value", 0, Integer.MAX_VALUE);
            String name = peek().type() == TokenType.TEXT ? next().text() : word("a label");
            labels.add(new Label(raw, name));
        } while (accept(","));
        expect("}");
        return labels;
    }

    static int bits(Part part) {
        return switch (part) {
            case Spare spare -> spare.bits();
            case More _ -> 1;
            case Value value -> value.bits();
            case Choice choice -> choice.alternatives().getFirst().field().bits();
        };
    }

    private double number(Token token, String text) {
        int power = text.indexOf('^');
        try {
            if (power < 0) {
                return Double.parseDouble(text);
            }
            double base = Double.parseDouble(text.substring(0, power));
            int exponent = Integer.parseInt(text.substring(power + 1));
            double result = 1;
            for (int i = 0; i < exponent; i++) {
                result *= base;
            }
            return result;
        } catch (NumberFormatException _) {
            throw fail(token, "not a number: " + text);
        }
    }

    private static boolean isInteger(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private long integer(String what, long low, long high) {
        Token token = peek();
        String text = word(what);
        if (!isInteger(text) || text.length() > 10) {
            throw fail(token, what + " should stand here, not " + text);
        }
        long value = Long.parseLong(text);
        if (value < low || value > high) {
            throw fail(token, what + " must lie in " + low + " to " + high);
        }
        return value;
    }

    private String word(String what) {
        Token token = next();
        if (token.type() != TokenType.WORD) {
            throw fail(token, what + " should stand here, not " + token.text());
        }
        return token.text();
    }

    private void expect(String text) {
        Token token = next();
        if (!token.is(text)) {
            throw fail(token, "'" + text + "' should stand here, not " + token.text());
        }
    }

    private boolean accept(String text) {
        if (peek().is(text)) {
            at++;
            return true;
        }
        return false;
    }

    private void lineEnd() {
        Token token = peek();
        if (token.type() == TokenType.LINE_END) {
            at++;
        } else if (token.type() != TokenType.END && !token.is("}")) {
            throw fail(token, "the line should end here, not " + token.text());
        }
    }

    private void skipLineEnds() {
        while (peek().type() == TokenType.LINE_END) {
            at++;
        }
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        Token token = tokens.get(at);
        if (token.type() != TokenType.END) {
            at++;
        }
        return token;
    }

    private DefinitionException fail(Token token, @Nullable String message) {
        return new DefinitionException(file, token.line(), token.column(), String.valueOf(message));
    }
}
