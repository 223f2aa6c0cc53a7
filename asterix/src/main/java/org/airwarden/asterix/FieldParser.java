package org.airwarden.asterix;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.airwarden.asterix.DefinitionLexer.Token;
import org.airwarden.asterix.DefinitionLexer.TokenType;
import org.airwarden.asterix.Shape.Alternative;
import org.airwarden.asterix.Shape.Choice;
import org.airwarden.asterix.Shape.Content;
import org.airwarden.asterix.Shape.Kind;
import org.airwarden.asterix.Shape.Label;
import org.airwarden.asterix.Shape.More;
import org.airwarden.asterix.Shape.Part;
import org.airwarden.asterix.Shape.Range;
import org.airwarden.asterix.Shape.RegisterCode;
import org.airwarden.asterix.Shape.Spare;
import org.airwarden.asterix.Shape.Value;

/** Reads the fields of an item: the comma-separated part of the definition notation. */
class FieldParser extends TokenReader {
    private static final Set<String> SCALE_ENDS = Set.of("if", "from", "absent");

    FieldParser(String file, String source) {
        super(file, source);
    }

    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        do {
            if (!parts.isEmpty()) {
                skipLineEnds();
            }
            Token token = peek();
            parts.add(placed(part(), token));
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
            return choice();
        }
        return value();
    }

    private Choice choice() {
        List<Alternative> alternatives = new ArrayList<>();
        int width = 0;
        do {
            Token first = peek();
            int bits = reading(alternatives);
            if (width != 0 && bits != width) {
                throw fail(first, "the readings of the same bits differ in width");
            }
            width = bits;
        } while (accept("|"));
        expect(")");
        return new Choice(width, alternatives);
    }

    /** Fields, then the field and value that say whether they hold; returns their bits. */
    private int reading(List<Alternative> alternatives) {
        List<Value> values = new ArrayList<>();
        List<Integer> skips = new ArrayList<>();
        int bits = 0;
        do {
            skipLineEnds();
            Token token = peek();
            if (accept("-")) {
                bits += (int) integer("a number of bits", 1, 64);
            } else {
                Value value = placed(value(), token);
                values.add(value);
                skips.add(bits);
                bits += value.bits();
            }
        } while (accept(","));
        skipLineEnds();
        expect("if");
        Token token = peek();
        String selector = word("a field of this item");
        expect("=");
        long raw = integer("a value", 0, Integer.MAX_VALUE);
        skipLineEnds();
        for (int i = 0; i < values.size(); i++) {
            alternatives.add(
                    placed(new Alternative(values.get(i), skips.get(i), selector, raw), token));
        }
        return bits;
    }

    private Value value() {
        String name = "";
        if (!isInteger(peek().text())
                || (second().type() == TokenType.WORD && isInteger(second().text()))) {
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
        RegisterCode register = accept("register") ? register(kind, bits) : null;
        boolean signed = accept("signed");
        double multiplier = 1;
        double divisor = 1;
        double offset = 0;
        String unit = "";
        if (accept("of")) {
            Token scale = peek();
            String text = word("a scale");
            int slash = text.indexOf('/');
            multiplier = number(scale, slash < 0 ? text : text.substring(0, slash));
            divisor = slash < 0 ? 1 : number(scale, text.substring(slash + 1));
            if (!(multiplier > 0 && divisor > 0 && multiplier / divisor < 1e30)) {
                throw fail(scale, "a scale must be above zero");
            }
            if (Math.getExponent(divisor) >= 0
                    && Math.scalb(1.0, Math.getExponent(divisor)) == divisor) {
                multiplier /= divisor;
                divisor = 1;
            }
            if (peek().type() == TokenType.WORD && !SCALE_ENDS.contains(peek().text())) {
                unit = next().text();
            }
            if (accept("from")) {
                Token from = peek();
                offset = number(from, word("a number"));
                if (!(Math.abs(offset) < 1e15)) {
                    throw fail(from, "not a number: " + from.text());
                }
            }
        }
        Long absent = accept("absent") ? integer("a raw value", 0, Integer.MAX_VALUE) : null;
        Range range = peek().is("[") ? range() : null;
        List<Label> labels = peek().is("{") ? labels(bits) : List.of();
        Content content =
                new Content(kind, signed, multiplier, divisor, unit, range, labels, offset, absent);
        return new Value(name, bits, content, register);
    }

    /** The code of a Mode S register, {@code 4.0}, or the two fields that tell it. */
    private RegisterCode register(Kind kind, int bits) {
        Token token = peek();
        String text = word("a register code or the fields that tell it");
        if (kind != Kind.HEX || bits != 56) {
            throw fail(token, "a register stands in 56 bits, hex");
        }
        int dot = text.indexOf('.');
        if (dot < 1 || dot == text.length() - 1) {
            throw fail(token, "a register code is two parts with a dot, not " + text);
        }
        String high = text.substring(0, dot);
        String low = text.substring(dot + 1);
        int first = high.length() == 1 ? Character.digit(high.charAt(0), 16) : -1;
        int second = low.length() == 1 ? Character.digit(low.charAt(0), 16) : -1;
        return placed(
                first >= 0 && second >= 0
                        ? new RegisterCode.Known(first << 4 | second)
                        : new RegisterCode.Told(high, low),
                token);
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

    private List<Label> labels(int bits) {
        expect("{");
        List<Label> labels = new ArrayList<>();
        do {
            skipLineEnds();
            Token token = peek();
            long raw = integer("a raw value", 0, Integer.MAX_VALUE);
            if (bits < 31 && raw >> bits != 0) {
                throw fail(token, raw + " does not fit " + bits + " bits");
            }
            for (Label label : labels) {
                if (label.raw() == raw) {
                    throw fail(token, raw + " has two names");
                }
            }
            String name = peek().type() == TokenType.TEXT ? next().text() : word("a label");
            labels.add(new Label(raw, name));
        } while (accept(","));
        expect("}");
        return labels;
    }
}
