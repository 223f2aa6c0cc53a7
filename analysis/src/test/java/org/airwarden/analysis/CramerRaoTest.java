package org.airwarden.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CramerRaoTest {
    private static final String SENSORS =
            "sensor,x,y,z,sigma_range,sigma_az,sigma_el,pd,clutter_per_scan,scan_period,max_range\n";

    @TempDir private Path folder;

    private StateTable truth() throws Exception {
        return StateTable.readTruth(folder.resolve("truth.csv.gz"), -1e9, 1e9);
    }

    @Test
    void shouldMeasureTheNoiseThatTheScenarioWasDrawnWith() throws Exception {
        Scenarios.write("dense-200", 3, folder);
        CramerRao bound = new CramerRao(truth(), folder.resolve("sensors.csv"), 3);
        assertThat(bound.noise(0)).isCloseTo(1.0, within(0.03));
        assertThat(bound.noise(2)).isCloseTo(0.05, within(0.002));
    }

    /**
     * With detection certain, the bound is the covariance of a Kalman filter in the linear case;
     * far to the east, range is x, azimuth y and elevation z, each a filter of two states. Computed
     * here by the filter's own equations.
     */
    @Test
    void shouldBeTheKalmanFiltersCovarianceWhereAllIsLinear() throws Exception {
        Draw draw = new Draw(4);
        double[] start = {60_000, 0, 0, 0, 0, 0};
        StringBuilder text = new StringBuilder("t,target,x,y,z,vx,vy,vz\n");
        double[] state = new double[6];
        for (int target = 0; target < 60; target++) {
            Trajectory path = Trajectory.straight(0, 200, 1, start, 0.04, 0.04, draw);
            for (int t = 0; t <= 200; t += 4) {
                path.at(t, state);
                text.append(t).append(',').append(target);
                for (double value : state) {
                    Decimals.append(text.append(','), value, 6);
                }
                text.append('\n');
            }
        }
        Path file = Files.writeString(folder.resolve("straight.csv"), text);
        Path sensors = Files.writeString(folder.resolve("s.csv"), SENSORS + ONE);
        StateTable truth = StateTable.readTruth(file, -1e9, 1e9);
        CramerRao bound = new CramerRao(truth, sensors, 3);
        double variance = 0;
        double[] sigma = {50, 60_000 * 0.001, 60_000 * 0.002};
        for (int axis = 0; axis < 3; axis++) {
            variance += filtered(sigma[axis] * sigma[axis], bound.noise(axis));
        }
        int last = truth.rows() - 1;
        assertThat(bound.error(last)).isCloseTo(Math.sqrt(variance), within(0.005 * 60));
    }

    private static final String ONE = "R,0,0,0,50,0.001,0.002,1,0,4,100000\n";

    /** Variance of place after 51 updates, from one step of velocity of deviation 1 m/s. */
    private static double filtered(double r, double q) {
        double pp = r;
        double pv = 0;
        double vv = 1;
        for (int n = 1; n <= 50; n++) {
            double dt = 4;
            pp += 2 * dt * pv + dt * dt * vv + q * dt * dt * dt / 3;
            pv += dt * vv + q * dt * dt / 2;
            vv += q * dt;
            double s = pp + r;
            vv -= pv * pv / s;
            pv -= pp / s * pv;
            pp -= pp * pp / s;
        }
        return pp;
    }

    @Test
    void shouldRefuseWhatItHasNoBoundFor() throws Exception {
        Scenarios.write("benchmark", 2, folder);
        assertThatThrownBy(() -> new CramerRao(truth(), folder.resolve("sensors.csv"), 3))
                .isInstanceOf(BoundException.class)
                .hasMessageContaining("manoeuvre");
        Path two = Files.writeString(folder.resolve("two.csv"), SENSORS + ONE + "2" + ONE);
        assertThatThrownBy(() -> new CramerRao(truth(), two, 3))
                .isInstanceOf(BoundException.class)
                .hasMessageContaining("more than one sensor");
    }
}
