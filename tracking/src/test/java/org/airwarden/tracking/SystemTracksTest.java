package org.airwarden.tracking;

import static org.airwarden.tracking.Mixed.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;

import org.airwarden.geodesy.Frame;
import org.airwarden.model.Technology;
import org.airwarden.model.Track;
import org.airwarden.model.Transponder;
import org.airwarden.tracking.Sky.Aircraft;
import org.junit.jupiter.api.Test;

/** Tracks of another centre, whose errors go along with each other and with our own. */
class SystemTracksTest {
    private static final long SEED = 20_261_121;
    private static final double CLAIMED = 120;
    private static final Aircraft LINER =
            new Aircraft(48.55, 16.1, 10_000, 210, 40, 0x440123, 01234);

    private static double sigma(Track track) {
        double[] p =
                Mixed.covariance(
                        track,
                        Frame.tangent(
                                org.airwarden.geodesy.Wgs84.toGeodetic(
                                        track.kinematics().x(),
                                        track.kinematics().y(),
                                        track.kinematics().z())));
        double middle = (p[0] + p[2]) / 2;
        double half = Math.sqrt((p[0] - p[2]) * (p[0] - p[2]) / 4 + p[1] * p[1]);
        return Math.sqrt(middle - half);
    }

    private static void tell(
            Mixed mixed, double s, double east, double north, boolean moves, Transponder said) {
        mixed.sky.take(
                Mixed.told(
                        SYSTEM,
                        Technology.SYSTEM_TRACK,
                        LINER,
                        s,
                        east,
                        north,
                        CLAIMED,
                        moves ? LINER.east() + 4 * mixed.random.nextGaussian() : Double.NaN,
                        moves ? LINER.north() + 4 * mixed.random.nextGaussian() : Double.NaN,
                        said));
    }

    @Test
    void shouldNotGrowSurerThanTheOtherCentreByHearingItAgain() {
        for (boolean moves : new boolean[] {true, false}) {
            Mixed mixed = new Mixed(SEED).open();
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < 100; i++) {
                tell(mixed, 4 * i, 90, -70, moves, LINER.says());
                mixed.sky.tick(4 * i + 0.6);
                for (Track track : mixed.sky.tracks()) {
                    least = Math.min(least, sigma(track));
                }
            }
            assertThat(mixed.sky.tracks()).hasSize(1);
            assertThat(least).isGreaterThan(CLAIMED);
            assertThat(least).isLessThan(2.5 * CLAIMED);
        }
    }

    /** Mean squared deviations of two degrees of freedom, and mean error (m), over runs. */
    private static double[] consistency(boolean radar, Transponder said) {
        double squares = 0;
        double errors = 0;
        int looks = 0;
        for (int run = 0; run < 40; run++) {
            Mixed mixed = new Mixed(SEED + run).open();
            double east = CLAIMED * mixed.random.nextGaussian();
            double north = CLAIMED * mixed.random.nextGaussian();
            // Errors that last for a minute: those of a filter, or of its sensors' alignment.
            double kept = Math.exp(-4.0 / 60);
            double fresh = CLAIMED * Math.sqrt(1 - kept * kept);
            for (int i = 0; i < 60; i++) {
                east = kept * east + fresh * mixed.random.nextGaussian();
                north = kept * north + fresh * mixed.random.nextGaussian();
                tell(mixed, 4 * i, east, north, true, said);
                if (radar) {
                    mixed.sky.take(mixed.sky.plot(Sky.RADAR, LINER, 4 * i + 2, said));
                }
                mixed.sky.tick(4 * i + 2.6);
                if (i > 15) {
                    for (Track track : mixed.sky.tracks()) {
                        double[] error = Mixed.error(track, LINER);
                        squares += error[2];
                        errors += Math.hypot(error[0], error[1]);
                        looks++;
                    }
                }
            }
        }
        assertThat(looks).isBetween(40 * 40, 40 * 46);
        return new double[] {squares / looks, errors / looks};
    }

    @Test
    void shouldStayConsistentWhenErrorsLast() {
        for (Transponder said : new Transponder[] {LINER.says(), coded()}) {
            double[] alone = consistency(false, said);
            double[] both = consistency(true, said);
            // Two where the claimed covariance is right; below that it claims less than it knows.
            assertThat(alone[0]).isBetween(1.2, 2.4);
            assertThat(both[0]).isBetween(1.0, 2.4);
            // The radar alone is good to 40 m: the other centre must not spoil that.
            assertThat(both[1]).isLessThan(45);
            assertThat(alone[1]).isLessThan(1.5 * CLAIMED);
        }
    }

    /** As an aircraft without a Mode S transponder. */
    private static Transponder coded() {
        Transponder says = LINER.says();
        return new Transponder(
                -1, true, says.mode3A(), null, says.height(), says.ground(), says.emergency());
    }
}
