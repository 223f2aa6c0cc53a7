package org.airwarden.feeds;

import org.airwarden.modes.IqFormat;

/**
 * How a receiver behind rtl_tcp is set.
 *
 * @param frequency the centre (Hz); 1090 MHz but where a converter stands before the receiver
 * @param format the rate, and that samples are bytes: {@link IqFormat#U8_2400} or {@link
 *     IqFormat#U8_2000}
 * @param gain of the tuner (tenths of a decibel), or {@link #AUTOMATIC}
 * @param correction of the receiver's crystal (millionths)
 */
public record RtlTuning(long frequency, IqFormat format, int gain, int correction) {
    /** The tuner chooses its gain itself. */
    public static final int AUTOMATIC = -1;

    /**
     * 1090 MHz, 2.4 million samples a second, and the most gain: Mode S replies are short, and a
     * gain that follows them follows too late.
     */
    public static final RtlTuning STANDARD = new RtlTuning(1_090_000_000, IqFormat.U8_2400, 496, 0);

    /** Checks the ranges. */
    public RtlTuning {
        if (frequency < 1
                || frequency > 0xFFFF_FFFFL
                || format.bytesPerSample() != 2
                || gain < AUTOMATIC
                || gain > 1_000
                || Math.abs(correction) > 1_000) {
            throw new IllegalArgumentException(
                    frequency + " Hz, " + format.word() + ", gain " + gain + ", " + correction);
        }
    }
}
