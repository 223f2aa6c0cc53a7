package org.airwarden.asterix;

import java.util.ArrayList;
import java.util.List;

/** Cuts a definition file into words, quoted texts, marks and line ends. */
final class DefinitionLexer {
    /** What a token is. */
    enum TokenType {
        WORD,
        TEXT,
        MARK,
        LINE_END,
        END
    }

    /** A token and where it began; line and column count from 1. */
    record Token(TokenType type, String text, int line, int column) {
        boolean is(String mark) {
            return type != TokenType.TEXT && text.equals(mark);
        }
    }

    private static final String MARKS = ",{}[]()|=";

    private final String file;
    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;

    private DefinitionLexer(String file, String source) {
        this.file = file;
        this.source = source;
    }

    /** All tokens, the last one being {@link TokenType#END}. */
    static List<Token> tokens(String file, String source) {
        return new DefinitionLexer(file, source).run();
    }

    private List<Token> run() {
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '\n') {
                add(TokenType.LINE_END, "line end", at);
                at++;
                line++;
                lineStart = at;
            } else if (c == ' ' || c == '\t' || c == '\r') {
                at++;
            } else if (c == '#') {
                while (at < source.length() && source.charAt(at) != '\n') {
                    at++;
                }
            } else if (c == '"') {
                quoted();
            } else if (MARKS.indexOf(c) >= 0) {
                add(TokenType.MARK, String.valueOf(c), at);
                at++;
            } else if (isWord(c)) {
                int from = at;
                while (at < source.length() && isWord(source.charAt(at))) {
                    at++;
                }
                add(TokenType.WORD, source.substring(from, at), from);
            } else {
                throw fail("unexpected character '" + c + "'");
            }
        }
        add(TokenType.LINE_END, "line end", at);
        add(TokenType.END, "end of file", at);
        return tokens;
    }

    private void quoted() {
        int end = at + 1;
        while (end < source.length() && source.charAt(end) != '"' && source.charAt(end) != '\n') {
            end++;
        }
        if (end == source.length() || source.charAt(end) == '\n') {
            throw fail("a quoted text must end on its line");
        }
        add(TokenType.TEXT, source.substring(at + 1, end), at);
        at = end + 1;
    }

    private static boolean isWord(char c) {
        return c > ' ' && c != '#' && c != '"' && MARKS.indexOf(c) < 0 && c < 127;
    }

    private void add(TokenType type, String text, int from) {
        tokens.add(new Token(type, text, line, from - lineStart + 1));
    }

    private DefinitionException fail(String message) {
        return new DefinitionException(file, line, at - lineStart + 1, message);
    }
}
