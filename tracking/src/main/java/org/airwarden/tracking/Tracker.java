package org.airwarden.tracking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.World;
import org.airwarden.model.Input;
import org.airwarden.model.PictureChange;
import org.airwarden.model.PictureChange.EndReason;
import org.airwarden.model.PictureChange.TrackChanged;
import org.airwarden.model.PictureChange.TrackEnded;
import org.airwarden.model.Plot;
import org.airwarden.model.PositionReport;
import org.airwarden.model.Sensor;
import org.airwarden.model.SensorReport;
import org.airwarden.model.ServiceMessage;
import org.airwarden.model.Settings;
import org.airwarden.model.SettingsCodec;
import org.airwarden.model.Site;
import org.airwarden.model.SiteCodec;
import org.airwarden.model.StateException;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Strobe;
import org.airwarden.model.Tick;
import org.airwarden.model.Time;
import org.airwarden.model.Track;
import org.airwarden.model.TransponderReport;

/**
 * Reports to tracks: a deterministic state machine. The same inputs give the same changes, to the
 * bit.
 *
 * <p>A track that ended for want of reports may be found again within {@link
 * Settings#longestCoast}: it is then told again, under its old number.
 *
 * <p>Its clock is the time at which inputs were received, and never runs back. Reports wait for at
 * most {@value #HOLD_SECONDS} s of it, or until the next tick, so that those of one sensor and one
 * time are associated jointly. One thread.
 */
public final class Tracker {
    private static final int VERSION = 4;
    private static final double HOLD_SECONDS = 0.05;
    private static final long HOLD = Time.ofSeconds(HOLD_SECONDS);

    /** Reports of one sensor within this time are one group (ns). */
    private static final long GROUP = Time.ofSeconds(0.3);

    /** Given by who asks for tracks later and hears no changes: none are made then. */
    static final Consumer<PictureChange> UNHEARD = change -> {};

    private static final long TELL_COASTING = Time.SECOND;

    /** Tracks are looked through for what is overdue no more often than this. */
    private static final long SWEEP = Time.ofSeconds(0.5);

    private final int picture;
    private final MotionFilter filter;
    private final TrackLife life;
    private final Observer observer = new Observer();
    private final Counters.Running counters = new Counters.Running();
    private final Beginning beginning;
    private final Registration registration = new Registration();
    private final ScanGroup groups;
    private final Overload overload;
    private final Duplicates duplicates = new Duplicates();
    private final Coasting coasting;
    private final Portrait portrait;
    private final Observation told = new Observation();
    private final Strobes strobes;
    private final Sightings sightings;

    private Site site = new Site(Long.MIN_VALUE, "", World.EARTH, List.of());
    private Settings settings = Settings.standard(Long.MIN_VALUE);
    private Sensors sensors = new Sensors();
    private Tracks tracks = new Tracks();
    private Repetitions repetitions = new Repetitions();
    private long clock = Long.MIN_VALUE;
    private long swept = Long.MIN_VALUE;
    private final List<Measurement> pending = new ArrayList<>();
    private final List<Measurement> spare = new ArrayList<>();
    private Measurement[] group = new Measurement[64];

    /**
     * Makes a tracker without sensors and tracks.
     *
     * @param picture the number of the picture that its tracks belong to
     */
    public Tracker(int picture) {
        this(picture, TrackerParts.standard());
    }

    /**
     * Makes a tracker of other parts, without sensors and tracks.
     *
     * @param picture the number of the picture that its tracks belong to
     * @param parts what it is put together from
     */
    public Tracker(int picture, TrackerParts parts) {
        this.picture = picture;
        MotionModels bank = new MotionModels(parts.motions());
        filter = new MotionFilter(bank);
        life = new TrackLife(parts.life());
        coasting = new Coasting(life, registration);
        beginning = new Beginning(filter, observer);
        overload = new Overload(parts.tentatives(), counters);
        portrait = new Portrait(picture, bank, filter);
        groups =
                new ScanGroup(
                        bank,
                        filter,
                        observer,
                        parts.associator().get(),
                        life,
                        beginning,
                        registration,
                        counters,
                        overload);
        strobes = new Strobes(bank, filter, groups.updating(), overload, counters);
        sightings = new Sightings(bank, filter, groups.updating(), overload, counters);
    }

    /**
     * Takes an input.
     *
     * @param input the input; one received before the clock counts as received at the clock
     * @param changes receives what changed, at once
     */
    public void accept(Input input, Consumer<PictureChange> changes) {
        clock = Math.max(clock, input.received());
        switch (input) {
            case Site newSite -> {
                flush(changes);
                install(newSite);
            }
            case Settings newSettings -> {
                flush(changes);
                settings = newSettings;
            }
            case Tick tick -> {
                flush(changes);
                registration.tick(clock, sensors, tracks);
                sweep(changes);
            }
            case SensorReport report -> report(report, changes);
        }
    }

    private void install(Site newSite) {
        site = newSite;
        observer.in(newSite.world());
        groups.in(newSite.world());
        registration.in(newSite.world());
        duplicates.in(newSite.world());
        tracks.index.in(newSite.world());
        sensors.install(newSite);
    }

    private void report(SensorReport report, Consumer<PictureChange> changes) {
        SensorState sensor = sensors.find(report.sensor());
        if (sensor == null) {
            counters.unknownSensor++;
            return;
        }
        sensor.hear(clock);
        if (repetitions.isKnown(report)) {
            counters.repeated++;
            return;
        }
        if (isWaiting() && clock - waitingSince() > HOLD) {
            flush(changes);
        }
        switch (report) {
            case Plot plot -> {
                Frame placement = sensor.sensor().placement();
                if (placement == null) {
                    counters.unplaced++;
                } else if (!(plot.range() > 0) || !Double.isFinite(plot.azimuth())) {
                    counters.unsound++;
                } else {
                    long judged = judge(sensor, report);
                    if (!isLate(judged, report)) {
                        Measurement m = borrow();
                        m.of(plot, judged, site.world(), placement);
                        register(m, sensor, report);
                    }
                }
            }
            case PositionReport position -> {
                if (site.world() == World.FLAT
                        || !(Math.abs(position.latitude()) <= Math.PI / 2)
                        || !(Math.abs(position.longitude()) <= 2 * Math.PI)) {
                    counters.unsound++;
                } else {
                    long judged = judge(sensor, report);
                    if (!isLate(judged, report)) {
                        Measurement m = borrow();
                        m.of(position, judged);
                        register(m, sensor, report);
                    }
                }
            }
            case Strobe strobe -> {
                if (sensor.sensor().placement() == null) {
                    counters.unplaced++;
                } else {
                    long judged = judge(sensor, report);
                    if (!isLate(judged, report) && !strobes.hold(strobe, judged, sensor)) {
                        counters.unsound++;
                    }
                }
            }
            case org.airwarden.model.Observation seen -> {
                // People tell late: their clocks are not judged by that.
                if (!sightings.hold(seen, sensor, site.world())) {
                    counters.unsound++;
                }
            }
            case TransponderReport words -> hear(words, judge(sensor, report));
            case ServiceMessage message -> {
                sensor.learn(message);
                if (message.kind() == ServiceMessage.Kind.UPDATE_CYCLE) {
                    long judged = judge(sensor, report);
                    flush(changes);
                    endCycle(sensor, judged, changes);
                }
            }
        }
    }

    /** Tells whether a report was held up so long that it says nothing of now; counts it. */
    private boolean isLate(long judged, SensorReport report) {
        boolean late = Time.secondsBetween(judged, report.received()) > ClockJudge.STALE_SECONDS;
        if (late) {
            counters.late++;
        }
        return late;
    }

    private boolean isWaiting() {
        return !pending.isEmpty() || strobes.isWaiting() || sightings.isWaiting();
    }

    /** Returns when the first report that waits was received. */
    private long waitingSince() {
        long since = pending.isEmpty() ? Long.MAX_VALUE : pending.getFirst().received;
        since = strobes.isWaiting() ? Math.min(since, strobes.waitingSince()) : since;
        return sightings.isWaiting() ? Math.min(since, sightings.waitingSince()) : since;
    }

    private long judge(SensorState sensor, SensorReport report) {
        long judged = sensor.clock.judge(report.measured(), report.received());
        if (judged != report.measured()) {
            counters.wrongClock++;
        }
        return judged;
    }

    /** Takes a sensor's biases off what it measured; one that is far off has no part in tracks. */
    private void register(Measurement m, SensorState sensor, SensorReport report) {
        boolean doubted =
                m.technology.isClaim()
                        && groups.updating().claims.isAlone(tracks.holding(m.addressKey()));
        if (registration.take(m, report.measured(), doubted, sensor, sensors)) {
            hold(m);
        } else {
            counters.heldOut++;
            registration.follow(m, sensor, sensors, tracks);
            spare.add(m);
        }
    }

    private Measurement borrow() {
        return spare.isEmpty() ? new Measurement() : spare.removeLast();
    }

    private void hold(Measurement m) {
        if (m.isSound()) {
            pending.add(m);
        } else {
            counters.unsound++;
            spare.add(m);
        }
    }

    /** Adds to the track that has the address what its transponder said beside a position. */
    private void hear(TransponderReport report, long judged) {
        if (!report.said().hasAddress() || !Measurement.canBe(report.said().address())) {
            return;
        }
        List<LiveTrack> holders = tracks.holding(Measurement.addressKey(report.said()));
        if (holders.isEmpty()) {
            return;
        }
        LiveTrack track = holders.getFirst();
        track.said = Transponders.newest(track.said, report.said());
        track.origin = track.origin.with(report.origin());
        boolean doubted = report.technology().isClaim() && track.isClaimDoubted();
        if (!doubted && Math.abs(Time.secondsBetween(track.time, judged)) < 2) {
            told.clear(track.mean, 0);
            observer.velocity(
                    track,
                    track.frame,
                    report.velocityEast(),
                    report.velocityNorth(),
                    report.verticalRate(),
                    told);
            if (told.rows > 0) {
                filter.update(track.estimate, told);
                track.summarise(filter);
            }
        }
    }

    /** Works on all that waits, in the order of measured times. */
    private void flush(Consumer<PictureChange> changes) {
        if (!isWaiting()) {
            return;
        }
        pending.sort((a, b) -> Long.compare(a.time, b.time));
        if (group.length < pending.size()) {
            group = new Measurement[pending.size() * 2];
        }
        int from = 0;
        while (from < pending.size()) {
            Measurement first = pending.get(from);
            int size = 0;
            int kept = from;
            for (int i = from; i < pending.size(); i++) {
                Measurement m = pending.get(i);
                if (m.sensor == first.sensor
                        && m.polar == first.polar
                        && m.time - first.time <= GROUP
                        && size < Gate.MOST) {
                    group[size++] = m;
                }
            }
            // What goes now moves to the front, the rest keeps its order behind.
            int rest = pending.size() - 1;
            for (int i = pending.size() - 1; i >= from; i--) {
                Measurement m = pending.get(i);
                if (m.sensor != first.sensor
                        || m.polar != first.polar
                        || m.time - first.time > GROUP) {
                    pending.set(rest--, m);
                }
            }
            for (int i = 0; i < size; i++) {
                pending.set(kept++, group[i]);
            }
            SensorState sensor = sensors.find(first.sensor);
            if (sensor != null) {
                groups.process(group, size, sensor, sensors, tracks);
            }
            from += size;
        }
        spare.addAll(pending);
        pending.clear();
        if (strobes.isWaiting() || sightings.isWaiting()) {
            strobes.work(tracks, sensors);
            sightings.work(tracks);
            tracks.sweep();
        }
        promote();
        TrackList touched = tracks.touched;
        touched.sort();
        for (int i = 0; i < touched.size(); i++) {
            LiveTrack track = touched.at(i);
            track.touched = false;
            if (track.isConfirmed() && !track.ended && !track.lost) {
                tell(track, track.time, changes);
            }
        }
        touched.clear();
    }

    /** Confirms the tentative tracks that earned it. */
    private void promote() {
        boolean any = false;
        TrackList touched = tracks.touched;
        touched.sort();
        // An elder that adopts joins the end of the list unsorted, and is confirmed already.
        int before = touched.size();
        for (int i = 0; i < before; i++) {
            LiveTrack track = touched.at(i);
            if (track.isConfirmed() || track.ended) {
                continue;
            }
            LiveTrack elder = TrackLife.elder(track, tracks);
            if (elder != null && TrackLife.isContinuation(track, elder)) {
                elder.adopt(track);
                tracks.end(track);
                any = true;
            } else if (life.isReady(track, tracks)) {
                tracks.confirm(track, clock);
                any = true;
            }
        }
        if (any) {
            tracks.sweep();
        }
        overload.shed(tracks);
    }

    private void tell(LiveTrack track, long time, Consumer<PictureChange> changes) {
        track.told = clock;
        // A report from before what was told already never takes the track back.
        track.shown = Math.max(track.shown, time);
        if (changes == UNHEARD) {
            return;
        }
        changes.accept(new TrackChanged(clock, portrait.at(track, site.world(), track.shown)));
    }

    /** A sensor that looks everywhere at once has told all that it saw. */
    private void endCycle(SensorState sensor, long judged, Consumer<PictureChange> changes) {
        double period = sensor.owedPeriod();
        long half = judged + Time.ofSeconds(period / 2);
        for (int i = 0; i < tracks.size(); i++) {
            LiveTrack track = tracks.at(i);
            if (track.ended) {
                continue;
            }
            Contribution part = track.contribution(sensor.sensor().id());
            if (part != null && part.due != Time.UNKNOWN && part.due <= half) {
                coasting.miss(track, part, sensor, clock);
                if (part.due != Time.UNKNOWN) {
                    part.due = judged + Time.ofSeconds(period);
                }
            }
            lose(track, changes);
        }
        tracks.sweep();
    }

    /** Coasts and ends what got no reports, and tells the coasting. */
    private void sweep(Consumer<PictureChange> changes) {
        if (swept != Long.MIN_VALUE && clock - swept < SWEEP) {
            return;
        }
        boolean second = Math.floorDiv(clock, Time.SECOND) != Math.floorDiv(swept, Time.SECOND);
        swept = clock;
        strobes.sweep(clock);
        for (int i = 0; i < tracks.size(); i++) {
            LiveTrack track = tracks.at(i);
            if (track.ended) {
                continue;
            }
            coasting.coast(track, sensors, clock);
            lose(track, changes);
            if (track.isConfirmed()
                    && !track.lost
                    && track.missedUpdates() > 0
                    && clock - track.told >= TELL_COASTING) {
                tell(track, clock, changes);
            }
        }
        tracks.sweep();
        if (!second) {
            return;
        }
        overload.second();
        groups.updating().claims.count(tracks);
        for (LiveTrack twin : duplicates.check(tracks, sensors, clock)) {
            LiveTrack kept = twin.twin;
            while (kept != null && kept.ended) {
                kept = kept.twin;
            }
            if (kept != null && twin.isConfirmed() && !twin.ended) {
                merge(kept, twin, twin.addressKey >= 0 && kept.addressKey < 0, changes);
            }
            tracks.end(twin);
        }
        tracks.sweep();
    }

    /** Ends a track that is over; a confirmed one is kept for a while, to be found again. */
    private void lose(LiveTrack track, Consumer<PictureChange> changes) {
        if (track.lost) {
            if (TrackLife.isForgotten(track, settings, clock)) {
                tracks.end(track);
            }
        } else if (life.isOver(track, settings, clock)) {
            LiveTrack heir =
                    track.isConfirmed() ? duplicates.heir(track, tracks, sensors, clock) : null;
            if (heir != null && Duplicates.isElder(track, heir)) {
                merge(track, heir, true, changes);
                tell(track, track.time, changes);
            } else if (heir != null) {
                merge(heir, track, false, changes);
            } else if (track.isConfirmed()) {
                changes.accept(new TrackEnded(clock, portrait.number(track), EndReason.LOST));
                track.lost = true;
            } else {
                tracks.end(track);
            }
        }
    }

    /**
     * Ends a track that is one aircraft with an older one, which keeps its number.
     *
     * @param adopts whether the older one goes on where the younger is
     */
    private void merge(
            LiveTrack elder, LiveTrack younger, boolean adopts, Consumer<PictureChange> changes) {
        if (adopts) {
            elder.adopt(younger);
            if (elder.addressKey < 0 && younger.addressKey >= 0) {
                tracks.address(elder, younger.addressKey);
            }
        }
        changes.accept(new TrackEnded(clock, portrait.number(younger), EndReason.MERGED));
        tracks.end(younger);
    }

    /**
     * Tells the confirmed tracks in the order of their numbers, as at the clock.
     *
     * @param each receives each track, predicted to the clock
     */
    public void forEachTrack(Consumer<Track> each) {
        for (LiveTrack track : tracks.confirmed) {
            if (!track.lost) {
                each.accept(portrait.at(track, site.world(), clock));
            }
        }
    }

    /** Returns what was found out about the sensors, in the order of their numbers. */
    public List<SensorQuality> sensors() {
        List<SensorQuality> all = new ArrayList<>();
        for (Sensor sensor : site.sensors()) {
            all.add(SensorQuality.of(sensors.of(sensor.id()), registration));
        }
        all.sort(Comparator.comparingInt(SensorQuality::sensor));
        return all;
    }

    /** Returns how the sensors are registered. */
    Registration registration() {
        return registration;
    }

    /**
     * Keeps the history of every track that begins from now on, so that it can be told afterwards,
     * smoothed by all its reports. That is not causal: a live picture knows none of it. The history
     * is no part of what {@link #write} writes. It takes 1.8 kB for each report time of a track.
     *
     * @param each receives each confirmed track when it ends for good, up to its last report
     */
    public void reconstruct(Consumer<SmoothedTrack> each) {
        beginning.keepHistories();
        tracks.listen(track -> smooth(track, track.lastReport, each));
    }

    /**
     * Tells the confirmed tracks that have a history and live, smoothed by all reports so far: up
     * to the clock, or to the last report where nobody sees them any longer.
     *
     * @param each receives each track, in the order of their numbers
     */
    public void reconstructLiving(Consumer<SmoothedTrack> each) {
        for (LiveTrack track : tracks.confirmed) {
            smooth(track, track.lost ? track.lastReport : Math.max(track.time, clock), each);
        }
    }

    private void smooth(LiveTrack track, long until, Consumer<SmoothedTrack> each) {
        if (track.history != null) {
            each.accept(
                    new SmoothedTrack(
                            portrait.number(track),
                            site.world(),
                            track.history.with(track.estimate, track.time, track.frame),
                            until,
                            track.heightFromPressure));
        }
    }

    /**
     * Tells the directions of the last {@value Strobes#KEPT_SECONDS} s that no track explains, the
     * oldest first, the newest only of those of one sensor that are alike.
     */
    public void forEachStrobe(Consumer<Strobe> each) {
        strobes.forEachAlone(each);
    }

    /** Returns what people told of confirmed tracks, in the order of the tracks' numbers. */
    public List<Sighting> sightings() {
        List<Sighting> all = new ArrayList<>();
        for (LiveTrack track : tracks.confirmed) {
            Witness witness = track.witness;
            if (witness != null && !track.lost) {
                all.add(
                        new Sighting(
                                portrait.number(track),
                                witness.type,
                                witness.number,
                                witness.observers.size(),
                                witness.reports,
                                witness.last));
            }
        }
        return all;
    }

    /**
     * Returns the confirmed tracks whose aircraft now tell of another place than sensors measure,
     * in the order of the tracks' numbers.
     */
    public List<Doubt> doubts() {
        List<Doubt> all = new ArrayList<>();
        for (LiveTrack track : tracks.confirmed) {
            Claim claim = track.claim;
            if (claim != null && claim.isDoubted() && !track.lost) {
                all.add(
                        new Doubt(
                                portrait.number(track),
                                claim.sensor,
                                -claim.east,
                                -claim.north,
                                Math.sqrt(claim.deviation()),
                                claim.doubtedSince));
            }
        }
        return all;
    }

    /** Returns what was done with reports so far. */
    public Counters counters() {
        return counters.now();
    }

    /**
     * Tells whether a sensor's clock is held to be wrong, so that its claimed times are replaced.
     */
    public boolean isClockWrong(int sensor) {
        SensorState state = sensors.find(sensor);
        return state != null && state.clock.isWrong();
    }

    /** Writes all that moves: site, settings, tracks, what was learned, what still waits. */
    public void write(StateOutput out) {
        out.putByte(VERSION);
        out.putInt(picture);
        out.putLong(clock);
        out.putLong(swept);
        SiteCodec.write(site, out);
        SettingsCodec.write(settings, out);
        sensors.write(out);
        counters.write(out);
        overload.write(out);
        out.putInt(pending.size());
        for (Measurement m : pending) {
            m.write(out);
        }
        tracks.write(out);
        registration.write(out);
        repetitions.write(out);
        groups.updating().claims.write(out);
        groups.updating().missiles.write(out);
        strobes.write(out);
        sightings.write(out);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws StateException when the bytes are damaged or of another version
     */
    public static Tracker read(StateInput in) {
        return read(in, TrackerParts.standard());
    }

    /** The same for a tracker of other parts, which have to be those that it was written with. */
    public static Tracker read(StateInput in, TrackerParts parts) {
        int version = in.version("the state of tracking", VERSION);
        if (version < VERSION) {
            throw new StateException(
                    "the state of tracking has version " + version + ", which is no longer read");
        }
        Tracker tracker = new Tracker(in.takeInt(), parts);
        tracker.clock = in.takeLong();
        tracker.swept = in.takeLong();
        Site site = SiteCodec.read(in);
        tracker.settings = SettingsCodec.read(in);
        tracker.sensors = Sensors.read(in);
        tracker.site = site;
        tracker.observer.in(site.world());
        tracker.groups.in(site.world());
        tracker.registration.in(site.world());
        tracker.duplicates.in(site.world());
        tracker.counters.read(in);
        tracker.overload.read(in);
        int count = in.takeCount();
        for (int i = 0; i < count; i++) {
            tracker.pending.add(Measurement.read(in));
        }
        tracker.tracks = Tracks.read(in);
        tracker.registration.read(in);
        tracker.repetitions = Repetitions.read(in);
        tracker.tracks.index.in(site.world());
        tracker.groups.updating().claims.read(in);
        tracker.groups.updating().missiles.read(in);
        tracker.strobes.read(in);
        tracker.sightings.read(in, tracker.sensors, site.world());
        return tracker;
    }
}
