package org.airwarden.modes;

/** Takes what a {@link ModeSDecoder} makes of messages, in their order. */
public interface ModeSListener {

    /** What a message says; some messages give several reports, one after another. */
    void onReport(ModeSReport report);

    /**
     * A message that yielded no report.
     *
     * @param time of reception, nanoseconds
     * @param message valid during this call only
     */
    default void onRefusal(long time, Refusal refusal, ModeSMessage message) {}
}
