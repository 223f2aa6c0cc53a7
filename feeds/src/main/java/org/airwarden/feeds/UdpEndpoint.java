package org.airwarden.feeds;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * Where datagrams of one source arrive.
 *
 * @param source the source's number, 0 or more
 * @param address the multicast group to join, or the local address to listen at; the wildcard
 *     address listens at all
 * @param port the local port; 0 for any free one
 * @param networkInterface name or address of the interface to join a group on; null for the
 *     system's choice
 * @param sender the one sender whose datagrams are taken, or null for all
 */
public record UdpEndpoint(
        int source,
        InetAddress address,
        int port,
        @Nullable String networkInterface,
        @Nullable InetAddress sender) {
    /** Checks the numbers. */
    public UdpEndpoint {
        if (source < 0 || port < 0 || port > 65_535) {
            throw new IllegalArgumentException("source " + source + ", port " + port);
        }
    }

    /** Tells whether it is a multicast group. */
    public boolean isMulticast() {
        return address.isMulticastAddress();
    }

    @Override
    public String toString() {
        String host = address.getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
