package org.airwarden.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped library. */
class ScenariosTest {
    private static final String INDEX = "index.txt";

    static Stream<String> names() {
        return Scenarios.names().stream();
    }

    @Test
    void shouldListEveryFileOfTheFolder() throws IOException {
        try (Stream<Path> files = Files.walk(TestFiles.SCENARIOS)) {
            List<String> there =
                    files.filter(Files::isRegularFile)
                            .map(file -> TestFiles.SCENARIOS.relativize(file).toString())
                            .map(file -> file.replace('\\', '/'))
                            .filter(file -> !file.equals(INDEX))
                            .sorted()
                            .toList();
            assertThat(Files.readAllLines(TestFiles.SCENARIOS.resolve(INDEX))).isEqualTo(there);
        }
    }

    @Test
    void shouldHoldTheLessonsThatArePromised() {
        assertThat(Scenarios.names())
                .contains(
                        "damascus-2023-04-04",
                        "raid-2018-04-14",
                        "ilyushin-2018",
                        "ps752-2020",
                        "eastern-syria-2020",
                        "airports-under-attack",
                        "saturation-36",
                        "reference-raid",
                        "reinforced-before",
                        "reinforced-s300",
                        "reinforced-bavar",
                        "gnss-beirut",
                        "quiet-night");
    }

    @ParameterizedTest
    @MethodSource("names")
    void shouldBeReadable(String name) {
        Scenario scenario = Scenarios.shipped(name);
        assertThat(scenario.name()).isEqualTo(name);
        assertThat(scenario.title()).isEqualTo(Scenarios.title(name)).hasSizeLessThan(101);
        assertThat(scenario.lesson()).hasSizeGreaterThan(20);
        assertThat(scenario.sources()).isNotEmpty();
        assertThat(scenario.assumptions()).isNotEmpty();
        assertThat(scenario.catalogue().figures()).isNotEmpty();
    }

    @Test
    void shouldSayWhatIsNearWhereANameIsWrong() {
        assertThatThrownBy(() -> Scenarios.shipped("quiet-nigth"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("did you mean 'quiet-night'?");
    }

    /** The reference raid is what the benchmark says it is. */
    @Test
    void shouldHoldTheReferenceRaid() {
        Scenario raid = Scenarios.shipped("reference-raid");
        assertThat(raid.duration()).isEqualTo(600);
        assertThat(raid.flights()).hasSize(30).allMatch(flight -> flight.side() == Side.CIVIL);
        assertThat(raid.flows()).isEmpty();
        assertThat(raid.raid().stream().mapToDouble(wave -> wave.count().lo()).sum()).isEqualTo(36);
        assertThat(raid.posts()).hasSize(4);
        assertThat(raid.sensors()).hasSize(3);
        for (SensorSite sensor : raid.sensors()) {
            assertThat(sensor.falsePlots()).isEqualTo(Quantity.fixed(5));
            assertThat(raid.catalogue().radars().get(sensor.radar()))
                    .extracting(RadarClass::period)
                    .isEqualTo(10.0);
        }
    }

    /** The pair differs in what was added and in nothing else. */
    @ParameterizedTest
    @CsvSource({"reinforced-s300,s-300pmu2", "reinforced-bavar,bavar-373"})
    void shouldDifferInTheReinforcementAlone(String name, String system) {
        Scenario before = Scenarios.shipped("reinforced-before");
        Scenario after = Scenarios.shipped(name);
        assertThat(after.raid()).isEqualTo(before.raid());
        assertThat(after.flows()).isEqualTo(before.flows());
        assertThat(after.areas()).isEqualTo(before.areas());
        assertThat(after.events()).isEqualTo(before.events());
        assertThat(after.sensors())
                .hasSize(before.sensors().size() + 1)
                .containsAll(before.sensors());
        assertThat(after.posts()).hasSize(before.posts().size() + 1).containsAll(before.posts());
        assertThat(after.batteries())
                .hasSize(before.batteries().size() + 1)
                .containsAll(before.batteries());
        assertThat(after.batteries().getLast().system()).isEqualTo(system);
    }

    /**
     * The published case: seen at azimuth 250, really at 143; course 52, really 309; 19 km away
     * (Iranian civil aviation organisation, July 2020). The unit stands at a tenth of a degree, so
     * that this is right to some degrees alone.
     */
    @Test
    void shouldPutTheUnitWhereTheReportPutsIt() {
        Scenario scenario = Scenarios.shipped("ps752-2020");
        SensorSite unit = scenario.sensors().getFirst();
        assertThat(StrictMath.toDegrees(unit.north().lo())).isCloseTo(105, within(1e-9));
        assertThat(StrictMath.toDegrees(unit.north().hi())).isCloseTo(107, within(1e-9));
        List<Leg> route = scenario.flights().getFirst().route();
        double course = bearing(route.get(0).at(), route.get(1).at());
        assertThat(course).isCloseTo(309, within(6.0));
        // 02:43:56 is about seventy seconds after take-off: half way to the next point.
        Place seen =
                new Place(
                        (route.get(0).at().latitude() + route.get(1).at().latitude()) / 2,
                        (route.get(0).at().longitude() + route.get(1).at().longitude()) / 2);
        assertThat(bearing(unit.at(), seen)).isCloseTo(143, within(12.0));
        assertThat(distance(unit.at(), seen)).isBetween(15_000.0, 25_000.0);
        assertThat(scenario.raid()).isEmpty();
        assertThat(scenario.catalogue().platforms().get("ps752"))
                .extracting(PlatformClass::people)
                .isEqualTo(176);
    }

    @Test
    void shouldAddOneSafeguardToPs752() {
        Scenario before = Scenarios.shipped("ps752-2020");
        Scenario after = Scenarios.shipped("ps752-2020-checked");
        assertThat(after.sensors()).isEqualTo(before.sensors());
        Post unit = after.posts().getLast();
        assertThat(unit.doctrine().checksRegistration()).isTrue();
        assertThat(unit.links()).extracting(Link::from).contains("adsb-tehran");
    }

    /** Great circles from the Golan line (33.125 N 35.824 E), as published in km. */
    @ParameterizedTest
    @CsvSource({
        "Damascus International,72",
        "Mezzeh,54",
        "Al-Kiswah,47",
        "Suwayda,84",
        "Sayyida Zeinab,59",
        "Shayrat,182",
        "T4,228",
        "Hmeimim,253",
        "Aleppo,363",
        "Albu Kamal,493",
        "Deir ez-Zor,467"
    })
    void shouldKnowPlacesByTheirDistances(String name, double kilometres) {
        Place place = Gazetteer.shipped().place(name);
        assertThat(place).isNotNull();
        double distance = distance(Place.ofDegrees(33.125, 35.824), place);
        assertThat(distance / 1_000).isCloseTo(kilometres, within(1.2));
    }

    /** Single values can be changed from outside, as factors of an experiment are. */
    @Test
    void shouldChangeSingleValues() {
        SortedMap<String, String> changes = new TreeMap<>();
        changes.put("posts/coast/doctrine/asks-friend", "true");
        changes.put("flights/il-20/answers", "{transponder: mode-ac, friend: true}");
        changes.put("batteries/s-200-coast/kill", "0.1..0.2");
        Scenario scenario = Scenarios.shipped("ilyushin-2018", changes);
        assertThat(scenario.posts().getLast().doctrine().asksFriend()).isTrue();
        assertThat(scenario.flights().getFirst().answering().friend()).isTrue();
        assertThat(scenario.batteries().getFirst().kill())
                .containsExactly(new Battery.Chance(null, Quantity.uniform(0.1, 0.2)));
        assertThatThrownBy(() ->
                        Scenarios.shipped(
                                "ilyushin-2018",
                                new TreeMap<>(Map.of("posts/nobody/status", "hold"))))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("leads nowhere");
    }

    /** A twin in space is its twin without geometry, with places in it and no window. */
    @Test
    void shouldTakeKeysAwayByAnEmptyChange() {
        Scenario without = Scenarios.shipped("look-shoot-07-2");
        Scenario with = Scenarios.shipped("look-shoot-07-2-geometry");
        assertThat(without.raid().getFirst().window()).isEqualTo(Quantity.fixed(99));
        assertThat(without.batteries().getFirst().busy()).isEqualTo(Quantity.fixed(1));
        assertThat(with.raid().getFirst().window()).isNull();
        assertThat(with.batteries().getFirst().busy()).isNull();
        assertThat(with.geometry()).isTrue();
        assertThat(with.posts().getFirst().doctrine())
                .isEqualTo(without.posts().getFirst().doctrine());
    }

    /** Nothing is finer than a tenth of a degree, but what bears a public name. */
    @ParameterizedTest
    @MethodSource("names")
    void shouldKeepPositionsCoarse(String name) {
        Consumer<Place> coarse =
                place -> {
                    double latitude = StrictMath.toDegrees(place.latitude()) * 10;
                    double longitude = StrictMath.toDegrees(place.longitude()) * 10;
                    boolean onGrid =
                            Math.abs(latitude - Math.rint(latitude)) < 1e-6
                                    && Math.abs(longitude - Math.rint(longitude)) < 1e-6;
                    assertThat(onGrid || isPublic(place)).as(name + " " + place).isTrue();
                };
        Scenario scenario = Scenarios.shipped(name);
        scenario.sensors().forEach(sensor -> coarse.accept(sensor.at()));
        scenario.posts().forEach(post -> coarse.accept(post.at()));
        scenario.batteries().forEach(battery -> coarse.accept(battery.at()));
    }

    private static boolean isPublic(Place place) {
        return Scenarios.resource("gazetteer.csv")
                .lines()
                .skip(1)
                .map(line -> Gazetteer.shipped().place(line.split(",", -1)[0]))
                .anyMatch(place::equals);
    }

    /** Haversine on a sphere of 6,371 km, as the published distances were computed. */
    private static double distance(Place a, Place b) {
        double north = StrictMath.sin((b.latitude() - a.latitude()) / 2);
        double east = StrictMath.sin((b.longitude() - a.longitude()) / 2);
        double across = StrictMath.cos(a.latitude()) * StrictMath.cos(b.latitude());
        return 2 * 6_371_000 * StrictMath.asin(Math.sqrt(north * north + across * east * east));
    }

    private static double bearing(Place from, Place to) {
        double east = (to.longitude() - from.longitude()) * StrictMath.cos(from.latitude());
        double north = to.latitude() - from.latitude();
        return (StrictMath.toDegrees(StrictMath.atan2(east, north)) + 360) % 360;
    }
}
