package org.airwarden.tracking;

import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;

/**
 * What tracking did with reports, counted since the picture began.
 *
 * @param used reports that became part of a track or began one
 * @param unplaced plots of sensors whose place is not known: ignored
 * @param unknownSensor reports of sensors that the site does not list: ignored
 * @param unsound reports with numbers that cannot be, or that do not fit the world: ignored
 * @param late reports measured too long before what the track already knows: ignored
 * @param repeated reports that came before, to the bit, or of a target that the same sensor had
 *     told in the same turn: ignored
 * @param wrongClock reports whose claimed time was replaced
 * @param doubtful reports with an address that no aircraft can have, which is left out, or that
 *     more than one track holds
 * @param heldOut reports of sensors that are too far off to take part: only compared
 * @param dropped tentative tracks given up, or not begun, because there were too many
 * @param unlearned groups of reports that taught a sensor nothing, because too many were dropped
 * @param doubted positions that aircraft told of themselves and sensors contradicted: hardly used
 * @param strobes directions that became part of tracks
 * @param strobesAlone directions that no track explains
 * @param observations people's reports that became part of tracks or began one
 */
public record Counters(
        long used,
        long unplaced,
        long unknownSensor,
        long unsound,
        long late,
        long repeated,
        long wrongClock,
        long doubtful,
        long heldOut,
        long dropped,
        long unlearned,
        long doubted,
        long strobes,
        long strobesAlone,
        long observations) {

    /** The counters as they run. */
    static final class Running {
        long used;
        long unplaced;
        long unknownSensor;
        long unsound;
        long late;
        long repeated;
        long wrongClock;
        long doubtful;
        long heldOut;
        long dropped;
        long unlearned;
        long doubted;
        long strobes;
        long strobesAlone;
        long observations;

        Running() {}

        Counters now() {
            return new Counters(
                    used,
                    unplaced,
                    unknownSensor,
                    unsound,
                    late,
                    repeated,
                    wrongClock,
                    doubtful,
                    heldOut,
                    dropped,
                    unlearned,
                    doubted,
                    strobes,
                    strobesAlone,
                    observations);
        }

        void write(StateOutput out) {
            out.putLong(used);
            out.putLong(unplaced);
            out.putLong(unknownSensor);
            out.putLong(unsound);
            out.putLong(late);
            out.putLong(repeated);
            out.putLong(wrongClock);
            out.putLong(doubtful);
            out.putLong(heldOut);
            out.putLong(dropped);
            out.putLong(unlearned);
            out.putLong(doubted);
            out.putLong(strobes);
            out.putLong(strobesAlone);
            out.putLong(observations);
        }

        void read(StateInput in) {
            used = in.takeLong();
            unplaced = in.takeLong();
            unknownSensor = in.takeLong();
            unsound = in.takeLong();
            late = in.takeLong();
            repeated = in.takeLong();
            wrongClock = in.takeLong();
            doubtful = in.takeLong();
            heldOut = in.takeLong();
            dropped = in.takeLong();
            unlearned = in.takeLong();
            doubted = in.takeLong();
            strobes = in.takeLong();
            strobesAlone = in.takeLong();
            observations = in.takeLong();
        }
    }
}
