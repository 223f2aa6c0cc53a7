package org.airwarden.feeds;

import org.airwarden.model.Packet;

/** Takes packets from receivers, in any thread, without waiting. */
@FunctionalInterface
public interface PacketSink {
    /**
     * Takes a packet, or drops and counts it.
     *
     * @return whether it was taken
     */
    boolean offer(Packet packet);
}
