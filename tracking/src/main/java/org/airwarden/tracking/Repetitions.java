package org.airwarden.tracking;

import org.airwarden.model.Plot;
import org.airwarden.model.PositionReport;
import org.airwarden.model.SensorReport;
import org.airwarden.model.ServiceMessage;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Strobe;
import org.airwarden.model.Time;
import org.airwarden.model.Transponder;
import org.airwarden.model.TransponderReport;
import org.jspecify.annotations.Nullable;

/**
 * Knows reports that came already: where two lines carry one sensor's data, or a network doubles
 * datagrams, each report must count once. The same sensor, time and content to the bit is the same
 * report; one without a time is never taken for another.
 *
 * <p>Keeps a fingerprint of 64 bits of each report, with the {@value #WAYS} latest of those that
 * share one of {@value #SETS} sets: at 2,000 reports a second a repetition is known for a second or
 * two. Not thread-safe.
 */
final class Repetitions {
    private static final int SETS = 1 << 12;
    private static final int WAYS = 4;
    private static final long FACTOR = 0x9E37_79B9_7F4A_7C15L;

    private final long[] known = new long[SETS * WAYS];

    Repetitions() {}

    /** Tells whether a report came before, and keeps it. */
    boolean isKnown(SensorReport report) {
        if (report.measured() == Time.UNKNOWN) {
            return false;
        }
        long print = mix(mix(report.sensor() + 1, report.measured()), content(report));
        int set = set(print);
        for (int i = set; i < set + WAYS; i++) {
            if (known[i] == print) {
                return true;
            }
        }
        keep(print);
        return false;
    }

    private static int set(long print) {
        return WAYS * ((int) (print >>> 40) & (SETS - 1));
    }

    /** Puts a fingerprint first in its set; the oldest of the set is forgotten. */
    private void keep(long print) {
        int set = set(print);
        System.arraycopy(known, set, known, set + 1, WAYS - 1);
        known[set] = print;
    }

    private static long content(SensorReport report) {
        return switch (report) {
            case Plot plot -> {
                long print = mix(bits(plot.range()), bits(plot.azimuth()));
                print = mix(mix(print, bits(plot.elevation())), bits(plot.rangeRate()));
                yield mix(print, words(plot.said()));
            }
            case PositionReport at -> {
                long print = mix(bits(at.latitude()), bits(at.longitude()));
                print = mix(mix(print, bits(at.velocityEast())), bits(at.velocityNorth()));
                yield mix(print, words(at.said()));
            }
            case TransponderReport told -> {
                long print = mix(bits(told.velocityEast()), bits(told.velocityNorth()));
                yield mix(mix(print, bits(told.verticalRate())), words(told.said()));
            }
            case Strobe strobe -> {
                long print = mix(bits(strobe.azimuth()), bits(strobe.elevation()));
                yield mix(print, bits(strobe.azimuthSigma()));
            }
            case org.airwarden.model.Observation seen -> {
                long print = mix(bits(seen.latitude()), bits(seen.longitude()));
                print = mix(mix(print, bits(seen.direction())), bits(seen.distance()));
                print = mix(mix(print, bits(seen.heading())), seen.spoken());
                print = mix(mix(print, seen.number()), letters(seen.type().name()));
                yield mix(print, letters(seen.observer()));
            }
            case ServiceMessage message -> letters(message.kind().name());
        };
    }

    private static long words(Transponder said) {
        long print = mix(said.address(), said.mode3A());
        print = mix(print, said.height() == null ? 0 : bits(said.height().metres()));
        return mix(mix(print, letters(said.ground().name())), letters(said.callSign()));
    }

    private static long letters(@Nullable String text) {
        return text == null ? 0 : text.hashCode();
    }

    private static long bits(double value) {
        return Double.doubleToLongBits(value);
    }

    /** As of Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014. */
    private static long mix(long print, long next) {
        long z = (print + FACTOR) ^ (next * 0xBF58_476D_1CE4_E5B9L);
        z = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return z ^ (z >>> 31);
    }

    void write(StateOutput out) {
        int count = 0;
        for (long each : known) {
            count += each != 0 ? 1 : 0;
        }
        out.putInt(count);
        // From the back: in each set the oldest first, as they are to be kept again.
        for (int i = known.length - 1; i >= 0; i--) {
            if (known[i] != 0) {
                out.putLong(known[i]);
            }
        }
    }

    static Repetitions read(StateInput in) {
        Repetitions kept = new Repetitions();
        int count = in.takeCount();
        for (int i = 0; i < count; i++) {
            kept.keep(in.takeLong());
        }
        return kept;
    }
}
