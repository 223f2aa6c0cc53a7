package org.airwarden.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.airwarden.asterix.BlockWalker;
import org.airwarden.asterix.Cat048;
import org.airwarden.asterix.Cat062;
import org.airwarden.asterix.Definition;
import org.airwarden.asterix.Definitions;
import org.airwarden.asterix.Editions;
import org.airwarden.asterix.Field;
import org.airwarden.asterix.Item;
import org.airwarden.asterix.RecordHandler;
import org.airwarden.asterix.RecordJson;
import org.airwarden.asterix.TypedRecord;
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
 * Reading ASTERIX: records a second, one thread, against a bound: looking at every byte of the same
 * blocks. {@code -prof gc} tells what is allocated; {@code -p recording=FILE -p category=48} takes
 * the records of a recording instead of made-up ones.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(AsterixSample.RECORDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class AsterixBenchmark {
    /** The category. */
    @Param({"48", "62"})
    public int category;

    /** A recording that holds it, or "". */
    @Param("")
    public String recording = "";

    private byte[] blocks = {};
    private final Cat048 plot = new Cat048();
    private final Cat062 track = new Cat062();
    private final BlockWalker walker = new BlockWalker(Editions.newest());
    private final RecordJson json = new RecordJson();
    private final StringBuilder text = new StringBuilder(1 << 16);
    private Field[] hot = {};
    private Item[] items = {};
    private final double[] values = new double[4096];
    private double sum;

    private final RecordHandler pass = record -> sum += record.length();

    private final RecordHandler hotItems =
            record -> {
                double total = 0;
                for (Field field : hot) {
                    total += record.raw(field);
                }
                sum += total;
            };

    private final RecordHandler everyField =
            record -> {
                double total = 0;
                for (Item item : items) {
                    int count = record.values(item, values);
                    for (int i = 0; i < count; i++) {
                        total += values[i];
                    }
                }
                sum += total;
            };

    private final RecordHandler print =
            record -> {
                json.append(record, text);
                if (text.length() > 1 << 15) {
                    sum += text.length();
                    text.setLength(0);
                }
            };

    /** Makes or reads the blocks. */
    @Setup
    public void prepare() {
        blocks = AsterixSample.of(category, recording);
        Definition definition = Definitions.newest(category);
        String[] paths =
                category == 48
                        ? new String[] {
                            "010/SAC", "140", "020/TYP", "040/RHO", "040/THETA", "070/MODE3A",
                            "090/FL", "220", "240", "161/TRN", "200/GSP", "230/STAT"
                        }
                        : new String[] {
                            "010/SAC", "070", "105/LAT", "105/LON", "185/VX", "185/VY",
                            "060/MODE3A", "040", "080/CNF", "136", "380/ADR", "380/ID"
                        };
        hot = new Field[paths.length];
        for (int i = 0; i < paths.length; i++) {
            hot[i] = definition.field(paths[i]);
        }
        List<Item> all = new ArrayList<>();
        for (Item item : definition.items()) {
            all.add(item);
            all.addAll(item.subitems());
        }
        items = all.toArray(new Item[0]);
    }

    /** The bound. */
    @Benchmark
    public int everyByteOnce() {
        int total = 0;
        for (byte octet : blocks) {
            total += octet;
        }
        return total;
    }

    /** Twelve fields of eleven items, by the generated class. */
    @Benchmark
    public double hotItemsTyped() {
        return category == 48 ? typed(plot, this::ofPlot) : typed(track, this::ofTrack);
    }

    private interface Reading {
        double of();
    }

    private double typed(TypedRecord record, Reading reading) {
        double total = 0;
        byte[] data = blocks;
        for (int block = 0; block < data.length; ) {
            int end = block + ((data[block + 1] & 0xFF) << 8 | (data[block + 2] & 0xFF));
            for (int at = block + BlockWalker.HEADER; at < end; ) {
                at = record.wrap(data, at, end);
                if (at < 0) {
                    throw new IllegalStateException("a fault in the sample");
                }
                total += reading.of();
            }
            block = end;
        }
        return total;
    }

    private double ofPlot() {
        return plot.i010Sac()
                + plot.i140()
                + plot.i020Typ()
                + plot.i040Rho()
                + plot.i040Theta()
                + plot.i070Mode3a()
                + plot.i090Fl()
                + plot.i220()
                + plot.i240()
                + plot.i161Trn()
                + plot.i200Gsp()
                + plot.i230Stat();
    }

    private double ofTrack() {
        return track.i010Sac()
                + track.i070()
                + track.i105Lat()
                + track.i105Lon()
                + track.i185Vx()
                + track.i185Vy()
                + track.i060Mode3a()
                + track.i040()
                + (track.i080Cnf() ? 1 : 0)
                + track.i136()
                + track.i380Adr()
                + track.i380Id();
    }

    /** The same fields by handles, through the generic walker. */
    @Benchmark
    public double hotItemsGeneric() {
        return walk(hotItems);
    }

    /** No field at all: what passing over items costs. */
    @Benchmark
    public double passOver() {
        return walk(pass);
    }

    /** The value of every field of every element of every item, through the generic walker. */
    @Benchmark
    public double everyField() {
        return walk(everyField);
    }

    /** Every item as JSON. */
    @Benchmark
    public double everyItemAsJson() {
        return walk(print);
    }

    private double walk(RecordHandler handler) {
        sum = 0;
        walker.walk(blocks, handler);
        return sum;
    }
}
