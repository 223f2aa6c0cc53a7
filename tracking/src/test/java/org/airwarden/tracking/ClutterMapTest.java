package org.airwarden.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.junit.jupiter.api.Test;

class ClutterMapTest {
    private static final double TURN = 2 * Math.PI;

    private static void scan(ClutterMap map, int plots, double from, double to, Random random) {
        for (int i = 0; i < plots; i++) {
            map.count(random.nextDouble(), from + (to - from) * random.nextDouble(), 1);
        }
    }

    @Test
    void shouldTakeAllCellsForAlikeWhenClutterIsUniform() {
        ClutterMap map = new ClutterMap();
        Random random = new Random(1);
        int unlike = 0;
        int asked = 0;
        for (int s = 0; s < 200; s++) {
            scan(map, 100, 0, TURN, random);
            map.endScans(1);
            for (int c = 0; c < 384; c++) {
                double ratio = map.ratio((c % 16 + 0.5) / 16, (c / 16 + 0.5) * TURN / 24, 100);
                unlike += ratio == 1 ? 0 : 1;
                asked++;
            }
        }
        assertThat((double) unlike / asked).isLessThan(0.005);
        assertThat(map.total()).isCloseTo(100, within(6.0));
    }

    @Test
    void shouldFindASectorFullOfClutter() {
        ClutterMap map = new ClutterMap();
        Random random = new Random(2);
        for (int s = 0; s < 100; s++) {
            scan(map, 60, 0, TURN / 6, random);
            scan(map, 20, TURN / 6, TURN, random);
            map.endScans(1);
        }
        // 60 in a sixth and 20 in the rest: 4.5 times and 0.3 times the average of 80.
        double full = 0;
        double thin = 0;
        for (int ring = 0; ring < 16; ring++) {
            full += map.ratio((ring + 0.5) / 16, TURN / 12, 80) / 16;
            thin += map.ratio((ring + 0.5) / 16, TURN / 2, 80) / 16;
        }
        assertThat(full).isCloseTo(60 * 6 / 80.0, within(0.7));
        assertThat(thin).isBetween(0.25, 1.0);
    }

    @Test
    void shouldForgetWhenClutterGoes() {
        ClutterMap map = new ClutterMap();
        Random random = new Random(3);
        for (int s = 0; s < 100; s++) {
            scan(map, 200, 0, 0.2, random);
            map.endScans(1);
        }
        assertThat(map.ratio(0.5, 0.1, 50)).isGreaterThan(20);
        for (int s = 0; s < 500; s++) {
            scan(map, 50, 0, TURN, random);
            map.endScans(1);
        }
        assertThat(map.ratio(0.5, 0.1, 50)).isBetween(0.3, 3.0);
    }

    @Test
    void shouldGoOnAsBeforeWhenMoved() {
        ClutterMap map = new ClutterMap();
        Random random = new Random(4);
        for (int s = 0; s < 50; s++) {
            scan(map, 90, 0, 1, random);
            map.endScans(1);
        }
        map.count(0.3, 0.3, 0.7);
        StateOutput out = new StateOutput();
        map.write(out);
        ClutterMap moved = ClutterMap.read(new StateInput(out.toBytes()));
        map.endScans(1);
        moved.endScans(1);
        assertThat(moved.ratio(0.3, 0.3, 40)).isEqualTo(map.ratio(0.3, 0.3, 40)).isNotEqualTo(1);
    }
}
