package org.airwarden.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.airwarden.asterix.BlockWalker;
import org.airwarden.asterix.BlockWriter;
import org.airwarden.asterix.Definition;
import org.airwarden.asterix.Definitions;
import org.airwarden.asterix.Editions;
import org.airwarden.asterix.Field;
import org.airwarden.asterix.Item;
import org.airwarden.asterix.RecordWriter;
import org.airwarden.feeds.Frame;
import org.airwarden.feeds.FrameReader;
import org.airwarden.feeds.ReadingOptions;
import org.airwarden.feeds.RecordedFile;

/** Blocks of one category with {@link #RECORDS} records: of a recording, or made up like one. */
final class AsterixSample {
    /** Records of a sample. */
    static final int RECORDS = 10_000;

    private static final int RECORDS_A_BLOCK = 6;

    /**
     * Of an approach radar with Mode S: each item or subitem, in how many records of a hundred it
     * is, and how many elements it has.
     */
    private static final String PLOTS =
            """
            010 100, 020 100, 040 100, 070 99, 090 95, 130 99, 130/SRL 99, 130/SRR 99, 130/SAM 99,
            130/PRL 64, 130/PAM 64, 130/RPD 65, 130/APD 65, 140 100, 161 100, 170 100, 200 100,
            220 98, 230 98, 240 96, 250 91 2
            """;

    /** Of a national centre's system tracks. */
    private static final String TRACKS =
            """
            010 100, 015 100, 040 100, 060 95, 070 100, 080 100, 100 100, 105 100, 136 95, 185 100,
            200 100, 220 46, 295 95, 295/BVR 63, 295/COM 78, 295/GSP 71, 295/IAR 69, 295/MAC 69,
            295/MDA 81, 295/MFL 82, 295/MHG 69, 295/RAN 69, 295/SAL 68, 295/TAN 71, 295/TAR 40,
            340 100, 340/TYP 100, 380 94, 380/ADR 92, 380/ID 90, 380/MHG 69, 380/FSS 68, 380/COM 78,
            380/BVR 63, 380/RAN 69, 380/TAR 40, 380/TAN 71, 380/GS 71, 380/IAR 69, 380/MAC 69,
            390 33, 390/TAG 33, 390/CS 33, 390/FCT 33, 390/WTC 33, 390/CFL 33, 390/CTL 33, RE 100, RE/CST 100 3,
            RE/CSN 100 2, RE/TVS 100, RE/STS 100
            """;

    private AsterixSample() {}

    /**
     * Returns the blocks.
     *
     * @param category 48 or 62
     * @param recording the path of a recording that holds the category, or "" for made-up records
     */
    static byte[] of(int category, String recording) {
        List<byte[]> blocks = recording.isEmpty() ? made(category) : read(category, recording);
        int length = blocks.stream().mapToInt(block -> block.length).sum();
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] block : blocks) {
            System.arraycopy(block, 0, all, at, block.length);
            at += block.length;
        }
        return all;
    }

    private static List<byte[]> made(int category) {
        Definition definition = Definitions.newest(category);
        List<String> mix =
                Arrays.stream((category == 48 ? PLOTS : TRACKS).split(",", -1))
                        .map(String::strip)
                        .toList();
        SplittableRandom random = new SplittableRandom(category);
        RecordWriter writer = new RecordWriter(definition);
        Blocks blocks = new Blocks(definition);
        for (int i = 0; i < RECORDS; i++) {
            fill(writer.clear(), mix, random);
            blocks.add(writer);
        }
        return blocks.finish();
    }

    private static void fill(RecordWriter writer, List<String> mix, SplittableRandom random) {
        int among = 0; // the hundredths that the item around has, 0 where it is absent
        for (String words : mix) {
            String[] word = words.split(" ", -1);
            Item item = writer.definition().item(word[0]);
            int percent = Integer.parseInt(word[1]);
            boolean subitem = item.parent() != null;
            if (subitem
                    ? among > 0 && random.nextInt(among) < percent
                    : random.nextInt(100) < percent) {
                fill(writer, item, word.length > 2 ? Integer.parseInt(word[2]) : 1, random);
                among = subitem ? among : percent;
            } else if (!subitem) {
                among = 0;
            }
        }
    }

    private static void fill(RecordWriter writer, Item item, int count, SplittableRandom random) {
        writer.present(item);
        for (int i = 0; i < count; i++) {
            for (Field field : item.fields()) {
                boolean later = item.path().equals("020") && field.name().contains("/");
                if (!later) {
                    long span = field.highest() - field.lowest();
                    long raw = span > 0 ? random.nextLong(span) : random.nextLong() >>> 8;
                    writer.raw(field, i, field.lowest() + raw);
                }
            }
        }
    }

    private static List<byte[]> read(int category, String recording) {
        Definition definition = Definitions.newest(category);
        Editions editions = Editions.none().with(definition);
        Blocks blocks = new Blocks(definition);
        RecordWriter writer = new RecordWriter(definition);
        BlockWalker walker = new BlockWalker(editions);
        try {
            RecordedFile file = RecordedFile.examine(Path.of(recording), ReadingOptions.BY_BYTES);
            while (blocks.records < RECORDS) {
                int before = blocks.records;
                try (FrameReader frames =
                        FrameReader.open(file.path(), file.format(), fault -> {})) {
                    Frame frame = new Frame();
                    while (frames.next(frame)) {
                        walker.walk(
                                frame.bytes(),
                                frame.offset(),
                                frame.offset() + frame.length(),
                                record -> blocks.add(writer.copy(record)));
                    }
                }
                if (blocks.records == before) {
                    throw new IllegalArgumentException(recording + " has no CAT" + category);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return blocks.finish();
    }

    /** Puts records into blocks until there are enough. */
    private static final class Blocks {
        private final List<byte[]> blocks = new ArrayList<>();
        private final BlockWriter block;
        int records;

        Blocks(Definition definition) {
            block = new BlockWriter(definition);
        }

        void add(RecordWriter record) {
            if (records < RECORDS && block.add(record)) {
                records++;
                if (block.records() == RECORDS_A_BLOCK) {
                    blocks.add(block.toBytes());
                    block.clear();
                }
            }
        }

        List<byte[]> finish() {
            if (block.records() > 0) {
                blocks.add(block.toBytes());
            }
            return blocks;
        }
    }
}
