package org.airwarden.picture;

import java.util.List;
import java.util.function.Consumer;
import org.airwarden.model.Input;
import org.airwarden.model.Origin;
import org.airwarden.model.PictureChange;
import org.airwarden.model.SensorReport;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Strobe;
import org.airwarden.model.Tick;
import org.airwarden.model.Time;
import org.airwarden.model.Track;
import org.airwarden.tracking.Doubt;
import org.airwarden.tracking.Sighting;
import org.airwarden.tracking.Tracker;

/**
 * The air picture: inputs go in, changes come out.
 *
 * <p>Its clock is the received time of its inputs and never runs back: an input that is older than
 * the clock takes effect at the clock. A picture of live data refuses simulated reports and counts
 * them.
 *
 * <p>One thread at a time. The state can be written at any moment between inputs, and a picture
 * that is read back goes on as the first would have, to the bit.
 */
public final class AirPicture {
    private static final int STATE_VERSION = 1;

    private final Origin kind;
    private final Tracker tracker;
    private final SensorMonitor monitor;
    private long clock = Time.UNKNOWN;
    private long reports;
    private long refusedSimulated;

    /**
     * Makes an empty picture.
     *
     * @param number the picture's number, the first part of its track numbers
     * @param kind what it is a picture of; {@link Origin#LIVE} refuses simulated reports
     */
    public AirPicture(int number, Origin kind) {
        this(kind, new Tracker(number), new SensorMonitor());
    }

    private AirPicture(Origin kind, Tracker tracker, SensorMonitor monitor) {
        this.kind = kind;
        this.tracker = tracker;
        this.monitor = monitor;
    }

    /**
     * Takes one input in.
     *
     * @param input the input, whose received time is not before the last one's
     * @param changes told of every change, in order, before this returns
     */
    public void accept(Input input, Consumer<PictureChange> changes) {
        clock = Math.max(clock, input.received());
        if (input instanceof SensorReport report) {
            if (kind == Origin.LIVE && report.origin() == Origin.SIMULATED) {
                refusedSimulated++;
                return;
            }
            reports++;
        }
        monitor.accept(input, clock, changes);
        tracker.accept(input, changes);
        if (input instanceof Tick) {
            monitor.learn(tracker.sensors(), clock, changes);
        }
    }

    /** Returns the picture's clock (ns since 1970), {@link Time#UNKNOWN} before the first input. */
    public long clock() {
        return clock;
    }

    /** Returns what it is a picture of. */
    public Origin kind() {
        return kind;
    }

    /** Returns the number of sensor reports taken in. */
    public long reports() {
        return reports;
    }

    /** Returns the number of simulated reports that a live picture refused. */
    public long refusedSimulated() {
        return refusedSimulated;
    }

    /** Returns how the sensors do, in the order of their numbers. */
    public List<SensorStatus> sensors() {
        return monitor.statuses(tracker.sensors());
    }

    /** Tells every confirmed track, in the order of the numbers. */
    public void forEachTrack(Consumer<Track> action) {
        tracker.forEachTrack(action);
    }

    /** Tells the directions of the last seconds that no track explains, the oldest first. */
    public void forEachStrobe(Consumer<Strobe> action) {
        tracker.forEachStrobe(action);
    }

    /** Returns what people told of confirmed tracks, in the order of the tracks' numbers. */
    public List<Sighting> sightings() {
        return tracker.sightings();
    }

    /** Returns the tracks whose aircraft tell of another place than sensors measure. */
    public List<Doubt> doubts() {
        return tracker.doubts();
    }

    /** Writes the whole state. */
    public void write(StateOutput out) {
        out.putByte(STATE_VERSION);
        out.putEnum(kind);
        out.putLong(clock);
        out.putLong(reports);
        out.putLong(refusedSimulated);
        monitor.write(out);
        tracker.write(out);
    }

    /**
     * Reads a state that {@link #write} wrote.
     *
     * @throws org.airwarden.model.StateException where the bytes are damaged or of a newer version
     */
    public static AirPicture read(StateInput in) {
        in.version("an air picture", STATE_VERSION);
        Origin kind = in.takeEnum(Origin.class);
        long clock = in.takeLong();
        long reports = in.takeLong();
        long refusedSimulated = in.takeLong();
        SensorMonitor monitor = SensorMonitor.read(in);
        AirPicture picture = new AirPicture(kind, Tracker.read(in), monitor);
        picture.clock = clock;
        picture.reports = reports;
        picture.refusedSimulated = refusedSimulated;
        return picture;
    }
}
