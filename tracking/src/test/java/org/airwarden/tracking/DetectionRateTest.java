package org.airwarden.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectionRateTest {
    /** Lets a sensor look at targets so often. */
    private static void look(DetectionRate rate, double detection, int looks, Random random) {
        int missed = 0;
        for (int i = 0; i < looks; i++) {
            if (random.nextDouble() < detection) {
                rate.learn(missed);
                missed = 0;
            } else {
                missed++;
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0.9, 0.9", "0.8, 0.82", "0.95, 0.94", "0.6, 0.62"})
    void shouldKeepWhatIsStatedWhenItIsNotDisproved(double stated, double real) {
        DetectionRate rate = new DetectionRate();
        for (int i = 0; i < 50; i++) {
            look(rate, real, 100, new Random(i));
            assertThat(rate.probability(stated)).isEqualTo(stated);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.95, 0.7", "0.9, 0.6", "0.6, 0.9"})
    void shouldTakeWhatIsLearnedWhenItDisprovesWhatIsStated(double stated, double real) {
        DetectionRate rate = new DetectionRate();
        assertThat(rate.probability(stated)).isEqualTo(stated);
        look(rate, real, 2_000, new Random(7));
        assertThat(rate.probability(stated)).isCloseTo(real, within(0.06));
    }

    @Test
    void shouldLearnNoMoreThanUsualWhenNothingIsStated() {
        DetectionRate rate = new DetectionRate();
        assertThat(rate.probability(Double.NaN)).isEqualTo(0.9);
        look(rate, 0.7, 2_000, new Random(8));
        assertThat(rate.probability(Double.NaN)).isCloseTo(0.7, within(0.05));
        look(rate, 0.99, 5_000, new Random(9));
        assertThat(rate.probability(Double.NaN)).isEqualTo(0.9);
        assertThat(rate.learned(Double.NaN)).isGreaterThan(0.96);
    }

    @Test
    void shouldTakeNoLongAbsenceForMisses() {
        DetectionRate rate = new DetectionRate();
        for (int i = 0; i < 200; i++) {
            rate.learn(100);
        }
        assertThat(rate.learned(0.9)).isEqualTo(0.9, within(1e-12));
    }

    @Test
    void shouldGoOnAsBeforeWhenMoved() {
        DetectionRate rate = new DetectionRate();
        look(rate, 0.7, 500, new Random(10));
        StateOutput out = new StateOutput();
        rate.write(out);
        DetectionRate moved = DetectionRate.read(new StateInput(out.toBytes()));
        rate.learn(2);
        moved.learn(2);
        assertThat(moved.probability(0.9)).isEqualTo(rate.probability(0.9));
    }
}
