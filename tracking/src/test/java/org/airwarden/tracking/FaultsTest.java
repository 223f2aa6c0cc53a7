package org.airwarden.tracking;

import static org.airwarden.tracking.Traffic.COUNT;
import static org.airwarden.tracking.Traffic.reports;
import static org.airwarden.tracking.Traffic.run;
import static org.airwarden.tracking.Traffic.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.airwarden.model.SensorReport;
import org.airwarden.model.Time;
import org.airwarden.tracking.Traffic.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What sensors, lines and clocks do wrong, one fault at a time, under three radars. */
class FaultsTest {
    private static final long SEED = 20260404;
    private static final int LENGTH = 240;

    private static Outcome without(int length, Predicate<SensorReport> lost) {
        List<SensorReport> all = reports(SEED, length);
        all.removeIf(lost);
        return run(all, length);
    }

    private static void print(String what, Outcome o) {
        System.out.printf(
                "%s: continuity %.4f, extra %.4f, most numbers %d, swaps %d, RMS %.1f m, back %d, %s%n",
                what,
                o.continuity(),
                o.extraShare(),
                o.mostNumbers(),
                o.swaps(),
                o.rms(),
                o.backwards,
                o.counters);
    }

    @Test
    void shouldHoldAllWhenNothingIsWrong() {
        Outcome sound = without(LENGTH, report -> false);
        print("sound", sound);
        assertThat(sound.continuity()).isEqualTo(1);
        assertThat(sound.extra).isZero();
        assertThat(sound.mostNumbers()).isEqualTo(1);
        assertThat(sound.counters.used()).isEqualTo(reports(SEED, LENGTH).size());
    }

    @Test
    void shouldKeepTracksWhenOneOfThreeRadarsIsSilent() {
        Outcome one =
                without(
                        LENGTH,
                        r -> r.sensor() == Sky.RADAR && seconds(r) >= 60 && seconds(r) < 120);
        print("one radar of three off for 60 s", one);
        assertThat(one.continuity()).isGreaterThanOrEqualTo(0.995);
        assertThat(one.mostNumbers()).isEqualTo(1);
        assertThat(one.extraShare()).isLessThanOrEqualTo(0.01);
    }

    @Test
    void shouldCoastAndComeBackWhenAllRadarsAreSilent() {
        Outcome all = without(LENGTH, r -> seconds(r) >= 60 && seconds(r) < 90);
        print("all radars off for 30 s", all);
        // Told to coast once the radar with the longest turn missed it: 60 s, a turn and its grace.
        for (int i = 0; i < COUNT; i++) {
            assertThat(all.coasting.get(i).ceiling(60))
                    .as("aircraft %d", i)
                    .isLessThanOrEqualTo(68);
            assertThat(all.coasting.get(i).ceiling(97)).as("aircraft %d", i).isNull();
        }
        assertThat(all.extraShare()).isLessThanOrEqualTo(0.01);
        assertThat(all.swaps()).isZero();
        assertThat(all.mostNumbers()).isLessThanOrEqualTo(2);
    }

    @Test
    void shouldKeepTracksWhenARadarFlaps() {
        Outcome flapping =
                without(
                        1_000,
                        r -> r.sensor() == Sky.SECOND_RADAR && (int) seconds(r) / 5 % 2 == 1);
        print("a radar flapping every 5 s", flapping);
        assertThat(flapping.continuity()).isGreaterThanOrEqualTo(0.995);
        assertThat(flapping.extraShare()).isLessThanOrEqualTo(0.01);
        assertThat(flapping.mostNumbers()).isEqualTo(1);
    }

    /** Greater jumps do not come here: the host keeps its clock from them. */
    @ParameterizedTest
    @ValueSource(doubles = {-0.4, 0.4})
    void shouldDropNoTrackWhenTheHostsClockJumps(double jump) {
        List<SensorReport> all = new ArrayList<>();
        for (SensorReport r : reports(SEED, LENGTH)) {
            long off = seconds(r) > 100 ? Time.ofSeconds(jump) : 0;
            all.add(Traffic.at(r, r.measured(), r.received() + off));
        }
        Outcome jumped = run(all, LENGTH);
        print("host's clock jumps by " + jump + " s", jumped);
        assertThat(jumped.continuity()).isGreaterThanOrEqualTo(0.995);
        assertThat(jumped.mostNumbers()).isEqualTo(1);
        assertThat(jumped.extra).isZero();
        assertThat(jumped.backwards).isZero();
    }

    @Test
    void shouldDropNoTrackWhenTheHostsClockIsSlewed() {
        List<SensorReport> all = new ArrayList<>();
        for (SensorReport r : reports(SEED, 600)) {
            all.add(
                    Traffic.at(
                            r, r.measured(), r.received() + Time.ofSeconds(500e-6 * seconds(r))));
        }
        Outcome slewed = run(all, 600);
        print("host's clock slewed by 500 ppm", slewed);
        assertThat(slewed.continuity()).isGreaterThanOrEqualTo(0.995);
        assertThat(slewed.mostNumbers()).isEqualTo(1);
    }

    /** A day's clock that starts anew and is resolved to the wrong day, and a replay a day late. */
    @ParameterizedTest
    @ValueSource(ints = {-86_400, 86_400})
    void shouldKeepTracksWhenASensorsDayIsWrong(int off) {
        List<SensorReport> all = new ArrayList<>();
        for (SensorReport r : reports(SEED, LENGTH)) {
            boolean wrong = r.sensor() == Sky.RADAR && seconds(r) > 100;
            all.add(Traffic.at(r, r.measured() + (wrong ? off * Time.SECOND : 0), r.received()));
        }
        Outcome outcome = run(all, LENGTH);
        print("one sensor's day is off by " + off + " s", outcome);
        assertThat(outcome.continuity()).isGreaterThanOrEqualTo(0.995);
        assertThat(outcome.mostNumbers()).isEqualTo(1);
        assertThat(outcome.extraShare()).isLessThanOrEqualTo(0.01);
        assertThat(outcome.counters.wrongClock()).isGreaterThan(300);
        assertThat(outcome.rms()).isLessThan(150);
    }

    @ParameterizedTest
    @CsvSource({"2, 0", "5, 0", "2, 1.2", "5, 0.03"})
    void shouldTellTheSameWhenReportsAreRepeated(int times, double apart) {
        List<SensorReport> once = reports(SEED, 120);
        List<SensorReport> often = new ArrayList<>();
        for (SensorReport r : once) {
            for (int k = 0; k < times; k++) {
                often.add(Traffic.at(r, r.measured(), r.received() + Time.ofSeconds(k * apart)));
            }
        }
        Outcome single = run(once, 122);
        Outcome repeated = run(often, 122);
        // A repetition that comes alone still moves the clock on: what is told is told then.
        if (apart == 0) {
            assertThat(repeated.changes).isEqualTo(single.changes);
        }
        assertThat(repeated.held).isEqualTo(single.held);
        assertThat(repeated.square).isEqualTo(single.square);
        assertThat(repeated.counters.used()).isEqualTo(single.counters.used());
        assertThat(repeated.counters.repeated()).isEqualTo((times - 1L) * once.size());
    }

    @ParameterizedTest
    @CsvSource({"0.5, 1.05", "2, 1.05", "10, 4"})
    void shouldNotMoveBackWhenReportsComeOutOfOrder(double window, double worse) {
        Random random = new Random(SEED);
        List<SensorReport> shuffled = new ArrayList<>();
        List<SensorReport> all = reports(SEED, LENGTH);
        List<SensorReport> late = new ArrayList<>();
        double usual = window <= 2 ? window / 2 : 0;
        for (SensorReport r : all) {
            long delay = Time.ofSeconds(window * random.nextDouble());
            shuffled.add(Traffic.at(r, r.measured(), r.received() + delay));
            late.add(Traffic.at(r, r.measured(), r.received() + Time.ofSeconds(usual)));
        }
        Outcome ordered = run(late, LENGTH);
        Outcome outcome = run(shuffled, LENGTH);
        print("all late by " + usual + " s", ordered);
        print("out of order within " + window + " s", outcome);
        assertThat(outcome.backwards).isZero();
        assertThat(outcome.rms()).isLessThanOrEqualTo(worse * ordered.rms());
        assertThat(outcome.swaps()).isZero();
        if (window <= 2) {
            assertThat(outcome.continuity()).isEqualTo(1);
            assertThat(outcome.mostNumbers()).isEqualTo(1);
            assertThat(outcome.extra).isZero();
        }
    }

    @Test
    void shouldDropAndCountWhatComesHalfAMinuteLate() {
        Random random = new Random(SEED);
        List<SensorReport> all = new ArrayList<>();
        int late = 0;
        for (SensorReport r : reports(SEED, LENGTH)) {
            boolean slow = seconds(r) > 60 && random.nextInt(20) == 0;
            late += slow && seconds(r) < LENGTH - 31 ? 1 : 0;
            all.add(Traffic.at(r, r.measured(), r.received() + (slow ? 30 * Time.SECOND : 0)));
        }
        Outcome outcome = run(all, LENGTH);
        print("one in 20 late by 30 s", outcome);
        assertThat(outcome.backwards).isZero();
        assertThat(outcome.continuity()).isGreaterThanOrEqualTo(0.99);
        assertThat(outcome.swaps()).isZero();
        assertThat(outcome.counters.late() + outcome.counters.wrongClock())
                .isGreaterThanOrEqualTo(late);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.99", "5, 0.99", "20, 0.97", "50, 0.85"})
    void shouldKeepIdentityWhenReportsAreLost(int percent, double continuity) {
        Random random = new Random(SEED + percent);
        int[] lost = {0};
        Outcome outcome =
                without(
                        LENGTH,
                        r -> {
                            boolean gone = random.nextInt(100) < percent;
                            lost[0] += gone ? 1 : 0;
                            return gone;
                        });
        print(percent + " % lost", outcome);
        assertThat(outcome.continuity()).isGreaterThanOrEqualTo(continuity);
        if (percent <= 20) {
            assertThat(outcome.swaps()).isZero();
            assertThat(outcome.mostNumbers()).isEqualTo(1);
            assertThat(outcome.counters.used() + lost[0]).isEqualTo(reports(SEED, LENGTH).size());
        }
    }

    @Test
    void shouldKeepIdentityWhenReportsAreLostInBursts() {
        Outcome outcome = without(LENGTH, r -> seconds(r) % 15 < 2 || seconds(r) % 37 < 2);
        print("bursts of 2 s lost", outcome);
        assertThat(outcome.continuity()).isGreaterThanOrEqualTo(0.99);
        assertThat(outcome.mostNumbers()).isEqualTo(1);
        assertThat(outcome.swaps()).isZero();
        assertThat(outcome.extra).isZero();
    }
}
