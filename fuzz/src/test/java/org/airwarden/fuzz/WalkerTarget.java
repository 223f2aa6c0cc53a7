package org.airwarden.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.airwarden.asterix.BlockWalker;
import org.airwarden.asterix.EditionFit;
import org.airwarden.asterix.Editions;
import org.airwarden.asterix.Fault;
import org.airwarden.asterix.RecordHandler;
import org.airwarden.asterix.RecordJson;
import org.airwarden.asterix.RecordView;

/** Blocks of any category, their headers as broken as their content. */
final class WalkerTarget implements Target {
    @Override
    public String name() {
        return "walker";
    }

    @Override
    public void run(byte[] data) {
        int[] end = {0};
        StringBuilder text = new StringBuilder();
        RecordJson json = new RecordJson();
        new BlockWalker(Editions.newest())
                .walk(
                        data,
                        new RecordHandler() {
                            @Override
                            public void record(RecordView record) {
                                Bytes.require(record.offset() >= end[0], "a record twice");
                                end[0] = record.offset() + record.length();
                                Bytes.require(end[0] <= data.length, "a record beyond the data");
                                text.setLength(0);
                                json.append(record, text);
                            }

                            @Override
                            public void fault(Fault fault) {
                                end[0] = Math.max(end[0], fault.recordOffset());
                                Bytes.require(
                                        fault.blockOffset() + fault.bytes().length <= data.length,
                                        "a fault beyond the data");
                            }
                        });
        EditionFit fit = new EditionFit().add(data);
        for (int category : fit.categories()) {
            fit.verdict(category);
        }
        fit.applyTo(Editions.newest());
    }

    @Override
    public List<byte[]> seeds() {
        SplittableRandom random = new SplittableRandom(3);
        List<byte[]> seeds = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            seeds.add(
                    Bytes.join(
                            RandomBlocks.block(random, 1 + i % 3), RandomBlocks.block(random, 1)));
        }
        return seeds;
    }
}
