package org.airwarden.feeds;

/** Takes what could not be used. */
@FunctionalInterface
public interface FaultSink {
    /** Lets faults go; they are still counted by whoever found them. */
    FaultSink IGNORE = fault -> {};

    /** Takes one fault. */
    void accept(FeedFault fault);
}
