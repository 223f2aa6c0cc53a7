package org.airwarden.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.airwarden.modes.ErrorCorrection;
import org.airwarden.modes.IqDemodulator;
import org.airwarden.modes.IqFormat;

/**
 * Radio samples. The first octet chooses how they lie, whether one bit is repaired, and the size of
 * the chunks in which they arrive; that must not matter. Frames come in order, and no more of them
 * than fit into the time that the samples last.
 */
final class IqTarget implements Target {
    private static final int REPAIRED = IqFormat.values().length;

    /** The shortest message with its preamble: 64 of the 12 MHz clock's microseconds. */
    private static final long SHORTEST = 64 * 12;

    private static final int WINDOW = 3_000;

    @Override
    public String name() {
        return "iq";
    }

    @Override
    public void run(byte[] data) {
        int choice = Bytes.choice(data, 256);
        IqFormat format = IqFormat.values()[choice % REPAIRED];
        ErrorCorrection correction =
                choice / REPAIRED % 2 == 0 ? ErrorCorrection.NONE : ErrorCorrection.ONE_BIT;
        int chunk = 1 + choice / (2 * REPAIRED) * 37;
        byte[] samples = Bytes.tail(data);

        FrameCount whole = new FrameCount(BeastTarget.decoder());
        IqDemodulator demodulator = new IqDemodulator(format, correction, whole);
        demodulator.read(samples);
        demodulator.finish();
        Bytes.require(demodulator.frames() == whole.frames, "frames miscounted");
        long lasts = demodulator.samples() * format.ticksPerSample();
        Bytes.require(whole.frames * SHORTEST <= lasts + SHORTEST, "more frames than time");

        FrameCount cut = new FrameCount(FrameCount.NOTHING);
        IqDemodulator second = new IqDemodulator(format, correction, cut);
        for (int from = 0; from < samples.length; from += chunk) {
            second.read(samples, from, Math.min(chunk, samples.length - from));
        }
        second.finish();
        Bytes.require(
                cut.sum == whole.sum && cut.frames == whole.frames,
                "chunks of " + chunk + " octets change what is read");
    }

    /** Noise, and where recordings lie beside the project, pieces of them that hold messages. */
    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(1090);
        for (int choice = 0; choice < 2 * REPAIRED; choice++) {
            byte[] noise = new byte[WINDOW];
            random.nextBytes(noise);
            seeds.add(Bytes.withChoice(choice, noise));
        }
        try {
            for (Path file : SharedData.files()) {
                if (file.endsWith("modes1.bin")) {
                    byte[] recording = Files.readAllBytes(file);
                    for (int i = 0; i < 40; i++) {
                        int from = 2 * random.nextInt((recording.length - WINDOW) / 2);
                        seeds.add(
                                Bytes.withChoice(
                                        IqFormat.U8_2000.ordinal() + REPAIRED * (i % 2),
                                        Arrays.copyOfRange(recording, from, from + WINDOW)));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return seeds;
    }
}
