package org.airwarden.feeds;

import org.airwarden.model.Time;

/**
 * A stretch of a recording that becomes one packet, before it is known when it was received.
 *
 * @param bytes the bytes, in an array of their own
 * @param kind what {@code time} is
 * @param time when it was received or sent, as far as the recording tells (ns): since 1970, since
 *     midnight, or since the recording's beginning; {@link Time#UNKNOWN} for none
 * @param position how many bytes of the file lie behind it
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Piece(byte[] bytes, Frame.TimeKind kind, long time, long position) {
    boolean isTimed() {
        return time != Time.UNKNOWN;
    }
}
