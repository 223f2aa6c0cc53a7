package org.airwarden.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Detection against figures that were computed apart from this program, with the non-central
 * chi-square distribution of SciPy and Swerling's averages by quadrature, and against the closed
 * forms of Swerling.
 */
class DetectingTest {
    private static double decibels(double ratio) {
        return 10 * StrictMath.log10(ratio);
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 1e-6,  1, 11.24, 12.77, 12.77, 11.95, 11.95",
        "0.8, 1e-6,  1, 12.57, 17.85, 17.85, 15.31, 15.31",
        "0.9, 1e-6,  1, 13.18, 21.14, 21.14, 17.30, 17.30",
        "0.9, 1e-4,  1, 11.75, 19.37, 19.37, 15.60, 15.60",
        "0.9, 1e-8,  1, 14.23, 22.40, 22.40, 18.51, 18.51",
        "0.5, 1e-6, 10,  3.65,  5.19,  3.77,  4.36,  3.71",
        "0.9, 1e-6, 10,  5.27, 13.50,  6.29,  9.60,  5.81",
    })
    void shouldNeedTheSignalOfTheReference(
            double detection,
            double falseAlarm,
            int pulses,
            double steady,
            double one,
            double two,
            double three,
            double four) {
        double[] expected = {steady, one, two, three, four};
        for (int fluctuation = 0; fluctuation <= 4; fluctuation++) {
            double ratio = Detecting.signalToNoise(fluctuation, pulses, falseAlarm, detection);
            // The reference is rounded to 0.01 dB; what is asked for is 0.1 dB.
            assertThat(decibels(ratio))
                    .as("Swerling %d", fluctuation)
                    .isCloseTo(expected[fluctuation], within(0.0051));
            assertThat(Detecting.probability(fluctuation, pulses, falseAlarm, ratio))
                    .isCloseTo(detection, within(1e-10));
        }
    }

    @ParameterizedTest
    @CsvSource({
        " 5, 0.0046, 0.0362, 0.0203",
        " 8, 0.0561, 0.1511, 0.1268",
        "10, 0.2480, 0.2848, 0.2919",
        "12, 0.6794, 0.4404, 0.5050",
        "13, 0.8744, 0.5172, 0.6090",
        "15, 0.9972, 0.6548, 0.7794",
        "18, 1.0000, 0.8061, 0.9232",
        "20, 1.0000, 0.8722, 0.9653",
        "25, 1.0000, 0.9574, 0.9959",
    })
    void shouldDetectAsOftenAsTheReference(
            double decibels, double steady, double one, double three) {
        double ratio = StrictMath.pow(10, decibels / 10);
        assertThat(Detecting.probability(0, 1, 1e-6, ratio)).isCloseTo(steady, within(5.1e-5));
        assertThat(Detecting.probability(1, 1, 1e-6, ratio)).isCloseTo(one, within(5.1e-5));
        assertThat(Detecting.probability(3, 1, 1e-6, ratio)).isCloseTo(three, within(5.1e-5));
    }

    /** Swerling 1: Pfa^(1/(1+S)); Swerling 3: (1+2T S/(2+S)^2) exp(-2T/(2+S)), T = -ln Pfa. */
    @Test
    void shouldAgreeWithTheClosedFormsOfOnePulse() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 500; i++) {
            double falseAlarm = StrictMath.pow(10, -random.nextDouble(2, 10));
            double signal = StrictMath.pow(10, random.nextDouble(-1, 6));
            double threshold = -StrictMath.log(falseAlarm);
            double one = StrictMath.pow(falseAlarm, 1 / (1 + signal));
            double three =
                    (1 + 2 * threshold * signal / ((2 + signal) * (2 + signal)))
                            * StrictMath.exp(-2 * threshold / (2 + signal));
            assertThat(Detecting.probability(1, 1, falseAlarm, signal))
                    .isCloseTo(one, within(1e-13));
            assertThat(Detecting.probability(2, 1, falseAlarm, signal))
                    .isCloseTo(one, within(1e-13));
            assertThat(Detecting.probability(3, 1, falseAlarm, signal))
                    .isCloseTo(three, within(1e-13));
        }
    }

    /** Many pulses: sums drawn at random pass the threshold as often as is computed. */
    @ParameterizedTest
    @CsvSource({"0, 5, 2.0", "1, 5, 3.0", "2, 5, 2.0", "3, 8, 1.5", "4, 8, 1.2", "0, 40, 0.5"})
    void shouldAgreeWithDraws(int fluctuation, int pulses, double signal) {
        double falseAlarm = 1e-3;
        double threshold = Detecting.threshold(pulses, falseAlarm);
        RandomStream random = RandomStream.of(7, fluctuation, "draws", Purpose.DETECTION);
        int trials = 60_000;
        int detected = 0;
        for (int i = 0; i < trials; i++) {
            double steady = drawnPower(fluctuation, random);
            double sum = 0;
            for (int pulse = 0; pulse < pulses; pulse++) {
                boolean anew = fluctuation == 2 || fluctuation == 4;
                double power = signal * (anew ? drawnPower(fluctuation, random) : steady);
                double real = StrictMath.sqrt(2 * power) + random.gaussian();
                double imaginary = random.gaussian();
                sum += (real * real + imaginary * imaginary) / 2;
            }
            detected += sum > threshold ? 1 : 0;
        }
        double expected = Detecting.probability(fluctuation, pulses, falseAlarm, signal);
        double sigma = StrictMath.sqrt(expected * (1 - expected) / trials);
        assertThat((double) detected / trials).isCloseTo(expected, within(4 * sigma));
    }

    private static double drawnPower(int fluctuation, RandomStream random) {
        return switch (fluctuation) {
            case 0 -> 1;
            case 1, 2 -> random.exponential(1);
            default -> random.exponential(0.5) + random.exponential(0.5);
        };
    }

    @Test
    void shouldDetectNoiseAsOftenAsFalseAlarmsAre() {
        for (int fluctuation = 0; fluctuation <= 4; fluctuation++) {
            for (int pulses : new int[] {1, 3, 100, 2_000, Detecting.MOST_PULSES}) {
                assertThat(Detecting.probability(fluctuation, pulses, 1e-6, 0))
                        .isCloseTo(1e-6, within(1e-12));
            }
        }
    }

    @Test
    void shouldRiseWithTheSignalWhateverTheCase() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 100; i++) {
            int fluctuation = random.nextInt(5);
            int pulses = 1 + random.nextInt(random.nextBoolean() ? 20 : 500);
            double falseAlarm = StrictMath.pow(10, -random.nextDouble(1, 12));
            double before = 0;
            for (double decibels = -40; decibels <= 60; decibels += 2.5) {
                double now =
                        Detecting.probability(
                                fluctuation, pulses, falseAlarm, StrictMath.pow(10, decibels / 10));
                assertThat(now).isBetween(Math.max(0, before - 1e-12), 1.0);
                before = now;
            }
            assertThat(before).isGreaterThan(0.99);
        }
    }

    @Test
    void shouldRefuseWhatHasNoMeaning() {
        assertThatThrownBy(() -> Detecting.signalToNoise(1, 1, 1e-6, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Detecting.signalToNoise(1, 1, 1e-6, 1e-7))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Detecting.probability(5, 1, 1e-6, 1))
                .hasMessageContaining("Swerling case 5");
        assertThatThrownBy(() -> Detecting.probability(1, 0, 1e-6, 1))
                .hasMessageContaining("0 pulses");
    }

    @Test
    void shouldBeTabulatedWithinTheError() {
        SplittableRandom random = new SplittableRandom(5);
        double worst = 0;
        for (int fluctuation = 0; fluctuation <= 4; fluctuation++) {
            for (int pulses : new int[] {1, 10}) {
                double reference = Detecting.signalToNoise(1, pulses, 1e-6, 0.5);
                DetectionCurve curve = new DetectionCurve(fluctuation, pulses, 1e-6, reference);
                for (int i = 0; i < 2_000; i++) {
                    double square = StrictMath.pow(2, random.nextDouble(-14, 8));
                    double exact =
                            Detecting.probability(
                                    fluctuation, pulses, 1e-6, reference / (square * square));
                    worst = Math.max(worst, Math.abs(curve.at(square) - exact));
                }
                assertThat(curve.at(curve.reach() * 1.1)).isLessThan(1.1e-4);
            }
        }
        assertThat(worst).isLessThan(1e-4);
    }

    /** R = R0 (sigma / 1 m2)^(1/4): with 200 km at 1 m2. */
    @ParameterizedTest
    @CsvSource({
        "40, 503.0",
        "10, 355.7",
        "5, 299.1",
        "1, 200.0",
        "0.1, 112.5",
        "0.05, 94.6",
        "0.01, 63.2"
    })
    void shouldDetectHalfOfTheLooksAtTheRangeOfTheLaw(double crossSection, double kilometres) {
        double reference = Detecting.signalToNoise(1, 1, 1e-6, 0.5);
        DetectionCurve curve = new DetectionCurve(1, 1, 1e-6, reference);
        double relative = kilometres / 200;
        double square = relative * relative / StrictMath.sqrt(crossSection);
        assertThat(curve.at(square)).isCloseTo(0.5, within(1e-3));
    }
}
