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
 *
 * <p>A {@link org.airwarden.feeds.SiteFile} says what the sensors are and through which {@link
 * org.airwarden.feeds.Source}s they speak. A {@link org.airwarden.feeds.Recording} gives the
 * packets of one file or several as the host would have received them, with received times put
 * together again where the file has none; live sockets give the same packets. One {@link
 * org.airwarden.feeds.PacketDecoder} makes reports of them, packet by packet: a state machine that
 * can be written and read in mid-stream. Behind it stands a decoder a source, and for ASTERIX a
 * mapper a category, which reads records in place through handles. Bytes that cannot be used are
 * counted and handed on as a {@link org.airwarden.feeds.FeedFault}.
 *
 * <p>{@link org.airwarden.feeds.Decoding} stops short of reports: records as JSON, or a {@link
 * org.airwarden.feeds.Summary}. Which editions to read with, {@link
 * org.airwarden.feeds.RecordedFile} finds from the bytes where nobody says; {@link
 * org.airwarden.feeds.Explanation} tells all that was tried, and what came of it. A {@link
 * org.airwarden.feeds.Conversion} writes a recording, or those of its records that a {@link
 * org.airwarden.feeds.RecordFilter} wants, in another format: the outward formats.
 */
@NullMarked
package org.airwarden.feeds;

import org.jspecify.annotations.NullMarked;
