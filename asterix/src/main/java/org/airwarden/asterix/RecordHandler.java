package org.airwarden.asterix;

/** Receives what a {@link BlockWalker} finds, in the order of the bytes. */
@FunctionalInterface
public interface RecordHandler {
    /** A record; the view moves on when this method returns. */
    void record(RecordView record);

    /** A fault; the block it is in ends here, its earlier records were handed over already. */
    default void fault(Fault fault) {}
}
