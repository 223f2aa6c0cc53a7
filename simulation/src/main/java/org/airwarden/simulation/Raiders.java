package org.airwarden.simulation;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.airwarden.model.Time;
import org.airwarden.simulation.MoverSource.Aim;
import org.jspecify.annotations.Nullable;

/** A group of the raid, with what its members release. Immutable; any thread. */
final class Raiders implements MoverSource {
    private final Wave wave;
    private final Course course;
    private final @Nullable Course weapon;
    private final List<Aim> aims;
    private final MemberNames names;
    private final List<MemberNames> weaponNames;
    private final long key;

    /**
     * Prepares a group.
     *
     * @param course its route
     * @param weapon what it releases, as a route without points, or null
     * @param aims what it goes for, in turn
     */
    Raiders(Wave wave, Course course, @Nullable Course weapon, List<Aim> aims) {
        this.wave = wave;
        this.course = course;
        this.weapon = weapon;
        this.aims = List.copyOf(aims);
        key = RandomStream.nameOf(wave.name());
        int members = kept(wave.count());
        names = new MemberNames(wave.name(), members);
        Wave.Release release = wave.release();
        int each = release == null ? 0 : kept(release.each());
        weaponNames =
                IntStream.range(0, release == null ? 0 : members)
                        .mapToObj(i -> new MemberNames(names.name(i), each))
                        .toList();
    }

    private static int kept(Quantity count) {
        return (int) Math.clamp(StrictMath.rint(count.hi()), 1, 500);
    }

    @Override
    public String name() {
        return wave.name();
    }

    @Override
    public void draw(Drawing drawing) {
        RandomStream once = drawing.stream(key, Purpose.SCENARIO);
        long count = StrictMath.round(once.draw(wave.count()));
        double time = once.draw(wave.begins());
        double step = once.draw(wave.interval());
        double miss = once.draw(wave.miss());
        Mover.Noise noise = noise(once);
        boolean anew = wave.interval().shape() == Quantity.Shape.EXPONENTIAL;
        int released = 0;
        for (int member = 0; member < count; member++) {
            RandomStream random = drawing.stream(names.key(member), Purpose.MOTION);
            double gap = random.draw(wave.interval());
            if (member > 0) {
                time += anew ? gap : step;
            }
            released = fly(drawing, random, member, time, miss, noise, released);
        }
    }

    private Mover.@Nullable Noise noise(RandomStream once) {
        Wave.Noise noise = wave.noise();
        return noise == null
                ? null
                : new Mover.Noise(
                        noise.radius(), once.draw(noise.beamShare()), once.draw(noise.sideShare()));
    }

    private int fly(
            Drawing drawing,
            RandomStream random,
            int member,
            double time,
            double miss,
            Mover.@Nullable Noise noise,
            int released) {
        double lasts = wave.window() == null ? 0 : random.draw(wave.window());
        double east = wave.scatter() * random.gaussian();
        double north = wave.scatter() * random.gaussian();
        course.drawOwn(random, drawing.draw);
        Aim aim = weapon != null || aims.isEmpty() ? null : aims.get(member % aims.size());
        Path path = null;
        if (!course.isEmpty()) {
            drawing.builder.clear();
            course.lay(random, drawing.draw, 0, east, north, drawing.builder);
            path =
                    course.finish(
                            drawing.draw,
                            impact(aim, names.key(member), miss, drawing),
                            drawing.builder);
        }
        long begins = Time.ofSeconds(time);
        int carrier = drawing.movers.size();
        drawing.add(
                names.name(member),
                names.key(member),
                Side.ATTACKER,
                course.platform(),
                drawing.codes(wave.answering(), names.key(member), false, true),
                begins,
                path == null || wave.window() != null ? lasts : path.duration(),
                strikes(aim, course.platform()),
                -1,
                noise,
                path);
        Wave.Release release = wave.release();
        if (weapon == null || release == null || path == null) {
            return released;
        }
        double passes = drawing.builder.timeAt(release.leg());
        return release(drawing, random, member, carrier, time, passes, path, miss, released);
    }

    private int release(
            Drawing drawing,
            RandomStream random,
            int member,
            int carrier,
            double begins,
            double passes,
            Path path,
            double miss,
            int released) {
        Wave.Release release = Objects.requireNonNull(wave.release());
        Course what = Objects.requireNonNull(weapon);
        long each = StrictMath.round(random.draw(release.each()));
        double step = random.draw(release.interval());
        boolean anew = release.interval().shape() == Quantity.Shape.EXPONENTIAL;
        MemberNames own =
                member < weaponNames.size()
                        ? weaponNames.get(member)
                        : new MemberNames(names.name(member), 0);
        double time = passes;
        int next = released;
        for (int number = 0; number < each; number++) {
            RandomStream weapons = drawing.stream(own.key(number), Purpose.MOTION);
            double gap = weapons.draw(release.interval());
            if (number > 0) {
                time += anew ? gap : step;
            }
            // What cannot be released on the way is released at its end.
            double at = Math.min(time, path.duration());
            path.at(at, drawing.state);
            double[] under = drawing.draw.place;
            under[0] = drawing.state.x;
            under[1] = drawing.state.y;
            under[2] = drawing.state.z;
            Path.lower(under, drawing.state.height);
            what.drawOwn(weapons, drawing.draw);
            drawing.builder.clear();
            what.begin(drawing.draw, under, drawing.state.height, drawing.builder);
            Aim aim = aims.isEmpty() ? null : aims.get(next++ % aims.size());
            double[] impact = impact(aim, own.key(number), miss, drawing);
            if (impact == null) {
                continue;
            }
            Path way = what.finish(drawing.draw, impact, drawing.builder);
            drawing.add(
                    own.name(number),
                    own.key(number),
                    Side.ATTACKER,
                    what.platform(),
                    Answering.SILENT,
                    Time.ofSeconds(begins + at),
                    way.duration(),
                    strikes(aim, what.platform()),
                    carrier,
                    null,
                    way);
        }
        return next;
    }

    /** A decoy goes for an aim and strikes nothing. */
    private static @Nullable String strikes(@Nullable Aim aim, PlatformClass platform) {
        return aim == null || platform.kind() == PlatformClass.Kind.DECOY ? null : aim.name();
    }

    private static double @Nullable [] impact(
            @Nullable Aim aim, long key, double miss, Drawing drawing) {
        if (aim == null || aim.place() == null) {
            return null;
        }
        RandomStream random = drawing.stream(key, Purpose.IMPACT);
        double east = miss * random.gaussian();
        double north = miss * random.gaussian();
        System.arraycopy(aim.place(), 0, drawing.aim, 0, 3);
        Course.shift(drawing.aim, east, north);
        return drawing.aim;
    }
}
