package org.airwarden.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.airwarden.model.StateException;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Time;
import org.junit.jupiter.api.Test;

class LooksTest {
    private static final long START = 1_700_000_000L * Time.SECOND;

    private static Measurement at(long time, int sensor, double range) {
        Measurement m = new Measurement();
        m.sensor = sensor;
        m.polar = true;
        m.time = time;
        m.rawTime = time;
        m.rawRange = range;
        m.rawAzimuth = range / 1e6;
        m.elevation = Double.NaN;
        m.geometricHeight = Double.NaN;
        m.pressureHeight = 9_000;
        return m;
    }

    /** The chain of a target is what was added for it in the last 40 s, newest first. */
    @Test
    void shouldChainTheLooksAtEachTarget() {
        Random random = new Random(1);
        Looks looks = new Looks();
        Map<Long, List<Double>> added = new TreeMap<>();
        Map<Long, List<Long>> times = new TreeMap<>();
        for (int i = 0; i < 20_000; i++) {
            long time = START + i * 10L * Time.MILLISECOND;
            long key = random.nextInt(60) * 7_919L;
            double range = 1 + random.nextInt(1_000_000);
            long number = looks.add(key, at(time, i % 5, range), Double.NaN, false);
            added.computeIfAbsent(key, k -> new ArrayList<>()).add(range);
            times.computeIfAbsent(key, k -> new ArrayList<>()).add(time);
            List<Double> wanted = added.get(key);
            int back = wanted.size() - 1;
            for (long n = number; n != Looks.NONE; n = looks.before(n)) {
                assertThat(looks.first(n)).isEqualTo(wanted.get(back--));
            }
            boolean whole =
                    back < 0 || time - times.get(key).get(back) > Looks.KEPT_SECONDS * Time.SECOND;
            assertThat(whole).as("look %d has all of its chain", i).isTrue();
        }
    }

    @Test
    void shouldKeepAShareOfTheTargetsWhenTheyAreTooMany() {
        Looks looks = new Looks();
        Random random = new Random(2);
        long kept = 0;
        for (int i = 0; i < 400_000; i++) {
            long time = START + i * (Time.SECOND / 4_000);
            long key = random.nextInt(8_000);
            if (looks.keeps(key)) {
                kept++;
                looks.add(key, at(time, 0, 1_000), Double.NaN, false);
            }
        }
        StateOutput out = new StateOutput();
        looks.write(out);
        assertThat(out.toBytes().length).isLessThan(1_500_000);
        assertThat(kept).isBetween(10_000L, 250_000L);
        // The same targets are kept, with all of their looks: not one look in some.
        int whole = 0;
        for (long key = 0; key < 8_000; key++) {
            whole += looks.keeps(key) ? 1 : 0;
        }
        assertThat(whole).isBetween(500, 6_000);
    }

    @Test
    void shouldGoOnAsBeforeWhenMoved() {
        Random random = new Random(3);
        Looks looks = new Looks();
        Looks moved = new Looks();
        for (int i = 0; i < 30_000; i++) {
            long time = START + i * 3L * Time.MILLISECOND;
            Measurement m = at(time, i % 3, random.nextInt(500_000));
            long key = random.nextInt(3_000);
            assertThat(moved.keeps(key)).isEqualTo(looks.keeps(key));
            long one = looks.add(key, m, 5, i % 2 == 0);
            long other = moved.add(key, m, 5, i % 2 == 0);
            assertThat(moved.before(other)).isEqualTo(looks.before(one));
            if (i % 5_003 == 5_002) {
                StateOutput out = new StateOutput();
                moved.write(out);
                moved = Looks.read(new StateInput(out.toBytes()));
            }
        }
        StateOutput one = new StateOutput();
        StateOutput other = new StateOutput();
        looks.write(one);
        moved.write(other);
        assertThat(other.toBytes()).isEqualTo(one.toBytes());
    }

    @Test
    void shouldRefuseWhatIsDamaged() {
        StateOutput out = new StateOutput();
        out.putInt(300);
        out.putLong(7);
        out.putLong(0);
        assertThatThrownBy(() -> Looks.read(new StateInput(out.toBytes())))
                .isInstanceOf(StateException.class);
    }
}
