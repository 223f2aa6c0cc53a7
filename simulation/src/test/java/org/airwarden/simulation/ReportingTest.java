package org.airwarden.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.airwarden.geodesy.Terrain;
import org.airwarden.model.Observation;
import org.airwarden.model.Origin;
import org.airwarden.model.Sensor;
import org.airwarden.model.Strobe;
import org.junit.jupiter.api.Test;

/** What people, microphones and direction finders give, as reports. */
class ReportingTest {
    private static final long RECEIVED = 1_767_225_700_000_000_000L;

    private final Reporting reporting = new Reporting(scenario().build(), Terrain.SMOOTH);

    private static SmallScenario scenario() {
        SmallScenario scenario = new SmallScenario();
        for (SensorSite.Kind kind :
                new SensorSite.Kind[] {
                    SensorSite.Kind.DIRECTION_FINDER,
                    SensorSite.Kind.ACOUSTIC,
                    SensorSite.Kind.OBSERVERS
                }) {
            scenario.sensor(
                    SmallScenario.site(
                            kind.name().toLowerCase(java.util.Locale.ROOT),
                            kind,
                            null,
                            33.5,
                            36.2,
                            5,
                            9_000,
                            0,
                            0.9,
                            0));
        }
        return scenario;
    }

    private static Detection seen(int sensor) {
        Detection seen = new Detection();
        seen.sensor = sensor;
        seen.claimed = 10_000_000_000L;
        seen.ready = 70_000_000_000L;
        seen.azimuth = 1.25;
        seen.range = Double.NaN;
        seen.height = Double.NaN;
        seen.kind = PlatformClass.Kind.CRUISE_MISSILE;
        return seen;
    }

    @Test
    void aDirectionFinderTellsABearing() {
        assertThat(reporting.site().sensors().get(0).kind())
                .isEqualTo(Sensor.Kind.DIRECTION_FINDER);
        Strobe strobe = (Strobe) reporting.reports(seen(0), RECEIVED).getFirst();

        assertThat(strobe.kind()).isEqualTo(Strobe.Kind.EMISSION);
        assertThat(strobe.azimuth()).isEqualTo(1.25);
        assertThat(strobe.origin()).isEqualTo(Origin.SIMULATED);
        assertThat(strobe.received()).isEqualTo(RECEIVED);
    }

    @Test
    void microphonesTellADirectionAndAKind() {
        Observation told = (Observation) reporting.reports(seen(1), RECEIVED).getFirst();

        assertThat(told.direction()).isEqualTo(1.25);
        assertThat(told.distance()).isNaN();
        assertThat(told.highest()).isNaN();
        assertThat(told.type()).isEqualTo(Observation.Craft.MISSILE);
        assertThat(told.origin()).isEqualTo(Origin.SIMULATED);
    }

    @Test
    void peopleTellMoreAndLater() {
        Detection seen = seen(2);
        seen.range = 4_000;
        seen.height = 600;
        seen.kind = PlatformClass.Kind.DRONE;
        Observation told = (Observation) reporting.reports(seen, RECEIVED).getFirst();

        assertThat(told.distance()).isEqualTo(4_000);
        assertThat(told.distanceSigma()).isEqualTo(1_000, within(1e-9));
        assertThat(told.lowest()).isEqualTo(300, within(1e-9));
        assertThat(told.highest()).isEqualTo(900, within(1e-9));
        assertThat(told.type()).isEqualTo(Observation.Craft.DRONE);
        assertThat((told.spoken() - told.measured()) / 1e9).isEqualTo(60, within(1e-9));
    }
}
