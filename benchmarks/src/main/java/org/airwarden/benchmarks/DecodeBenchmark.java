package org.airwarden.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.airwarden.feeds.PacketDecoder;
import org.airwarden.feeds.SiteFile;
import org.airwarden.model.Packet;
import org.airwarden.simulation.DemoStory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * ASTERIX of the demo's ten minutes (CAT048, 034 and 021) to reports, against a bound: looking at
 * every byte of the same packets once.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class DecodeBenchmark {
    private List<Packet> packets = List.of();
    private PacketDecoder decoder = new PacketDecoder(List.of(), List.of(), fault -> {});

    /** Makes the packets. */
    @Setup
    public void makePackets() {
        packets = DemoStory.packets(1);
        SiteFile site = DemoStory.site();
        decoder = new PacketDecoder(site.sources(), site.sensors(), fault -> {});
    }

    /** The bound. */
    @Benchmark
    public int everyByteOnce() {
        int sum = 0;
        for (Packet packet : packets) {
            for (byte octet : packet.bytes()) {
                sum += octet;
            }
        }
        return sum;
    }

    /** Packets to reports. */
    @Benchmark
    public void packetsToReports(Blackhole hole) {
        for (Packet packet : packets) {
            decoder.decode(packet, hole::consume);
        }
    }
}
