package org.airwarden.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.airwarden.modes.AirbornePosition;
import org.airwarden.modes.AirborneVelocity;
import org.airwarden.modes.AircraftIdentification;
import org.airwarden.modes.AltitudeCode;
import org.airwarden.modes.BeastReader;
import org.airwarden.modes.Crc24;
import org.airwarden.modes.Fault;
import org.airwarden.modes.Frame;
import org.airwarden.modes.FrameHandler;
import org.airwarden.modes.IdentityCode;
import org.airwarden.modes.ModeSDecoder;
import org.airwarden.modes.ModeSEncoder;
import org.airwarden.modes.PositionSettings;
import org.airwarden.modes.VerticalIntention;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Mode S messages to reports: parity, fields, positions; one thread. The messages are made up,
 * 8,928 of 11 aircraft in a minute, in the mix that a receiver at an airport really heard: 45 %
 * DF11, 38 % DF17 (as many positions as velocities), 17 % replies to radars, one in sixteen with a
 * register. A real recording of as many messages may stand in: {@code -Dmodes.beast=FILE}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(ModeSBenchmark.MESSAGES)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ModeSBenchmark {
    static final int MESSAGES = 8_928;

    private static final int AIRCRAFT = 11;
    private static final long MINUTE = 60_000_000_000L;

    private final byte[] bytes = new byte[14 * MESSAGES];
    private final int[] lengths = new int[MESSAGES];
    private long pass;

    /** Makes the messages, or reads them. */
    @Setup
    public void makeMessages() throws IOException {
        String recording = System.getProperty("modes.beast", "");
        if (!recording.isEmpty()) {
            read(Path.of(recording));
            return;
        }
        for (int i = 0; i < MESSAGES; i++) {
            int aircraft = i % AIRCRAFT;
            int address = 0x400000 + 991 * aircraft;
            // Round robin over aircraft; each goes through the mix by itself.
            int turn = i / AIRCRAFT;
            lengths[i] = make(turn, aircraft, address, 14 * i);
        }
    }

    private int make(int turn, int aircraft, int address, int at) {
        int feet = 10_000 + 1_000 * aircraft;
        int mix = turn % 26;
        if (mix < 12) {
            return ModeSEncoder.allCall(5, address, 0, bytes, at);
        }
        if (mix < 22) {
            double seconds = turn * 60.0 * AIRCRAFT / MESSAGES;
            long me =
                    mix == 12 && turn % 3 == 0
                            ? AircraftIdentification.build(3, "TEST" + aircraft)
                            : mix % 2 == 0
                                    ? AirborneVelocity.build(2, 150, 100, 2, true, 30)
                                    : AirbornePosition.build(
                                            11,
                                            0,
                                            false,
                                            AltitudeCode.code12Of(feet),
                                            0.9 + aircraft * 0.01 + seconds * 1.5e-5,
                                            0.3 + seconds * 4e-5,
                                            mix / 2 % 2 == 0);
            return ModeSEncoder.extendedSquitter(5, address, me, bytes, at);
        }
        int altitude = AltitudeCode.code13Of(feet);
        return switch (mix) {
            case 22 -> ModeSEncoder.airToAir(0, false, altitude, 0, address, bytes, at);
            case 23 -> ModeSEncoder.surveillance(4, 0, altitude, 0, address, bytes, at);
            case 24 -> {
                int squawk = IdentityCode.code13Of(01000 + aircraft);
                yield ModeSEncoder.surveillance(5, 0, squawk, 0, address, bytes, at);
            }
            default -> {
                long register =
                        turn % 2 == 0
                                ? 0
                                : VerticalIntention.build(3_048, Double.NaN, 1013.2, -1, -1);
                yield ModeSEncoder.surveillance(20, 0, altitude, register, address, bytes, at);
            }
        };
    }

    private void read(Path recording) throws IOException {
        int[] count = new int[1];
        BeastReader reader =
                new BeastReader(
                        new FrameHandler() {
                            @Override
                            public void onFrame(Frame frame) {
                                if (frame.kind().isModeS() && count[0] < MESSAGES) {
                                    lengths[count[0]] = frame.length();
                                    System.arraycopy(
                                            frame.buffer(),
                                            frame.offset(),
                                            bytes,
                                            14 * count[0]++,
                                            frame.length());
                                }
                            }

                            @Override
                            public void onFault(Fault fault) {}
                        });
        reader.read(Files.readAllBytes(recording));
        if (count[0] < MESSAGES) {
            throw new IOException(recording + " has fewer than " + MESSAGES + " messages");
        }
    }

    /** The bound: parity alone. */
    @Benchmark
    public int parityAlone() {
        int sum = 0;
        for (int i = 0; i < MESSAGES; i++) {
            sum += Crc24.syndrome(bytes, 14 * i, lengths[i]);
        }
        return sum;
    }

    private ModeSDecoder decoder = decoder(null);

    private static ModeSDecoder decoder(Blackhole hole) {
        return new ModeSDecoder(
                PositionSettings.anywhere(),
                report -> {
                    if (hole != null) {
                        hole.consume(report);
                    }
                });
    }

    /** Messages to reports. Each pass comes after all is forgotten, so that passes are alike. */
    @Benchmark
    public void messagesToReports(Blackhole hole) {
        if (pass == 0) {
            decoder = decoder(hole);
        }
        long time = 20 * MINUTE * ++pass;
        for (int i = 0; i < MESSAGES; i++) {
            decoder.take(time + i * (MINUTE / MESSAGES), bytes, 14 * i, lengths[i], 100);
        }
    }
}
