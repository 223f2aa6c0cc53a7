package org.airwarden.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.GeodeticPosition;
import org.junit.jupiter.api.Test;

class ReanchoringTest {
    private static final long SEED = 99;

    private static Estimate random(SplittableRandom random) {
        Estimate estimate = new Estimate();
        estimate.widen(new MotionModels());
        for (int m = 0; m < estimate.models; m++) {
            double[][] root = new double[6][6];
            for (int i = 0; i < 6; i++) {
                estimate.mean[6 * m + i] = random.nextDouble(-1, 1) * (i < 3 ? 30_000 : 300);
                for (int j = 0; j < 6; j++) {
                    root[i][j] = random.nextDouble(-1, 1) * (i < 3 ? 100 : 10);
                }
            }
            for (int i = 0; i < 6; i++) {
                for (int j = 0; j < 6; j++) {
                    for (int k = 0; k < 6; k++) {
                        estimate.covariance[36 * m + 6 * i + j] += root[i][k] * root[j][k];
                    }
                }
            }
        }
        return estimate;
    }

    @Test
    void shouldKeepTheWorldWhenFramesChange() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int run = 0; run < 50; run++) {
            Frame from =
                    Frame.tangent(
                            GeodeticPosition.ofDegrees(
                                    random.nextDouble(-85, 85), random.nextDouble(-180, 180), 0));
            Frame to =
                    Frame.tangent(
                            GeodeticPosition.ofDegrees(
                                    random.nextDouble(-85, 85), random.nextDouble(-180, 180), 0));
            Estimate estimate = random(random);
            Estimate moved = new Estimate();
            moved.copyFrom(estimate);
            Reanchoring.move(moved, from, to);
            double[] before = new double[3];
            double[] after = new double[3];
            for (int m = 0; m < estimate.models; m++) {
                int x = 6 * m;
                from.toWorld(
                        estimate.mean[x], estimate.mean[x + 1], estimate.mean[x + 2], before, 0);
                to.toWorld(moved.mean[x], moved.mean[x + 1], moved.mean[x + 2], after, 0);
                assertClose(before, after, 1e-7, run);
                from.directionToWorld(
                        estimate.mean[x + 3],
                        estimate.mean[x + 4],
                        estimate.mean[x + 5],
                        before,
                        0);
                to.directionToWorld(
                        moved.mean[x + 3], moved.mean[x + 4], moved.mean[x + 5], after, 0);
                assertClose(before, after, 1e-10, run);
            }
        }
    }

    @Test
    void shouldRotateTheCovarianceWhenFramesChange() {
        SplittableRandom random = new SplittableRandom(SEED + 1);
        Frame from = Frame.tangent(GeodeticPosition.ofDegrees(48, 16, 0));
        Frame to = Frame.tangent(GeodeticPosition.ofDegrees(47.7, 16.4, 0));
        Estimate estimate = random(random);
        Estimate moved = new Estimate();
        moved.copyFrom(estimate);
        Reanchoring.move(moved, from, to);
        // The variance along any direction of the world is what it was.
        double[] world = {0.36, -0.48, 0.8};
        double[] a = new double[3];
        double[] b = new double[3];
        from.directionToLocal(world[0], world[1], world[2], a, 0);
        to.directionToLocal(world[0], world[1], world[2], b, 0);
        for (int m = 0; m < estimate.models; m++) {
            for (int block : new int[] {0, 3, 18, 21}) {
                assertThat(along(moved.covariance, 36 * m + block, b))
                        .isCloseTo(along(estimate.covariance, 36 * m + block, a), within(1e-7));
            }
        }
    }

    @Test
    void shouldGiveBackTheSameWhenMovedThereAndBack() {
        Frame from = Frame.tangent(GeodeticPosition.ofDegrees(41.3, 2.1, 0));
        Frame to = Frame.tangent(GeodeticPosition.ofDegrees(41.5, 2.4, 0));
        Estimate estimate = random(new SplittableRandom(SEED + 2));
        Estimate moved = new Estimate();
        moved.copyFrom(estimate);
        Reanchoring.move(moved, from, to);
        Reanchoring.move(moved, to, from);
        for (int i = 0; i < estimate.mean.length; i++) {
            assertThat(moved.mean[i]).isCloseTo(estimate.mean[i], within(1e-8));
        }
        for (int i = 0; i < estimate.covariance.length; i++) {
            assertThat(moved.covariance[i]).isCloseTo(estimate.covariance[i], within(1e-8));
        }
    }

    private static double along(double[] covariance, int at, double[] direction) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                sum += direction[i] * covariance[at + 6 * i + j] * direction[j];
            }
        }
        return sum;
    }

    private static void assertClose(double[] a, double[] b, double tolerance, int run) {
        for (int i = 0; i < 3; i++) {
            assertThat(b[i]).as("seed %d run %d", SEED, run).isCloseTo(a[i], within(tolerance));
        }
    }
}
