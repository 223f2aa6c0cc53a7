package org.airwarden.fuzz;

import java.util.Arrays;
import java.util.List;
import org.airwarden.modes.BeastReader;
import org.airwarden.modes.Fault;
import org.airwarden.modes.Frame;
import org.airwarden.modes.FrameHandler;
import org.airwarden.modes.ModeSDecoder;
import org.airwarden.modes.PositionSettings;

/**
 * The Beast stream with the messages in it. The first octet is the size of the chunks in which the
 * stream arrives; that must not matter, nor a snapshot taken on the way. Two good frames follow:
 * the first may be spoilt by an escape before it, the second must arrive.
 */
final class BeastTarget implements Target {
    private static final byte[] GOOD = Streams.messages(1).getFirst();

    @Override
    public String name() {
        return "beast";
    }

    @Override
    public void run(byte[] data) {
        int chunk = 1 + Bytes.choice(data, 256);
        byte[] good = Streams.beast(GOOD, 0x1A1A1A1A1A1AL);
        byte[] all = Bytes.join(Bytes.tail(data), good, good);

        FrameCount whole = new FrameCount(decoder());
        BeastReader reader = new BeastReader(whole);
        reader.read(all);
        reader.finish();
        Bytes.require(Arrays.equals(whole.last, GOOD), "the good frame behind was not read");
        Bytes.require(reader.frames() == whole.frames, "frames miscounted");
        Bytes.require(reader.faults() == whole.faults, "faults miscounted");

        FrameCount cut = new FrameCount(FrameCount.NOTHING);
        BeastReader first = new BeastReader(cut);
        for (int from = 0; from < all.length; from += chunk) {
            first.read(all, from, Math.min(chunk, all.length - from));
            if (from == 0) {
                byte[] snapshot = first.snapshot();
                first = new BeastReader(cut);
                first.restore(snapshot);
            }
        }
        first.finish();
        Bytes.require(
                cut.sum == whole.sum && cut.frames == whole.frames,
                "chunks of " + chunk + " octets change what is read");
    }

    /** A decoder behind the frames, with some time between them. */
    static FrameHandler decoder() {
        ModeSDecoder decoder =
                new ModeSDecoder(
                        PositionSettings.at(Math.toRadians(50), Math.toRadians(8)),
                        ModeSTarget::check);
        return new FrameHandler() {
            private long time;

            @Override
            public void onFrame(Frame frame) {
                time += 100_000_000;
                decoder.take(time, frame);
            }

            @Override
            public void onFault(Fault fault) {}
        };
    }

    @Override
    public List<byte[]> seeds() {
        byte[] modeAc = Streams.beast(new byte[] {0x12, 0x34}, 5);
        return List.of(
                Bytes.withChoice(6, Streams.beast(2)),
                Bytes.withChoice(0, Bytes.join(modeAc, Streams.beast(1))),
                Bytes.withChoice(255, Streams.beast(new byte[14], 0x1A1A1A1A1A1AL)));
    }
}
