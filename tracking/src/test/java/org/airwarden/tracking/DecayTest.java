package org.airwarden.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Holds the decaying exponential against the library's. */
class DecayTest {
    private static final long SEED = 20261121;

    @Test
    void isTheExponential() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 50_000; i++) {
            double x = -StrictMath.pow(10, random.nextDouble(-12, 2.84));
            double expected = StrictMath.exp(x);
            assertThat(Decay.exp(x) / expected).as("exp(%s)", x).isCloseTo(1, within(5e-16));
        }
    }

    @Test
    void hasItsEnds() {
        assertThat(Decay.exp(0)).isEqualTo(1);
        assertThat(Decay.exp(-0.0)).isEqualTo(1);
        assertThat(Decay.exp(-701)).isZero();
        assertThat(Decay.exp(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Decay.exp(Double.NaN)).isNaN();
    }
}
