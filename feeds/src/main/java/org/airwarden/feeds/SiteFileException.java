package org.airwarden.feeds;

/** A site file cannot be used: where, what is wrong, and what to write instead. */
public final class SiteFileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The file's name. */
    private final String file;

    /** The line, from 1. */
    private final int line;

    /** The column, from 1. */
    private final int column;

    SiteFileException(String file, int line, int column, String problem, String remedy) {
        super(file + ":" + line + ":" + column + ": " + problem + "; " + remedy);
        this.file = file;
        this.line = line;
        this.column = column;
    }

    /** Returns the file's name. */
    public String file() {
        return file;
    }

    /** Returns the line, from 1. */
    public int line() {
        return line;
    }

    /** Returns the column, from 1. */
    public int column() {
        return column;
    }
}
