package org.airwarden.simulation;

/** What is measured in a run. A share is told as two measures, of which it is the quotient. */
public enum RunMeasure {
    /** Weapons of the raid that appeared, and aircraft of it that go for an aim. */
    THREATS("threats", "weapons of the raid"),
    /** Threats that struck. */
    LEAKERS("leakers", "threats that struck"),
    /** Threats that were destroyed. */
    DESTROYED("destroyed", "threats that were destroyed"),
    /** Threats that no battery served before they struck. */
    UNSERVED("unserved", "threats that struck without an interceptor sent"),
    /** Threats that were served, but not at once. */
    WAITED("waited", "threats that waited for a free channel"),
    /** Threats that no post held before they struck. */
    UNSEEN("unseen", "threats that struck and that no post held"),
    /** Interceptors launched. */
    SHOTS("shots", "interceptors launched"),
    /** Interceptors that met nothing. */
    SHOTS_AT_NOTHING("shots_at_nothing", "interceptors that met nothing"),
    /** Civil aircraft engaged. */
    CIVIL_ENGAGED("civil_engaged", "civil aircraft that interceptors were sent to or met"),
    /** Civil aircraft destroyed. */
    CIVIL_DESTROYED("civil_destroyed", "civil aircraft destroyed"),
    /** The defender's own and third parties' aircraft engaged. */
    ALLIES_ENGAGED(
            "allies_engaged", "own and third-party aircraft that interceptors were sent to or met"),
    /** The defender's own and third parties' aircraft destroyed. */
    ALLIES_DESTROYED("allies_destroyed", "own and third-party aircraft destroyed"),
    /** People aboard aircraft that were destroyed by mistake. */
    PEOPLE_ABOARD("people_aboard_lost", "people aboard aircraft that were destroyed by mistake"),
    /** People within reach of impacts. */
    PEOPLE_UNDER_FIRE("people_under_fire", "people within reach of impacts"),
    /** Of them, those who had been warned early enough to take shelter. */
    PEOPLE_WARNED("people_under_fire_warned", "of them, warned early enough to take shelter"),
    /** People where debris fell. */
    PEOPLE_UNDER_DEBRIS("people_under_debris", "people where debris fell"),
    /** Impacts in places that had a warning. */
    IMPACTS_WARNED("impacts_warned", "impacts in areas that had been warned in time"),
    /** Impacts in defended areas. */
    IMPACTS("impacts", "impacts in defended areas"),
    /** From the first detection of the raid to its first impact. */
    NOTICE("notice_s", "time from the first track of the raid to its first impact (s)"),
    /** Runs in which there was an impact: what {@link #NOTICE} and {@link #LEAD} are over. */
    STRUCK("struck", "whether anything struck"),
    /** From the first warning of a struck area to the first impact in it. */
    LEAD("lead_s", "warning time of the first struck area (s), 0 without"),
    /** Warnings released. */
    WARNINGS("warnings", "warnings released"),
    /** Of them, for areas that nothing struck. */
    FALSE_WARNINGS("warnings_without_impact", "of them, for areas that nothing struck"),
    /** People times minutes in shelter for nothing. */
    FALSE_MINUTES("false_alarm_person_minutes", "people times minutes in shelter for nothing"),
    /** Minutes that airports were closed. */
    AIRPORT_CLOSED("airport_closed_min", "minutes that airports were closed, summed"),
    /** Areas that lost their function. */
    AREAS_LOST("areas_lost", "areas that lost their function"),
    /** Deliveries that came through. */
    DELIVERED("deliveries", "deliveries that came through"),
    /** Deliveries that were cut. */
    CUT("deliveries_cut", "deliveries that were cut"),
    /** Batteries that ran out of interceptors. */
    EMPTY("batteries_empty", "times that a battery ran out of interceptors");

    private final String key;
    private final String words;

    RunMeasure(String key, String words) {
        this.key = key;
        this.words = words;
    }

    /** Returns its name in files. */
    public String key() {
        return key;
    }

    /** Returns what it is, for people. */
    public String words() {
        return words;
    }
}
