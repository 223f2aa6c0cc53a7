package org.airwarden.fuzz;

import java.util.Arrays;
import java.util.List;
import org.airwarden.modes.AvrReader;
import org.airwarden.modes.AvrWriter;

/** AVR lines; chunks and a good line as in {@link BeastTarget}. */
final class AvrTarget implements Target {
    private static final byte[] GOOD = Streams.messages(1).getFirst();

    @Override
    public String name() {
        return "avr";
    }

    @Override
    public void run(byte[] data) {
        int chunk = 1 + Bytes.choice(data, 256);
        byte[] line = AvrWriter.line(GOOD, 0, GOOD.length);
        byte[] all = Bytes.join(Bytes.tail(data), Streams.ascii("\n"), line);
        FrameCount whole = new FrameCount(BeastTarget.decoder());
        AvrReader reader = new AvrReader(whole);
        reader.read(all);
        reader.finish();
        Bytes.require(Arrays.equals(whole.last, GOOD), "the good line behind was not read");
        Bytes.require(reader.frames() == whole.frames, "frames miscounted");
        FrameCount cut = new FrameCount(FrameCount.NOTHING);
        AvrReader chunked = new AvrReader(cut);
        for (int from = 0; from < all.length; from += chunk) {
            chunked.read(all, from, Math.min(chunk, all.length - from));
        }
        chunked.finish();
        Bytes.require(
                cut.sum == whole.sum && cut.frames == whole.frames,
                "chunks of " + chunk + " octets change what is read");
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(Bytes.withChoice(6, Streams.avr(2)), Bytes.withChoice(0, Streams.avr(1)));
    }
}
