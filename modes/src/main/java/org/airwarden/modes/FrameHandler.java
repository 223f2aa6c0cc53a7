package org.airwarden.modes;

/** Takes what a frame reader finds, in the order of the stream. */
public interface FrameHandler {

    /**
     * A complete frame.
     *
     * @param frame valid during this call only
     */
    void onFrame(Frame frame);

    /** Bytes that were not a frame. */
    void onFault(Fault fault);
}
