package org.airwarden.simulation;

import java.util.ArrayList;
import java.util.List;
import org.airwarden.geodesy.RadarHorizon;
import org.airwarden.simulation.Chronicle.Kind;
import org.jspecify.annotations.Nullable;

/** Sensors, links and posts of a run, and what passes between them. One thread. */
final class Network implements PostAtWork.Duty {
    private static final double SECOND = 1e9;

    /** Share of its range within which an interrogator is sure to be answered. */
    private static final double SURELY = 0.95;

    private static final long TICK = 1_000_000_000L;

    /** How often a post tells another of a track (ns). */
    static final long TELL_AGAIN = 10_000_000_000L;

    private final Prepared prepared;
    private final Scenario scenario;
    private final Draws draws;
    private final Airborne airborne;
    private final Ground ground;
    private final EventQueue queue;
    private final Chronicle chronicle;
    private final double[] north;
    private final boolean[] works;
    private final boolean[] held;
    private final List<PostAtWork> posts = new ArrayList<>();
    private final List<PostView> views = new ArrayList<>();
    private List<Watch> watches = List.of();
    private final List<List<Line>> fromSensor = new ArrayList<>();
    private final List<List<Line>> fromPost = new ArrayList<>();
    private final long[] interrogators;
    private final long[] receivers;
    private final double[] local = new double[3];
    private long firstHeld = Long.MAX_VALUE;
    private @Nullable Engagements engagements;
    private @Nullable Sky sky;

    /** A link in a run. */
    private static final class Line {
        final String name;
        final int post;
        final double delay;
        final double loss;
        final RandomStream random;
        boolean up = true;

        Line(String name, int post, double delay, double loss, RandomStream random) {
            this.name = name;
            this.post = post;
            this.delay = delay;
            this.loss = loss;
            this.random = random;
        }

        boolean carries() {
            return up && !(loss > 0 && random.happens(loss));
        }
    }

    Network(
            Prepared prepared,
            Draws draws,
            Airborne airborne,
            Ground ground,
            EventQueue queue,
            Chronicle chronicle) {
        this.prepared = prepared;
        scenario = prepared.scenario();
        this.draws = draws;
        this.airborne = airborne;
        this.ground = ground;
        this.queue = queue;
        this.chronicle = chronicle;
        int sensors = scenario.sensors().size();
        north = new double[sensors];
        works = new boolean[sensors];
        held = new boolean[airborne.size()];
        interrogators = new long[scenario.posts().size()];
        receivers = new long[scenario.posts().size()];
        for (int i = 0; i < sensors; i++) {
            SensorSite sensor = scenario.sensors().get(i);
            works[i] = sensor.works();
            fromSensor.add(new ArrayList<>());
        }
    }

    /** Opens the posts, their links and their batteries. */
    void open(List<BatteryAtWork> batteries, Engagements fights, Stage stage) {
        engagements = fights;
        for (int i = 0; i < scenario.posts().size(); i++) {
            Post post = scenario.posts().get(i);
            PostAtWork at = new PostAtWork(i, post, prepared, draws, this);
            for (BatteryAtWork battery : batteries) {
                if (post.batteries().contains(battery.battery().name())) {
                    at.command(battery);
                }
            }
            posts.add(at);
            fromPost.add(new ArrayList<>());
            views.add(view(i, at, stage));
        }
        for (int i = 0; i < posts.size(); i++) {
            Post post = posts.get(i).post();
            String superior = post.superior();
            if (superior != null) {
                posts.get(i).serveUnder(posts.get(prepared.post(superior)));
            }
            for (Link link : post.links()) {
                openLine(i, post, link);
            }
        }
        if (scenario.geometry()) {
            sky =
                    new Sky(
                            scenario,
                            airborne.movers(),
                            airborne::isFlying,
                            draws.seed(),
                            draws.run());
            watches = stage.watches().start(sky, isPicture());
            for (int i = 0; i < watches.size(); i++) {
                north[i] = signed(watches.get(i).north);
            }
        }
    }

    private void openLine(int index, Post post, Link link) {
        String name = post.name() + " < " + link.from();
        Line line =
                new Line(
                        name,
                        index,
                        draws.of(name, "delay", link.delay()),
                        draws.of(name, "loss", link.loss()),
                        draws.stream(name, Purpose.LINK));
        int sensor = prepared.sensor(link.from());
        if (sensor < 0) {
            fromPost.get(prepared.post(link.from())).add(line);
            return;
        }
        fromSensor.get(sensor).add(line);
        SensorSite site = scenario.sensors().get(sensor);
        if (site.kind() == SensorSite.Kind.RADAR && site.secondaryRange() > 0) {
            interrogators[index] |= 1L << sensor;
        }
        if (site.kind() == SensorSite.Kind.ADSB) {
            receivers[index] |= 1L << sensor;
        }
    }

    /** Plans the first look of every sensor. */
    void start() {
        for (int i = 0; i < watches.size(); i++) {
            planLook(i);
        }
        for (int i = 0; isPicture() && i < posts.size(); i++) {
            int post = i;
            queue.plan(TICK, now -> tick(post, now));
        }
    }

    /** Without places there is nothing that a tracker could work on. */
    private boolean isPicture() {
        return prepared.sensing() == Simulator.Sensing.PICTURE && scenario.geometry();
    }

    private PostView view(int number, PostAtWork post, Stage stage) {
        return isPicture()
                ? new PictureView(
                        number, post.batteries(), prepared, stage.reporting(), airborne, north)
                : new PostTracks(prepared, post.post(), post.batteries(), airborne, north);
    }

    PostAtWork post(String name) {
        return posts.get(prepared.post(name));
    }

    /** By how much each sensor's north is wrong (rad), as it changes. */
    double[] north() {
        return north;
    }

    /** When a post first held something of the raid (ns since the start). */
    long firstHeld() {
        return firstHeld;
    }

    /** Tells whether any post ever held it. */
    boolean wasHeld(int mover) {
        return held[mover];
    }

    // ---- looks and what they give

    private void planLook(int sensor) {
        long next = watches.get(sensor).next();
        if (next <= (long) (scenario.duration() * SECOND)) {
            queue.plan(next, now -> look(sensor, now));
        }
    }

    private void look(int sensor, long now) {
        List<Detection> given = new ArrayList<>();
        watches.get(sensor).look(detection -> keep(detection, given));
        send(sensor, given, now);
        if (isPicture() && works[sensor] && watches.get(sensor) instanceof RadarWatch radar) {
            sendBeam(sensor, radar, now);
        }
        planLook(sensor);
    }

    private void sendBeam(int sensor, RadarWatch radar, long now) {
        for (Line line : fromSensor.get(sensor)) {
            if (line.carries()) {
                queue.plan(
                        now + (long) (line.delay * SECOND),
                        then -> views.get(line.post).beam(radar, now, then));
            }
        }
    }

    /** Sends what is ready together, and what people take minutes for when they are ready. */
    private void send(int sensor, List<Detection> given, long now) {
        int ready = 0;
        for (int i = 0; i < given.size(); i++) {
            Detection one = given.get(i);
            if (one.ready > now) {
                queue.plan(one.ready, then -> sendNow(sensor, List.of(one), then));
            } else {
                ready++;
            }
        }
        if (ready == given.size()) {
            sendNow(sensor, given, now);
        } else if (ready > 0) {
            sendNow(sensor, given.stream().filter(one -> one.ready <= now).toList(), now);
        }
    }

    private void sendNow(int sensor, List<Detection> given, long now) {
        if (given.isEmpty()) {
            return;
        }
        List<Line> lines = fromSensor.get(sensor);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.carries()) {
                queue.plan(
                        now + (long) (line.delay * SECOND),
                        then -> hear(line.post, sensor, given, then));
            }
        }
    }

    private void keep(Detection detection, List<Detection> given) {
        if (isPicture()) {
            given.add(detection.copy());
        } else if (detection.mover >= 0) { // a false plot alone makes no track
            Detection copy = detection.copy();
            copy.truth = airborne.at(detection.mover, detection.time).copy();
            given.add(copy);
        }
    }

    private void hear(int post, int sensor, List<Detection> given, long now) {
        if (!posts.get(post).isLost()) {
            List<HeldTrack> changed = new ArrayList<>();
            views.get(post).hear(sensor, given, now, changed);
            changed(post, changed, now);
        }
    }

    private void tick(int post, long now) {
        if (!posts.get(post).isLost()) {
            List<HeldTrack> changed = new ArrayList<>();
            views.get(post).tick(now, changed);
            changed(post, changed, now);
            queue.plan(now + TICK, then -> tick(post, then));
        }
    }

    private void changed(int post, List<HeldTrack> changed, long now) {
        for (int i = 0; i < changed.size(); i++) {
            HeldTrack track = changed.get(i);
            note(post, track, now);
            posts.get(post).changed(track, now);
            boolean engages = track.isBeingEngaged();
            if (!fromPost.get(post).isEmpty()
                    && (track.toldOthers <= now - TELL_AGAIN || (engages && !track.toldEngaged))) {
                track.toldOthers = now;
                track.toldEngaged = engages;
                tellOthers(post, track, now);
            }
        }
    }

    private void note(int post, HeldTrack track, long now) {
        int mover = track.mover;
        if (mover >= 0 && !held[mover]) {
            held[mover] = true;
            if (airborne.mover(mover).side() == Side.ATTACKER) {
                firstHeld = Math.min(firstHeld, now);
            }
            if (chronicle.isKept()) {
                chronicle.add(
                        now,
                        Kind.TRACK,
                        posts.get(post).post().name(),
                        "holds track "
                                + track.number
                                + " (in truth "
                                + airborne.mover(mover).name()
                                + ")");
            }
        }
    }

    private void tellOthers(int post, HeldTrack track, long now) {
        List<Line> lines = fromPost.get(post);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.carries()) {
                queue.plan(
                        now + (long) (line.delay * SECOND),
                        then -> {
                            List<HeldTrack> changed = new ArrayList<>();
                            views.get(line.post).told(post, track, then, changed);
                            changed(line.post, changed, then);
                        });
            }
        }
    }

    /** Without places: a mover is seen by every sensor when it appears. */
    void appear(int mover, long now) {
        for (int i = 0; i < fromSensor.size(); i++) {
            if (!works[i]) {
                continue;
            }
            int sensor = i;
            SensorSite site = scenario.sensors().get(i);
            double wait = draws.of(site.name(), "delay", site.delay());
            for (Line line : fromSensor.get(i)) {
                queue.plan(
                        now + (long) ((wait + line.delay) * SECOND),
                        then -> {
                            Detection detection = new Detection();
                            detection.mover = mover;
                            detection.time = now;
                            detection.echo = true;
                            List<HeldTrack> changed = new ArrayList<>();
                            // Twice, for a track to be confirmed.
                            views.get(line.post)
                                    .hear(sensor, List.of(detection, detection), then, changed);
                            changed(line.post, changed, then);
                        });
            }
        }
    }

    /** Without places: tells whether an interceptor is on its way to a mover. */
    boolean isEngaged(int mover) {
        for (int i = 0; i < posts.size(); i++) {
            HeldTrack track = views.get(i).of(mover);
            if (track != null && posts.get(i).isEngaging(track)) {
                return true;
            }
        }
        return false;
    }

    /** Without places: a mover's window is over. */
    void giveUp(int mover) {
        for (int i = 0; i < posts.size(); i++) {
            HeldTrack track = views.get(i).of(mover);
            if (track != null) {
                posts.get(i).giveUp(track);
            }
        }
    }

    // ---- what happens to sensors and links

    void happen(Happening one, double value) {
        Sky above = sky;
        switch (one.what()) {
            case SENSOR_TURNED, SENSOR_LOST, SENSOR_BACK ->
                    happen(prepared.sensor(one.to()), one.what(), value);
            case LINK_LOST, LINK_BACK -> setLink(one.to(), one.what() == Happening.What.LINK_BACK);
            case GNSS_LOST, GNSS_FALSE, GNSS_BACK -> {
                if (above != null) {
                    disturb(above, one, value);
                }
            }
            default -> throw new IllegalArgumentException("not of the network: " + one.what());
        }
    }

    private void happen(int sensor, Happening.What what, double value) {
        boolean turned = what == Happening.What.SENSOR_TURNED;
        if (!turned) {
            works[sensor] = what == Happening.What.SENSOR_BACK;
        }
        if (watches.isEmpty()) {
            return;
        }
        Watch watch = watches.get(sensor);
        if (turned) {
            watch.turn(value);
            north[sensor] = signed(value);
        } else if (works[sensor]) {
            watch.resume();
        } else {
            watch.lose();
        }
    }

    private static void disturb(Sky sky, Happening one, double radius) {
        switch (one.what()) {
            case GNSS_LOST -> sky.satellitesLost(one.to(), radius);
            case GNSS_FALSE -> sky.satellitesFalse(one.to(), radius);
            default -> sky.satellitesBack(one.to());
        }
    }

    /** The transponder of a flight, or of all members of a wave or a flow, dies. */
    void loseTransponder(String name) {
        Sky above = sky;
        for (int i = 0; above != null && i < airborne.size(); i++) {
            if (airborne.isOf(i, name)) {
                above.silence(i);
            }
        }
    }

    private static double signed(double angle) {
        return StrictMath.IEEEremainder(angle, 2 * StrictMath.PI);
    }

    private void setLink(String name, boolean up) {
        for (List<List<Line>> from : List.of(fromSensor, fromPost)) {
            for (List<Line> lines : from) {
                for (Line line : lines) {
                    if (line.name.equals(name)) {
                        line.up = up;
                        String superior = posts.get(line.post).post().superior();
                        if (superior != null && name.endsWith(" < " + superior)) {
                            posts.get(line.post).hearSuperior(up);
                        }
                    }
                }
            }
        }
    }

    // ---- duties to posts

    @Override
    public EventQueue queue() {
        return queue;
    }

    @Override
    public Ground ground() {
        return ground;
    }

    @Override
    public Chronicle chronicle() {
        return chronicle;
    }

    @Override
    public boolean answersAsFriend(HeldTrack track, long now) {
        return airborne.isFlying(track.mover, now) && airborne.answersAsFriend(track.mover);
    }

    @Override
    public boolean isAsked(PostAtWork post, HeldTrack track, long now) {
        long asking = track.sensors & interrogators[post.number()];
        for (long left = asking; left != 0; left &= left - 1) {
            int sensor = Long.numberOfTrailingZeros(left);
            prepared.sensorFrame(sensor).toLocal(track.x, track.y, track.z, local, 0);
            double square = local[0] * local[0] + local[1] * local[1] + local[2] * local[2];
            double reach = SURELY * scenario.sensors().get(sensor).secondaryRange();
            if (square <= reach * reach) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean isListenedTo(PostAtWork post, HeldTrack track, long now) {
        for (long left = receivers[post.number()]; left != 0; left &= left - 1) {
            int sensor = Long.numberOfTrailingZeros(left);
            if (!works[sensor]) {
                continue;
            }
            SensorSite site = scenario.sensors().get(sensor);
            prepared.sensorFrame(sensor).toLocal(track.x, track.y, track.z, local, 0);
            double across = StrictMath.sqrt(local[0] * local[0] + local[1] * local[1]);
            if (across <= site.range()
                    && across <= RadarHorizon.distance(site.mast(), track.height)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public double aboveGround(HeldTrack track) {
        return track.height - prepared.groundAt(track.x, track.y, track.z);
    }

    @Override
    public @Nullable HeldTrack same(PostAtWork post, HeldTrack track, long now) {
        return views.get(post.number()).same(track, now);
    }

    @Override
    public void engage(
            PostAtWork post, PostAtWork.Fires fires, HeldTrack track, double flight, long now) {
        Engagements fights = engagements;
        if (fights == null) {
            throw new IllegalStateException("the network is not open");
        }
        fights.engage(post, fires, track, flight, now);
    }
}
