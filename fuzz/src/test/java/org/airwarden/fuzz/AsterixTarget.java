package org.airwarden.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.airwarden.asterix.BlockWalker;
import org.airwarden.asterix.BlockWriter;
import org.airwarden.asterix.Definition;
import org.airwarden.asterix.Definitions;
import org.airwarden.asterix.EditionFit;
import org.airwarden.asterix.Editions;
import org.airwarden.asterix.Fault;
import org.airwarden.asterix.FaultKind;
import org.airwarden.asterix.Field;
import org.airwarden.asterix.RecordHandler;
import org.airwarden.asterix.RecordJson;
import org.airwarden.asterix.RecordView;
import org.airwarden.asterix.RecordWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * One ASTERIX category. The first octet chooses the edition, the rest is the content of a block,
 * and a good block follows, which must be read. Every record is printed as JSON; the first ones are
 * read field by field, and written and read again with the same result.
 */
final class AsterixTarget implements Target {
    private static final int LONGEST = 0xFFFF - BlockWalker.HEADER;
    private static final int TRIPS = 4;
    private static final JsonMapper JSON = new JsonMapper();

    private final int category;
    private final List<Definition> editions = new ArrayList<>();
    private final List<byte[]> good = new ArrayList<>();

    AsterixTarget(int category) {
        this.category = category;
    }

    @Override
    public String name() {
        return String.format(Locale.ROOT, "cat%03d", category);
    }

    private void prepare() {
        if (editions.isEmpty()) {
            for (String edition : Definitions.editions(category)) {
                Definition definition = Definitions.of(category, edition);
                editions.add(definition);
                good.add(RandomBlocks.block(definition, new SplittableRandom(category), 1));
            }
        }
    }

    @Override
    public void run(byte[] data) {
        prepare();
        int choice = Bytes.choice(data, editions.size());
        byte[] rest = Bytes.tail(data);
        byte[] content = rest.length > LONGEST ? Arrays.copyOf(rest, LONGEST) : rest;
        byte[] block = block(content);
        byte[] all = Bytes.join(block, good.get(choice));
        Reading reading = new Reading(editions.get(choice), block.length, all.length);
        new BlockWalker(Editions.none().with(editions.get(choice))).walk(all, reading);
        Bytes.require(reading.end == block.length, "the block was not accounted for");
        Bytes.require(reading.good == 1, "the good block was not read");
        EditionFit fit = new EditionFit().add(block);
        for (int found : fit.categories()) {
            fit.verdict(found);
        }
        fit.applyTo(Editions.newest());
    }

    private byte[] block(byte[] content) {
        byte[] block = new byte[BlockWalker.HEADER + content.length];
        block[0] = (byte) category;
        block[1] = (byte) (block.length >> 8);
        block[2] = (byte) block.length;
        System.arraycopy(content, 0, block, BlockWalker.HEADER, content.length);
        return block;
    }

    /** Reads what a walker finds. */
    private static final class Reading implements RecordHandler {
        private final Definition definition;
        private final int blockEnd;
        private final int dataEnd;
        private final RecordJson json = new RecordJson();
        private final StringBuilder text = new StringBuilder();
        private int end = BlockWalker.HEADER;
        private int trips;
        private int good;

        Reading(Definition definition, int blockEnd, int dataEnd) {
            this.definition = definition;
            this.blockEnd = blockEnd;
            this.dataEnd = dataEnd;
        }

        @Override
        public void record(RecordView record) {
            if (record.offset() >= blockEnd) {
                good += record.offset() + record.length() == dataEnd ? 1 : 0;
                return;
            }
            Bytes.require(record.offset() == end, "a gap before a record");
            Bytes.require(record.length() > 0, "an empty record");
            end += record.length();
            text.setLength(0);
            json.append(record, text);
            // A count of no items in free order (CAT001, 002, 008) is no record that can be
            // written.
            boolean holds = record.definition().items().stream().anyMatch(record::has);
            if (holds && trips++ < TRIPS) {
                JSON.readTree(text.toString());
                fields(record);
                trip(record, text.toString());
            }
        }

        private static void fields(RecordView record) {
            for (Field field : record.definition().fields().values()) {
                int count = record.count(field);
                for (int i = 0; i < count; i++) {
                    if (record.has(field, i)) {
                        long raw = record.raw(field, i);
                        Bytes.require(
                                field.bits() == 64
                                        || (raw >= field.lowest() && raw <= field.highest()),
                                field + " reads " + raw);
                        record.value(field, i);
                        record.text(field, i);
                    }
                }
            }
        }

        /** Written and read again it says the same; written twice it is the same octets. */
        private void trip(RecordView record, String said) {
            byte[] first = written(record);
            String[] again = {""};
            byte[][] second = {{}};
            new BlockWalker(Editions.none().with(definition))
                    .walk(
                            first,
                            new RecordHandler() {
                                @Override
                                public void record(RecordView copy) {
                                    StringBuilder out = new StringBuilder();
                                    new RecordJson().append(copy, out);
                                    again[0] += out;
                                    second[0] = written(copy);
                                }

                                @Override
                                public void fault(Fault fault) {
                                    // A misfit of contents is copied with the rest.
                                    Bytes.require(
                                            fault.kind() == FaultKind.CONTENT_MISFIT,
                                            "what was written is " + fault);
                                }
                            });
            Bytes.require(again[0].equals(said), said + "\nwas written as\n" + again[0]);
            Bytes.require(Arrays.equals(first, second[0]), "written twice it differs: " + said);
        }

        private byte[] written(RecordView record) {
            BlockWriter block = new BlockWriter(definition);
            Bytes.require(
                    block.add(new RecordWriter(definition).copy(record)), "a record does not fit");
            return block.toBytes();
        }

        @Override
        public void fault(Fault fault) {
            if (fault.kind() == FaultKind.CONTENT_MISFIT) {
                return;
            }
            Bytes.require(fault.blockOffset() == 0, "the good block is faulty: " + fault);
            end = blockEnd;
        }
    }

    @Override
    public List<byte[]> seeds() {
        prepare();
        List<byte[]> seeds = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(category);
        for (int i = 0; i < editions.size(); i++) {
            for (int records = 1; records <= 3; records++) {
                byte[] block = RandomBlocks.block(editions.get(i), random, records);
                seeds.add(
                        Bytes.withChoice(
                                i, Arrays.copyOfRange(block, BlockWalker.HEADER, block.length)));
            }
        }
        return seeds;
    }
}
