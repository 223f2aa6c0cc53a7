package org.airwarden.fuzz;

import java.util.ArrayList;
import java.util.List;
import org.airwarden.feeds.Detection;
import org.airwarden.feeds.FramingDetector;
import org.airwarden.feeds.RecordingFormat;

/** Finding a recording's framing. The first octet tells whether the file goes on. */
final class DetectorTarget implements Target {
    @Override
    public String name() {
        return "detector";
    }

    @Override
    public void run(byte[] data) {
        Detection found = FramingDetector.detect(Bytes.tail(data), Bytes.choice(data, 2) == 1);
        Bytes.require(!found.word().isEmpty(), "a detection without a word");
        for (Detection.Candidate candidate : found.candidates()) {
            Bytes.require(
                    candidate.score() >= 0 && candidate.score() <= 1,
                    "a score of " + candidate.score());
        }
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        List<RecordingFormat> formats = RecordingFormat.all();
        for (byte[] seed : new FramingTarget().seeds()) {
            int choice = Bytes.choice(seed, 2 * formats.size());
            if (choice % 2 == 0) {
                seeds.add(Bytes.withChoice(choice / 2 % 2, Bytes.tail(seed)));
            }
        }
        return seeds;
    }
}
