package org.airwarden.simulation;

/**
 * A sensor of a run: it looks, batch by batch. {@link Watches} starts one for each sensor. What a
 * look gives depends on the seed, the run, the sensor and the mover alone; one mover more, or one
 * look less, changes no other. One thread.
 */
abstract sealed class Watch permits RadarWatch, ReceiverWatch, ListeningWatch {
    private static final double FULL = 0x1p-53;

    final int number;
    final SensorSite site;
    final Sky sky;
    final Outlook outlook;

    /** What it adds to azimuths at present (rad), and to ranges (m). */
    double north;

    final double rangeBias;

    /** What it adds to its times (ns). */
    final long timeBias;

    final double probability;
    final double falseMean;
    boolean works;

    final long detecting;
    final long measuring;
    final RandomStream once;
    final Detection detection = new Detection();
    final Mover.State state = new Mover.State();
    final Outlook.View view = new Outlook.View();

    Watch(int number, SensorSite site, Outlook outlook, Sky sky) {
        this.number = number;
        this.site = site;
        this.sky = sky;
        this.outlook = outlook;
        long name = RandomStream.nameOf(site.name());
        once = RandomStream.of(sky.seed, sky.run, name, Purpose.SCENARIO);
        north = once.draw(site.north());
        rangeBias = once.draw(site.rangeBias());
        timeBias = StrictMath.round(1e9 * once.draw(site.timeBias()));
        probability = once.draw(site.detection());
        falseMean = once.draw(site.falsePlots());
        works = site.works();
        detecting = RandomStream.of(sky.seed, sky.run, name, Purpose.DETECTION).nextLong();
        measuring = RandomStream.of(sky.seed, sky.run, name, Purpose.MEASUREMENT).nextLong();
        detection.sensor = number;
    }

    /**
     * Returns when the next batch of looks is complete (ns since the start); {@link Long#MAX_VALUE}
     * for never.
     */
    abstract long next();

    /** Looks, up to {@link #next}, and goes on to the next batch. */
    abstract void look(Detection.Sink sink);

    /** Its north becomes wrong by a value: what it adds to azimuths (rad). */
    void turn(double wrong) {
        north = Angle.positive(StrictMath.IEEEremainder(wrong, Angle.TURN));
    }

    /** It stops. */
    void lose() {
        works = false;
    }

    /** It works again. */
    void resume() {
        works = true;
    }

    /** Tells a detection whose sensor and time are known. */
    final void tell(Detection.Sink sink) {
        detection.claimed = detection.time + timeBias;
        detection.said =
                detection.reply && detection.mover >= 0
                        ? sky.movers[detection.mover].answering()
                        : Answering.SILENT;
        sink.seen(detection);
    }

    /** A number of 64 bits for one look at one mover: the same whatever else is looked at. */
    static long mixed(long base, long mover, long look) {
        long z = base ^ mover * 0xD1B54A32D192ED03L ^ (look + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** The next number of 64 bits after one that was {@link #mixed}. */
    static long after(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A number from 0 up to, not including, 1, out of 64 bits. */
    static double uniform(long bits) {
        return (bits >>> 11) * FULL;
    }

    /** A number of the standard normal distribution, out of 64 bits. */
    static double gaussian(long bits) {
        return Normal.quantile(((bits >>> 12) + 0.5) * 0x1p-52);
    }

    /** Clears what only some sensors tell. */
    static void clear(Detection out) {
        out.mover = -1;
        out.merged = -1;
        out.echo = false;
        out.reply = false;
        out.broadcast = false;
        out.range = Double.NaN;
        out.azimuth = Double.NaN;
        out.height = Double.NaN;
        out.told = Double.NaN;
        out.x = Double.NaN;
        out.y = Double.NaN;
        out.z = Double.NaN;
        out.vx = Double.NaN;
        out.vy = Double.NaN;
        out.vz = Double.NaN;
        out.kind = null;
    }
}
