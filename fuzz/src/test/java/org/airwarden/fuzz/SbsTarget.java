package org.airwarden.fuzz;

import java.util.ArrayList;
import java.util.List;
import org.airwarden.modes.Fault;
import org.airwarden.modes.SbsHandler;
import org.airwarden.modes.SbsMessage;
import org.airwarden.modes.SbsReader;
import org.airwarden.modes.SbsWriter;

/**
 * BaseStation lines; chunks and a good line as in {@link BeastTarget}. What was read can be written
 * and read again.
 */
final class SbsTarget implements Target {
    private static final byte[] GOOD = Bytes.join(Streams.ascii("\n"), Streams.sbs(1));

    /** What a reader gives. */
    private static final class Said implements SbsHandler {
        final List<SbsMessage> messages = new ArrayList<>();
        long faults;

        @Override
        public void onMessage(SbsMessage message) {
            messages.add(message);
        }

        @Override
        public void onFault(Fault fault) {
            faults++;
        }
    }

    @Override
    public String name() {
        return "sbs";
    }

    @Override
    public void run(byte[] data) {
        int chunk = 1 + Bytes.choice(data, 256);
        byte[] all = Bytes.join(Bytes.tail(data), GOOD);
        Said whole = read(all, all.length);
        Said cut = read(all, chunk);
        Bytes.require(
                whole.messages.equals(cut.messages) && whole.faults == cut.faults,
                "chunks of " + chunk + " octets change what is read");
        Said good = read(GOOD, GOOD.length);
        int size = whole.messages.size();
        Bytes.require(
                size >= good.messages.size()
                        && whole.messages
                                .subList(size - good.messages.size(), size)
                                .equals(good.messages),
                "the good lines behind were not read");
        for (SbsMessage message : whole.messages.subList(0, Math.min(8, size))) {
            SbsMessage again = again(message);
            Bytes.require(again(again).equals(again), "twice written it differs: " + message);
        }
    }

    private static SbsMessage again(SbsMessage message) {
        byte[] line = Streams.ascii(SbsWriter.line(message) + "\n");
        Said said = read(line, line.length);
        Bytes.require(said.messages.size() == 1, "cannot read again: " + message);
        return said.messages.getFirst();
    }

    private static Said read(byte[] all, int chunk) {
        Said said = new Said();
        SbsReader reader = new SbsReader(said);
        for (int from = 0; from < all.length; from += chunk) {
            reader.read(all, from, Math.min(chunk, all.length - from));
        }
        reader.finish();
        return said;
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(Bytes.withChoice(9, Streams.sbs(3)), Bytes.withChoice(0, Streams.sbs(1)));
    }
}
