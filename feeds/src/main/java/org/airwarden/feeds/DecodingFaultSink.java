package org.airwarden.feeds;

/** Takes the faults that {@link Decoding} and {@link Conversion} find, in the order of the file. */
@FunctionalInterface
public interface DecodingFaultSink {
    /** Lets faults go; they are still counted. */
    DecodingFaultSink IGNORE = fault -> {};

    /** Takes one fault. */
    void accept(DecodingFault fault);
}
