package org.airwarden.asterix;

import java.util.IdentityHashMap;
import java.util.List;
import org.airwarden.asterix.DefinitionLexer.Token;
import org.airwarden.asterix.DefinitionLexer.TokenType;
import org.jspecify.annotations.Nullable;

/**
 * A cursor over the tokens of a definition file; what is not as it should be throws with its place.
 */
class TokenReader {
    final String file;
    private final List<Token> tokens;

    /** Where each part, item and entry that was read began, for mistakes that show later. */
    final IdentityHashMap<Object, Token> places;

    private int at;

    TokenReader(String file, String source) {
        this.file = file;
        this.tokens = DefinitionLexer.tokens(file, source);
        this.places = new IdentityHashMap<>();
    }

    /** Remembers where {@code read} began. */
    <T> T placed(T read, Token token) {
        places.put(read, token);
        return read;
    }

    /** The token behind the next one. */
    Token second() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    double number(Token token, String text) {
        int power = text.indexOf('^');
        try {
            if (power < 0) {
                return Double.parseDouble(text);
            }
            double base = Double.parseDouble(text.substring(0, power));
            int exponent = Integer.parseInt(text.substring(power + 1));
            if (exponent > 64) {
                throw fail(token, "too great a power: " + text);
            }
            double result = 1;
            for (int i = 0; i < exponent; i++) {
                result *= base;
            }
            return result;
        } catch (NumberFormatException _) {
            throw fail(token, "not a number: " + text);
        }
    }

    static boolean isInteger(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    long integer(String what, long low, long high) {
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

    String word(String what) {
        Token token = next();
        if (token.type() != TokenType.WORD) {
            throw fail(token, what + " should stand here, not " + token.text());
        }
        return token.text();
    }

    void expect(String text) {
        Token token = next();
        if (!token.is(text)) {
            throw fail(token, "'" + text + "' should stand here, not " + token.text());
        }
    }

    boolean accept(String text) {
        if (peek().is(text)) {
            at++;
            return true;
        }
        return false;
    }

    void lineEnd() {
        Token token = peek();
        if (token.type() == TokenType.LINE_END) {
            at++;
        } else if (token.type() != TokenType.END && !token.is("}")) {
            throw fail(token, "the line should end here, not " + token.text());
        }
    }

    void skipLineEnds() {
        while (peek().type() == TokenType.LINE_END) {
            at++;
        }
    }

    Token peek() {
        return tokens.get(at);
    }

    Token next() {
        Token token = tokens.get(at);
        if (token.type() != TokenType.END) {
            at++;
        }
        return token;
    }

    DefinitionException fail(Token token, @Nullable String message) {
        return new DefinitionException(file, token.line(), token.column(), String.valueOf(message));
    }
}
