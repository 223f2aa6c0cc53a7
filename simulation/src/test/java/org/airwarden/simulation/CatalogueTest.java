package org.airwarden.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The shipped catalogue: what is published, as intervals, with who says so. */
class CatalogueTest {
    private static final Catalogue CATALOGUE = Scenarios.catalogue();

    @Test
    void shouldHoldEverySystemAndPlatform() {
        assertThat(CATALOGUE.systems())
                .containsOnlyKeys(
                        "s-300pmu1",
                        "s-300pmu2",
                        "bavar-373",
                        "s-200",
                        "buk-m2e",
                        "pantsir-s1",
                        "khordad-3",
                        "khordad-15",
                        "s-75",
                        "s-125",
                        "kub",
                        "osa",
                        "tor-m1");
        assertThat(CATALOGUE.radars())
                .containsKeys(
                        "p-18-metric",
                        "p-12-metric",
                        "p-37-class",
                        "modern-3d",
                        "meraj-4",
                        "bashir");
        assertThat(CATALOGUE.platforms())
                .containsKeys(
                        "fath-360",
                        "scud-class",
                        "cruise-missile",
                        "glide-bomb",
                        "one-way-drone",
                        "small-decoy",
                        "strike-aircraft",
                        "tanker",
                        "transport",
                        "helicopter",
                        "airliner",
                        "il-20m");
    }

    @Test
    void shouldSayOfEveryFigureWhoSaysSoAndWhen() {
        assertThat(CATALOGUE.figures())
                .isNotEmpty()
                .allSatisfy(entry -> {
                    assertThat(entry.figure().source()).as(entry.toString()).isNotBlank();
                    assertThat(entry.figure().date())
                            .as(entry.toString())
                            .matches("\\d{4}(-\\d{2}(-\\d{2})?)?");
                    assertThat(entry.figure().date().substring(0, 4)).isBetween("1950", "2026");
                });
        // What has no source is called an assumption, and the other way round.
        for (Catalogue.Entry entry : CATALOGUE.figures()) {
            if (entry.figure().source().startsWith("no source")) {
                assertThat(entry.figure().basis())
                        .as(entry.toString())
                        .isEqualTo(Figure.Basis.ASSUMED);
            }
        }
    }

    /** Every class gives every figure that its sort has, each once. */
    @Test
    void shouldGiveEveryFigureOfEveryClass() {
        Map<String, List<String>> figures =
                CATALOGUE.figures().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Catalogue.Entry::of,
                                        TreeMap::new,
                                        Collectors.mapping(
                                                Catalogue.Entry::what, Collectors.toList())));
        for (String name : CATALOGUE.systems().keySet()) {
            assertThat(figures.get(name))
                    .as(name)
                    .containsExactlyInAnyOrder(
                            "minimum-range",
                            "effective-range",
                            "kinematic-range",
                            "floor",
                            "ceiling",
                            "interceptor-speed",
                            "channels",
                            "salvo-interval",
                            "ready",
                            "reload",
                            "reaction",
                            "set-up");
        }
        for (String name : CATALOGUE.platforms().keySet()) {
            assertThat(figures.get(name)).as(name).hasSize(6);
        }
        for (String name : CATALOGUE.radars().keySet()) {
            assertThat(figures.get(name)).as(name).hasSizeBetween(9, 10);
        }
    }

    @Test
    void shouldKeepEffectiveAndKinematicRangeApart() {
        for (SystemClass system : CATALOGUE.systems().values()) {
            Quantity effective = system.effectiveRange().value();
            Quantity kinematic = system.kinematicRange().value();
            assertThat(effective.lo()).as(system.name()).isLessThan(kinematic.hi());
            assertThat(effective.hi()).as(system.name()).isLessThanOrEqualTo(kinematic.hi());
            assertThat(effective.isFixed()).as(system.name()).isFalse();
        }
    }

    @Test
    void shouldGiveNoSystemAnotherSpeedThanEncyclopaediasAllow() {
        for (SystemClass system : CATALOGUE.systems().values()) {
            Quantity speed = system.interceptorSpeed().value();
            assertThat(speed.lo()).as(system.name()).isBetween(300.0, 1_000.0);
            assertThat(speed.hi()).as(system.name()).isBetween(450.0, 1_500.0);
        }
    }

    @Test
    void shouldMarkThoseWhoMustNotBeHit() {
        assertThat(
                        CATALOGUE.platforms().values().stream()
                                .filter(PlatformClass::mustNotBeHit)
                                .map(PlatformClass::name))
                .containsExactlyInAnyOrder("airliner", "ps752", "il-20m", "medical-helicopter");
        assertThat(CATALOGUE.platforms().get("il-20m").people()).isEqualTo(15);
    }

    /** Figures that were published, by hand. */
    @Test
    void shouldHoldWhatWasPublished() {
        SystemClass s200 = CATALOGUE.systems().get("s-200");
        assertThat(s200.largestEcho()).isTrue();
        assertThat(s200.channels().value()).isEqualTo(Quantity.fixed(1));
        assertThat(s200.kinematicRange().value()).isEqualTo(Quantity.uniform(225_000, 300_000));
        SystemClass bavar = CATALOGUE.systems().get("bavar-373");
        assertThat(bavar.confidence()).isEqualTo(SystemClass.Confidence.CONTESTED);
        assertThat(bavar.ceiling().value()).isEqualTo(Quantity.fixed(27_000));
        assertThat(bavar.ceiling().basis()).isEqualTo(Figure.Basis.CLAIM);
        assertThat(bavar.ceiling().date()).isEqualTo("2019-08-22");
        SystemClass s300 = CATALOGUE.systems().get("s-300pmu2");
        assertThat(s300.salvoInterval().value()).isEqualTo(Quantity.fixed(3));
        PlatformClass fath = CATALOGUE.platforms().get("fath-360");
        assertThat(fath.speed().value().lo()).isLessThan(1_085);
        assertThat(fath.speed().value().hi()).isGreaterThan(1_085);
    }
}
