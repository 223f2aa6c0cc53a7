package org.airwarden.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.airwarden.modes.Fault;
import org.airwarden.modes.Frame;
import org.airwarden.modes.FrameHandler;
import org.airwarden.modes.IqDemodulator;
import org.airwarden.modes.IqFormat;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Radio samples to Mode S frames, on one thread: operations are samples, so that the score is in
 * samples a microsecond (MS/s). The samples are noise, or those of a recording that the property
 * {@code airwarden.iq} names (given to JMH with {@code -jvmArgsAppend}), over and over.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class IqBenchmark {
    private static final int SAMPLES = 1 << 20;

    /** How the samples lie. */
    @Param({"U8_2400", "U8_2000", "S16_2400"})
    private IqFormat format = IqFormat.U8_2400;

    private byte[] samples = new byte[0];
    private long frames;
    private IqDemodulator demodulator = demodulator();

    private IqDemodulator demodulator() {
        return new IqDemodulator(
                format,
                new FrameHandler() {
                    @Override
                    public void onFrame(Frame frame) {
                        frames++;
                    }

                    @Override
                    public void onFault(Fault fault) {}
                });
    }

    /** Makes or reads the samples. */
    @Setup
    public void prepare() throws IOException {
        samples = new byte[SAMPLES * format.bytesPerSample()];
        String recording = System.getProperty("airwarden.iq");
        if (recording != null) {
            byte[] bytes = Files.readAllBytes(Path.of(recording));
            for (int at = 0; at < samples.length; at += bytes.length) {
                System.arraycopy(
                        bytes, 0, samples, at, Math.min(bytes.length, samples.length - at));
            }
        } else {
            noise();
        }
        demodulator = demodulator();
    }

    /** Gaussian, a tenth of full scale. */
    private void noise() {
        SplittableRandom random = new SplittableRandom(1);
        if (format.bytesPerSample() == 2) {
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (byte) Math.clamp(127.5 + 12 * random.nextGaussian(), 0, 255);
            }
            return;
        }
        for (int i = 0; i < samples.length; i += 2) {
            int value = (int) (3_000 * random.nextGaussian());
            samples[i] = (byte) value;
            samples[i + 1] = (byte) (value >> 8);
        }
    }

    /** The bound: every byte looked at once. */
    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public int everyByteOnce() {
        return Arrays.hashCode(samples);
    }

    /** Samples to frames. */
    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public long samplesToFrames() {
        demodulator.read(samples);
        return frames;
    }
}
