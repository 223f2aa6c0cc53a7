package org.airwarden.modes;

import java.util.Arrays;

/**
 * Radio samples to Mode S frames: finds preambles and reads the pulses after them. Takes a stream
 * in chunks cut anywhere, also within a sample; the frames are the same for every way to cut it.
 *
 * <p>A preamble is four pulses, which noise makes thousands of times a second, so a message comes
 * out only if its parity speaks for it: DF17, DF18 and squitters (DF11) by having none over;
 * all-call replies with an interrogator's code, and formats whose parity holds their address, by
 * the address having been heard clean within the last minute ({@link AddressWatch}). No message
 * comes out twice: after one the next is looked for behind its end.
 *
 * <p>Repair of one wrong bit is off unless asked for, comes after every other attempt, and is
 * believed only for an address heard clean before.
 *
 * <p>{@link Frame#counter} is the moment at which the preamble begins, in counts of 12 MHz since
 * the first sample; {@link Frame#signal} the amplitude of its pulses; {@link Frame#position} the
 * byte of the stream.
 *
 * <p>Only receives: nothing here turns frames into samples. Memory is two buffers of 16 KiB;
 * nothing is allocated for a sample or a frame. No sample takes longer than reading a message of
 * 112 bits in each of four phases, twice. Not safe between threads.
 */
public final class IqDemodulator {

    private static final int BLOCK = 1 << 12;

    /** So many samples are waited for before they are looked at. */
    private static final int WORTHWHILE = 1 << 9;

    /** A preamble's pulses must be this much louder than its gaps, before any comparing. */
    private static final float CONTRAST_AT_2400 = 1.5f;

    private static final float CONTRAST_AT_2000 = 2.0f;

    /** Correlation with a preamble from which on a message is read. */
    private static final float LEAST_FIT = 0.6f;

    /** Phases that are tried, those that fit best. */
    private static final int PHASES = 4;

    /** Samples after one, in which the same preamble may be found better. */
    private static final int NEIGHBOURS = 2;

    /** Residues up to which a message is believed, when its parity proves it or an address does. */
    private static final float LARGEST_RESIDUE = 0.25f;

    private static final float LARGEST_RESIDUE_BY_ADDRESS = 0.16f;

    private final IqFormat format;
    private final ErrorCorrection correction;
    private final FrameHandler handler;
    private final int ticks;
    private final int reach;
    private final float least;
    private final IqPreamble preamble;
    private final IqSlicer slicer;
    private final AddressWatch watch = new AddressWatch(ModeSDecoder.TRUST);
    private final ModeSMessage message = new ModeSMessage();
    private final Frame frame = new Frame();
    private final FaultLog garbage = new FaultLog();

    private final float[] amplitudes;
    private final float[] contrast = new float[BLOCK];
    private int filled;
    private int at;

    /** Of the message at hand: counts of the clock from its sample's start to its preamble's. */
    private int phase;

    /** Samples before the first in the buffer: of the stream, and those said to be missing. */
    private long behind;

    private long missing;

    private final byte[] partial = new byte[4];
    private int partialLength;

    private long frames;
    private long repaired;

    /** A demodulator that repairs nothing, at the start of a stream. */
    public IqDemodulator(IqFormat format, FrameHandler handler) {
        this(format, ErrorCorrection.NONE, handler);
    }

    /**
     * A demodulator at the start of a stream.
     *
     * @param correction what to repair; only for addresses heard clean within a minute
     * @param handler takes the frames
     */
    public IqDemodulator(IqFormat format, ErrorCorrection correction, FrameHandler handler) {
        this.format = format;
        this.correction = correction;
        this.handler = handler;
        ticks = format.ticksPerSample();
        reach = IqSlicer.reach(ticks);
        least = ticks == IqFormat.U8_2400.ticksPerSample() ? CONTRAST_AT_2400 : CONTRAST_AT_2000;
        preamble = new IqPreamble(ticks);
        slicer = new IqSlicer(ticks);
        amplitudes = new float[BLOCK + reach];
    }

    /** Takes the next bytes of the stream and hands over the frames they complete. */
    public void read(byte[] bytes) {
        read(bytes, 0, bytes.length);
    }

    /** Takes the next bytes of the stream and hands over the frames they complete. */
    public void read(byte[] bytes, int offset, int length) {
        int size = format.bytesPerSample();
        int from = offset;
        int end = offset + length;
        while (partialLength > 0 && from < end) {
            partial[partialLength++] = bytes[from++];
            if (partialLength == size) {
                partialLength = 0;
                take(partial, 0, 1);
            }
        }
        int whole = (end - from) / size;
        take(bytes, from, whole);
        for (from += whole * size; from < end; from++) {
            partial[partialLength++] = bytes[from];
        }
    }

    private void take(byte[] bytes, int offset, int count) {
        int from = offset;
        int left = count;
        while (left > 0) {
            int samples = Math.min(left, amplitudes.length - filled);
            switch (format) {
                case U8_2400, U8_2000 ->
                        IqAmplitude.ofBytes(bytes, from, samples, amplitudes, filled);
                case S16_2400, S16_2000 ->
                        IqAmplitude.ofShorts(bytes, from, samples, amplitudes, filled);
            }
            filled += samples;
            from += samples * format.bytesPerSample();
            left -= samples;
            if (filled - reach - at >= WORTHWHILE) {
                scan();
            }
        }
    }

    /**
     * Says that the stream has ended: what is left is looked at, half a sample becomes a fault, and
     * the demodulator is at the start of a new stream, whose times and offsets go on counting.
     */
    public void finish() {
        if (filled + reach > amplitudes.length) {
            scan();
        }
        long end = behind + filled;
        Arrays.fill(amplitudes, filled, filled + reach, 0);
        filled += reach;
        scan();
        behind = end;
        filled = 0;
        at = 0;
        if (partialLength > 0) {
            long position = end * format.bytesPerSample();
            for (int i = 0; i < partialLength; i++) {
                garbage.add(partial[i], position + i);
            }
            partialLength = 0;
            handler.onFault(garbage.take(FaultKind.TRUNCATED, "stream ended inside a sample"));
        }
    }

    /**
     * Says that the stream was interrupted: ends it as {@link #finish} does, and lets time go on.
     *
     * @param nanoseconds how long nothing came, 0 or more
     */
    public void pause(long nanoseconds) {
        finish();
        missing += nanoseconds / 1000 * format.samplesPerSecond() / 1_000_000;
    }

    /** Frames handed over so far. */
    public long frames() {
        return frames;
    }

    /** Frames handed over so far of which a bit was repaired. */
    public long repaired() {
        return repaired;
    }

    /** Whole samples taken so far. */
    public long samples() {
        return behind + filled;
    }

    /** Looks for messages that begin at any sample but the last ones, which may not be whole. */
    private void scan() {
        int count = filled - reach;
        if (count <= at) {
            return;
        }
        int first = at;
        preamble.contrast(amplitudes, first, count - first, least, contrast);
        while (at < count) {
            if (contrast[at - first] > 0) {
                at += lookAt(at);
            } else {
                at++;
            }
        }
        System.arraycopy(amplitudes, at, amplitudes, 0, filled - at);
        filled -= at;
        behind += at;
        at = 0;
    }

    /** Looks for a message whose preamble begins in a sample; how many samples are done with. */
    private int lookAt(int from) {
        int done = readAt(from);
        if (done > 0) {
            return done;
        }
        if (correction != ErrorCorrection.NONE && isRepairedAt(from)) {
            // The preamble may have been found a sample early; then nothing needs repair.
            for (int next = 1; next <= NEIGHBOURS; next++) {
                done = readAt(from + next);
                if (done > 0) {
                    return next + done;
                }
            }
            if (isRepairedAt(from)) {
                repaired++;
                return emit(from);
            }
        }
        return 1;
    }

    /** Reads a message as it is; 0 if there is none. */
    private int readAt(int from) {
        int phases = Math.min(PHASES, preamble.fit(amplitudes, from, LEAST_FIT));
        for (int place = 0; place < phases; place++) {
            phase = preamble.phase(place);
            preamble.measure(amplitudes, from, phase);
            if (slicer.sequence(amplitudes, from, phase, preamble.low(), preamble.high())
                    && isGood(counter(from), slicer.residue())) {
                return emit(from);
            }
            if (slicer.halves(amplitudes, from, phase) && isGood(counter(from), LARGEST_RESIDUE)) {
                return emit(from);
            }
        }
        return 0;
    }

    /** Reads a message and repairs it, where that makes it one of an address heard clean. */
    private boolean isRepairedAt(int from) {
        int phases = Math.min(PHASES, preamble.fit(amplitudes, from, LEAST_FIT));
        for (int place = 0; place < phases; place++) {
            phase = preamble.phase(place);
            preamble.measure(amplitudes, from, phase);
            if (slicer.sequence(amplitudes, from, phase, preamble.low(), preamble.high())
                    && slicer.residue() <= LARGEST_RESIDUE
                    && isRepairable(counter(from))) {
                return true;
            }
        }
        return false;
    }

    private boolean isGood(long counter, float residue) {
        if (residue > LARGEST_RESIDUE) {
            return false;
        }
        message.wrap(slicer.bytes(), 0, slicer.length());
        long time = nanoseconds(counter);
        int address = message.address();
        if (address == 0 || address == 0xFF_FFFF) {
            return false;
        }
        return switch (message.format()) {
            case 17, 18 -> {
                boolean right = message.syndrome() == 0;
                // An address of DF18 is allotted only if its control field is 0.
                if (right && (message.format() == 17 || message.control() == 0)) {
                    watch.heard(time, address, true);
                }
                yield right;
            }
            case 11 -> {
                if (!message.isClean()) {
                    yield false;
                }
                boolean squitter = message.interrogator() == 0;
                boolean believed = squitter || watch.isTrusted(time, address);
                watch.heard(time, address, squitter);
                yield believed;
            }
            default -> residue <= LARGEST_RESIDUE_BY_ADDRESS && watch.isTrusted(time, address);
        };
    }

    private boolean isRepairable(long counter) {
        message.wrap(slicer.bytes(), 0, slicer.length());
        if (!message.hasClearAddress()) {
            return false;
        }
        if (correction.apply(slicer.bytes(), 0, slicer.length()) == 0) {
            return false;
        }
        message.wrap(slicer.bytes(), 0, slicer.length());
        return watch.isTrusted(nanoseconds(counter), message.address());
    }

    private int emit(int from) {
        int length = slicer.length();
        frames++;
        handler.onFrame(
                frame.set(
                        length == FrameKind.LONG.length() ? FrameKind.LONG : FrameKind.SHORT,
                        counter(from),
                        Math.clamp(Math.round(255 * preamble.high()), 1, 255),
                        slicer.bytes(),
                        0,
                        (behind + from) * format.bytesPerSample()));
        return (phase + IqPreamble.LENGTH + 16 * IqPreamble.PULSE * length) / ticks - 1;
    }

    private long counter(int from) {
        return (missing + behind + from) * ticks + phase;
    }

    private static long nanoseconds(long counter) {
        return counter * 250 / 3;
    }
}
