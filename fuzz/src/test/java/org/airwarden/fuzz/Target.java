package org.airwarden.fuzz;

import java.util.List;

/** A decoder under test. One thread. */
interface Target {
    /** Its name on the command line and of its corpus. */
    String name();

    /**
     * Decodes the bytes, whatever they are.
     *
     * @throws AssertionError when the decoder breaks a promise
     */
    void run(byte[] data);

    /** Valid inputs of our own making, for a fuzzer to begin with; the same ones always. */
    List<byte[]> seeds();
}
