package org.airwarden.feeds;

import java.io.IOException;

/** Writes rows, one after the other, in bounded memory. One thread. */
interface RowOutput {
    /** Writes a row. */
    void write(Row row) throws IOException;

    /** Writes what is left; the stream below stays open. */
    void finish() throws IOException;
}
