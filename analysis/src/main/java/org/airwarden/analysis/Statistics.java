package org.airwarden.analysis;

import static org.airwarden.simulation.RunMeasure.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.airwarden.simulation.RunMeasure;

/** The figures that are told of every experiment. No state. */
public final class Statistics {
    private static final double NO_BOUND = Double.POSITIVE_INFINITY;

    private static final List<Statistic> SHARES =
            List.of(
                    share("leaker_share", "of the threats, those that struck", LEAKERS, THREATS),
                    share(
                            "destroyed_share",
                            "of the threats, those that were destroyed",
                            DESTROYED,
                            THREATS),
                    share(
                            "unserved_share",
                            "of the threats, those that no interceptor was sent to",
                            UNSERVED,
                            THREATS),
                    share(
                            "waited_share",
                            "of the threats, those that waited for a free channel",
                            WAITED,
                            THREATS),
                    share(
                            "unseen_share",
                            "of the threats, those that no post held",
                            UNSEEN,
                            THREATS),
                    quotient("shots_per_threat", "interceptors for a threat", SHOTS, THREATS),
                    share(
                            "shots_at_nothing_share",
                            "of the interceptors, those that met nothing",
                            SHOTS_AT_NOTHING,
                            SHOTS),
                    share(
                            "people_warned_share",
                            "of the people under fire, those who had been warned in time",
                            PEOPLE_WARNED,
                            PEOPLE_UNDER_FIRE),
                    share(
                            "impacts_warned_share",
                            "of the impacts in defended areas, those with a warning in time",
                            IMPACTS_WARNED,
                            IMPACTS),
                    share(
                            "warnings_without_impact_share",
                            "of the warnings, those for areas that nothing struck",
                            FALSE_WARNINGS,
                            WARNINGS),
                    new Statistic.Share(
                            "deliveries_cut_share",
                            "of the deliveries, those that were cut",
                            List.of(CUT),
                            List.of(DELIVERED, CUT),
                            1),
                    quotient(
                            "notice_where_struck_s",
                            "from the first track to the first impact, of runs with an impact (s)",
                            NOTICE,
                            STRUCK),
                    quotient(
                            "lead_where_struck_s",
                            "warning time of the first struck area, of runs with an impact (s)",
                            LEAD,
                            STRUCK),
                    chance("any_leaker", "runs in which a threat struck", LEAKERS),
                    new Statistic.Chance(
                            "no_leaker", "runs in which no threat struck", LEAKERS, true),
                    chance(
                            "any_civil_engaged",
                            "runs in which a civil aircraft was engaged",
                            CIVIL_ENGAGED),
                    chance(
                            "any_civil_destroyed",
                            "runs in which a civil aircraft was destroyed",
                            CIVIL_DESTROYED),
                    chance(
                            "any_ally_engaged",
                            "runs in which an own or third party's aircraft was engaged",
                            ALLIES_ENGAGED),
                    chance(
                            "any_ally_destroyed",
                            "runs in which an own or third party's aircraft was destroyed",
                            ALLIES_DESTROYED),
                    chance(
                            "any_people_under_fire",
                            "runs in which people were under fire",
                            PEOPLE_UNDER_FIRE),
                    chance(
                            "any_people_under_debris",
                            "runs in which debris fell on people",
                            PEOPLE_UNDER_DEBRIS),
                    chance(
                            "any_warning_without_impact",
                            "runs with a warning for nothing",
                            FALSE_WARNINGS),
                    chance("any_area_lost", "runs in which an area lost its function", AREAS_LOST),
                    chance("any_battery_empty", "runs in which a battery ran dry", EMPTY));

    private Statistics() {}

    private static Statistic share(String key, String words, RunMeasure over, RunMeasure under) {
        return new Statistic.Share(key, words, List.of(over), List.of(under), 1);
    }

    private static Statistic quotient(String key, String words, RunMeasure over, RunMeasure under) {
        return new Statistic.Share(key, words, List.of(over), List.of(under), NO_BOUND);
    }

    private static Statistic chance(String key, String words, RunMeasure measure) {
        return new Statistic.Chance(key, words, measure, false);
    }

    /** Returns the means of all measures. */
    public static List<Statistic> means() {
        List<Statistic> means = new ArrayList<>();
        for (RunMeasure measure : RunMeasure.values()) {
            means.add(new Statistic.Mean(measure));
        }
        return means;
    }

    /** Returns shares and quotients, and shares of runs. */
    public static List<Statistic> shares() {
        return SHARES;
    }

    /** Returns means, then shares. */
    public static List<Statistic> all() {
        List<Statistic> all = means();
        all.addAll(SHARES);
        return all;
    }

    /** Returns the figure of a name. */
    public static Optional<Statistic> named(String key) {
        return all().stream().filter(one -> one.key().equals(key)).findFirst();
    }
}
