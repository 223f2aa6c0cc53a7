/**
 * Sources to reports.
 *
 * <p>Bytes come from recordings or from live sockets. Of a recording, {@link
 * org.airwarden.feeds.FramingDetector} finds the framing from the bytes, and a {@link
 * org.airwarden.feeds.FrameReader} gives its frames in turn. Live, {@link
 * org.airwarden.feeds.UdpReceiver} and {@link org.airwarden.feeds.TcpReceiver} put what they hear
 * into a {@link org.airwarden.feeds.PacketQueue}, which holds each source to its share; {@link
 * org.airwarden.feeds.DuplicateFilter} takes out what came twice over two lines. Nothing in the
 * bytes makes a reader throw: what does not fit is a {@link org.airwarden.feeds.FrameFault}, with
 * its place and its octets.
 */
@NullMarked
package org.airwarden.feeds;

import org.jspecify.annotations.NullMarked;
