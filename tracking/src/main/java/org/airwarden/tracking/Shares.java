package org.airwarden.tracking;

import static org.airwarden.tracking.BiasFilter.AZIMUTH;
import static org.airwarden.tracking.BiasFilter.EAST;
import static org.airwarden.tracking.BiasFilter.NORTH;
import static org.airwarden.tracking.BiasFilter.PARAMETERS;
import static org.airwarden.tracking.BiasFilter.TIME;

import java.util.List;
import org.airwarden.geodesy.Frame;
import org.airwarden.model.Sensor;
import org.jspecify.annotations.Nullable;

/** Tells each sensor its biases out of what is jointly known of all. Not thread-safe. */
final class Shares {
    private final BiasFilter biases;
    private final List<@Nullable Alignment> alignments;
    private final Gauge gauge = new Gauge();
    private final double[] local = new double[3];

    Shares(BiasFilter biases, List<@Nullable Alignment> alignments) {
        this.biases = biases;
        this.alignments = alignments;
    }

    /**
     * Writes values and their errors. What all clocks have in common nobody knows: times are told
     * from the middle one of all sensors, where one that hears aircraft tell their places counts
     * twice; two others share their difference.
     */
    void share(Sensors sensors) {
        int weight = 0;
        boolean told = false;
        for (Alignment one : alignments) {
            if (one != null && one.block >= 0) {
                boolean tells = Alignment.rank(sensors.of(one.sensor).sensor()) == 0;
                weight += tells ? 2 : 1;
                told |= tells;
            }
        }
        Alignment middle = middle(weight, sensors);
        for (Alignment one : alignments) {
            if (one == null || one.block < 0) {
                continue;
            }
            for (int k = 0; k < PARAMETERS; k++) {
                one.value[k] = biases.mean(one.block, k);
                one.sigma[k] = Math.sqrt(biases.variance(one.block, k));
            }
            if (biases.blocks() == 2 && !told) {
                fromEachOther(one);
            } else if (one != middle) {
                one.value[TIME] -= biases.mean(middle.block, TIME);
                one.sigma[TIME] = apart(one, middle);
            }
        }
        if (biases.blocks() > 2 || told) {
            middle.value[TIME] = 0;
            middle.sigma[TIME] = 0;
            double least = Double.POSITIVE_INFINITY;
            for (Alignment one : alignments) {
                if (one != null && one.block >= 0 && one != middle) {
                    least = Math.min(least, apart(one, middle));
                }
            }
            if (least < Double.POSITIVE_INFINITY) {
                middle.sigma[TIME] = least;
            }
        }
        settle(sensors);
    }

    /** Where radars alone compare themselves, chooses the picture in which the fewest are off. */
    private void settle(Sensors sensors) {
        if (biases.blocks() < 3) {
            return;
        }
        Frame plane = null;
        gauge.clear(biases.blocks());
        for (Alignment one : alignments) {
            if (one == null || one.block < 0) {
                continue;
            }
            Sensor sensor = sensors.of(one.sensor).sensor();
            Frame at = sensor.placement();
            if (Alignment.rank(sensor) < 2 || at == null) {
                return;
            }
            plane = plane == null ? at : plane;
            plane.toLocal(at.originX(), at.originY(), at.originZ(), local, 0);
            gauge.add(local[0], local[1], one.value[EAST], one.value[NORTH], one.value[AZIMUTH]);
        }
        gauge.solve();
        int radar = 0;
        for (Alignment one : alignments) {
            if (one != null && one.block >= 0) {
                one.value[EAST] = gauge.eastOf(radar);
                one.value[NORTH] = gauge.northOf(radar);
                one.value[AZIMUTH] = gauge.azimuthOf(radar);
                radar++;
            }
        }
    }

    /** Returns the sensor whose clock has no more than half of the weight before or after it. */
    private Alignment middle(int weight, Sensors sensors) {
        Alignment best = null;
        for (Alignment one : alignments) {
            if (one == null || one.block < 0) {
                continue;
            }
            double time = biases.mean(one.block, TIME);
            int before = 0;
            int after = 0;
            for (Alignment other : alignments) {
                if (other == null || other.block < 0) {
                    continue;
                }
                int counts = Alignment.rank(sensors.of(other.sensor).sensor()) == 0 ? 2 : 1;
                double apart = biases.mean(other.block, TIME) - time;
                before += apart < 0 ? counts : 0;
                after += apart > 0 ? counts : 0;
            }
            boolean isMiddle = 2 * before <= weight && 2 * after <= weight;
            if (isMiddle
                    && (best == null
                            || Alignment.rank(sensors.of(one.sensor).sensor())
                                    < Alignment.rank(sensors.of(best.sensor).sensor()))) {
                best = one;
            }
        }
        if (best == null) {
            throw new IllegalStateException("no sensor stands in the middle");
        }
        return best;
    }

    private void fromEachOther(Alignment one) {
        for (Alignment other : alignments) {
            if (other != null && other != one && other.block >= 0) {
                double both = biases.mean(one.block, TIME) - biases.mean(other.block, TIME);
                one.value[TIME] = 0.5 * both;
                one.sigma[TIME] = 0.5 * apart(one, other);
            }
        }
    }

    /** Standard deviation of the difference of two sensors' times (s). */
    private double apart(Alignment one, Alignment other) {
        double variance =
                biases.variance(one.block, TIME)
                        + biases.variance(other.block, TIME)
                        - 2 * biases.covariance(one.block, TIME, other.block, TIME);
        return Math.sqrt(Math.max(0, variance));
    }
}
