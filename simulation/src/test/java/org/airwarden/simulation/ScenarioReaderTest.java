package org.airwarden.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.airwarden.simulation.Answering.Equipment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioReaderTest {
    private static final String HEAD =
            """
            name: mine
            title: Mine
            lesson: None.
            sources: [a test]
            start: 2026-01-01T00:00:01.5Z
            duration: 10 min
            """;

    private static Scenario read(String more) {
        return ScenarioReader.parse("mine.yaml", HEAD + more);
    }

    @Test
    void shouldReadUnitsIntoSiAndRadians() {
        Scenario scenario =
                read(
                        """
                        pressure-offset: 100 m
                        sensors:
                          - {name: radar, kind: radar, radar: p-18-metric, at: [33.4, 36.5], mast: 30 ft, range: 100 NM, north: 107 deg, time-bias: -20 ms}
                        flights:
                          - {name: one, platform: airliner, side: civil, begins: 0.5 min, route: [{at: [33.4, 36.5], height: FL350, speed: 460 kt}, {at: Mezzeh, height: FL100..120}]}
                        """);
        assertThat(scenario.start())
                .isEqualTo(
                        Instant.parse("2026-01-01T00:00:01Z").getEpochSecond() * 1_000_000_000L
                                + 500_000_000L);
        assertThat(scenario.duration()).isEqualTo(600);
        SensorSite radar = scenario.sensors().getFirst();
        assertThat(radar.mast()).isCloseTo(9.144, within(1e-12));
        assertThat(radar.range()).isCloseTo(185_200, within(1e-6));
        assertThat(radar.north().lo()).isCloseTo(StrictMath.toRadians(107), within(1e-12));
        assertThat(radar.timeBias().lo()).isCloseTo(-0.02, within(1e-12));
        assertThat(radar.at()).isEqualTo(Place.ofDegrees(33.4, 36.5));
        FlightOrder flight = scenario.flights().getFirst();
        assertThat(flight.begins()).isEqualTo(Quantity.fixed(30));
        Leg first = flight.route().getFirst();
        // A flight level is a pressure height: geometric is less by the offset.
        assertThat(first.height()).isEqualTo(Quantity.fixed(350 * 30.48 - 100));
        assertThat(first.speed().lo()).isCloseTo(460 * 1_852 / 3_600.0, within(1e-9));
        Leg second = flight.route().getLast();
        assertThat(second.height())
                .isEqualTo(Quantity.uniform(100 * 30.48 - 100, 120 * 30.48 - 100));
        assertThat(second.speed()).isNull();
        assertThat(flight.answering())
                .isEqualTo(new Answering(Equipment.ADSB, -1, -1, null, false, true));
    }

    @Test
    void shouldReadEveryShapeOfQuantity() {
        Problems problems = new Problems();
        QuantityText text = new QuantityText(problems);
        Span time = Span.time(0, 1_000);
        assertThat(quantity(text, "20 s", time)).isEqualTo(Quantity.fixed(20));
        assertThat(quantity(text, "4..8 s", time)).isEqualTo(Quantity.uniform(4, 8));
        assertThat(quantity(text, "1..2..5 min", time))
                .isEqualTo(Quantity.triangular(60, 120, 300));
        assertThat(quantity(text, "{lo: 4 s, hi: 1 min}", time)).isEqualTo(Quantity.uniform(4, 60));
        assertThat(quantity(text, "{lo: 4 s, mode: 5 s, hi: 8 s}", time))
                .isEqualTo(Quantity.triangular(4, 5, 8));
        assertThat(quantity(text, "{lo: 1 s, hi: 100 s, scale: log}", time))
                .isEqualTo(new Quantity(Quantity.Shape.LOG_UNIFORM, 1, 1, 100));
        assertThat(quantity(text, "{mean: 20 s}", time)).isEqualTo(Quantity.exponential(20));
        assertThat(quantity(text, "0", time)).isEqualTo(Quantity.ZERO);
        assertThat(quantity(text, "20..80 %", Span.SHARE)).isEqualTo(Quantity.uniform(0.2, 0.8));
        assertThat(quantity(text, ".5", Span.SHARE)).isEqualTo(Quantity.fixed(0.5));
        assertThat(quantity(text, "1e-6", Span.SHARE)).isEqualTo(Quantity.fixed(1e-6));
        assertThat(problems.isEmpty()).isTrue();
        for (String wrong :
                List.of(
                        "1...2 s",
                        "s",
                        "..2 s",
                        "2.. s",
                        "1..2..3..4 s",
                        "NaN s",
                        "Infinity s",
                        "1 s 2",
                        "FL100",
                        "{lo: 1 s}",
                        "{mean: 1 s, hi: 2 s}",
                        "{lo: 0 s, hi: 1 s, scale: log}",
                        "[1 s]",
                        "''",
                        "2000 s",
                        "-1 s",
                        "1e999 s")) {
            Problems found = new Problems();
            assertThat(quantity(new QuantityText(found), wrong, time)).as(wrong).isNull();
            assertThat(found.all()).as(wrong).hasSize(1);
        }
    }

    private static Quantity quantity(QuantityText reader, String text, Span span) {
        Problems problems = new Problems();
        YamlTree tree = YamlText.parse("q", text, problems);
        assertThat(tree).as(text).isNotNull();
        return reader.read(tree, "q", span);
    }

    @Test
    void shouldPutSuperiorsFirst() {
        Scenario scenario =
                read(
                        """
                        sensors: [{name: eyes, kind: observers, at: Mezzeh, range: 8 km, delay: 60 s}]
                        posts:
                          - {name: low, at: Mezzeh, superior: middle, links: [eyes]}
                          - {name: middle, at: Mezzeh, superior: high, links: [{from: low, delay: 1 s}]}
                          - {name: high, at: Mezzeh, links: [middle]}
                        """);
        assertThat(scenario.posts())
                .extracting(Post::name)
                .containsExactly("high", "middle", "low");
    }

    @Test
    void shouldWriteAliasesOut() {
        Scenario scenario =
                read(
                        """
                        sensors: [{name: eyes, kind: observers, at: Mezzeh, range: 8 km, delay: 60 s}]
                        posts:
                          - {name: one, at: Mezzeh, links: [eyes], crew: &crew {decision: 5..9 s}}
                          - {name: other, at: Mezzeh, links: [eyes], crew: *crew}
                        """);
        assertThat(scenario.posts().getLast().crew()).isEqualTo(scenario.posts().getFirst().crew());
    }

    @Test
    void shouldNotGrowByAliases() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a" + i + ": &a" + i + " [");
            for (int k = 0; k < 9; k++) {
                bomb.append(k == 0 ? "" : ", ").append("*a" + (i - 1));
            }
            bomb.append("]\n");
        }
        assertThatThrownBy(() -> read(bomb.toString())).isInstanceOf(ScenarioException.class);
    }

    /** Builds upon a file beside it, and takes away, adds and changes. */
    @Test
    void shouldBuildUponAFileBesideIt(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("base.yaml"),
                HEAD
                        + """
                        sensors:
                          - {name: one, kind: adsb, at: Mezzeh, range: 100 km}
                          - {name: other, kind: adsb, at: Mezzeh, range: 100 km}
                        """);
        Path file = folder.resolve("mine.yaml");
        Files.writeString(
                file,
                """
                extends: base.yaml
                name: changed
                title: Changed
                lesson: None.
                duration: 5 min
                remove: [other]
                change: {sensors/one/range: 50 km}
                add: {sensors: [{name: third, kind: adsb, at: Mezzeh, range: 10 km}]}
                """);
        Scenario scenario = ScenarioReader.read(file);
        assertThat(scenario.name()).isEqualTo("changed");
        assertThat(scenario.duration()).isEqualTo(300);
        assertThat(scenario.sources()).containsExactly("a test");
        assertThat(scenario.sensors()).extracting(SensorSite::name).containsExactly("one", "third");
        assertThat(scenario.sensors().getFirst().range()).isEqualTo(50_000);
    }

    @Test
    void shouldNotBuildUponItself(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("mine.yaml");
        Files.writeString(file, "extends: mine.yaml\nname: mine\ntitle: Mine\nlesson: None.\n");
        assertThatThrownBy(() -> ScenarioReader.read(file))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("circle");
    }

    @Test
    void shouldSayWhereAFileIsNoText(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("mine.yaml");
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThatThrownBy(() -> ScenarioReader.read(file))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void shouldHaveAClassOfItsOwn() {
        Scenario scenario =
                read(
                        """
                        catalogue:
                          platforms:
                            my-drone:
                              title: mine
                              kind: drone
                              stated: {basis: assumed, source: "a test", date: 2026}
                              speed: 40..60 m/s
                              height: 300 m
                              cross-section: {value: 0.1 m2, basis: claim, source: "its maker", date: 2025-05}
                              fluctuation: 1
                              people: 0
                              effect-radius: 50 m
                        raid:
                          - {name: drones, platform: my-drone, count: 3, route: [Quneitra, Mezzeh]}
                        """);
        assertThat(scenario.catalogue().platforms()).containsOnlyKeys("my-drone");
        assertThat(scenario.catalogue().figures()).hasSize(6);
        PlatformClass drone = scenario.catalogue().platforms().get("my-drone");
        assertThat(drone.crossSection())
                .isEqualTo(
                        new Figure(
                                Quantity.fixed(0.1), Figure.Basis.CLAIM, "its maker", "2025-05"));
        assertThat(drone.speed().basis()).isEqualTo(Figure.Basis.ASSUMED);
        assertThat(scenario.catalogue().figures().getFirst().written())
                .isEqualTo("40 m/s to 60 m/s");
    }

    /** Whatever is done to a file, the reader says what is wrong, or reads it; it never fails. */
    @Test
    void shouldStandDamagedFiles() {
        List<String> names = new ArrayList<>(Scenarios.names());
        int read = 0;
        int refused = 0;
        for (int seed = 0; seed < 800; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            String text = Scenarios.text(names.get(random.nextInt(names.size())));
            String damaged = damaged(text, random);
            try {
                ScenarioReader.parse("seed-" + seed, damaged);
                read++;
            } catch (ScenarioException wrong) {
                refused++;
                assertThat(wrong.problems()).as("seed " + seed).isNotEmpty();
                for (ScenarioProblem problem : wrong.problems()) {
                    assertThat(problem.line()).as("seed " + seed).isPositive();
                    assertThat(problem.column()).as("seed " + seed).isPositive();
                    assertThat(problem.toString()).as("seed " + seed).doesNotContain("\n");
                    assertThat(problem.remedy()).as("seed " + seed).isNotBlank();
                }
            }
        }
        assertThat(read).isPositive();
        assertThat(refused).isGreaterThan(250);
    }

    private static String damaged(String text, SplittableRandom random) {
        StringBuilder damaged = new StringBuilder(text);
        String alphabet = "{}[]:,-&*'\"#|>%@! \n\tx09.eé\u0000";
        int edits = 1 + random.nextInt(3);
        for (int i = 0; i < edits && damaged.length() > 10; i++) {
            int at = random.nextInt(damaged.length() - 5);
            switch (random.nextInt(5)) {
                case 0 -> damaged.deleteCharAt(at);
                case 1 -> damaged.insert(at, alphabet.charAt(random.nextInt(alphabet.length())));
                case 2 -> damaged.setCharAt(at, alphabet.charAt(random.nextInt(alphabet.length())));
                case 3 -> {
                    int to = Math.min(damaged.length(), at + random.nextInt(60));
                    damaged.insert(random.nextInt(damaged.length()), damaged.substring(at, to));
                }
                default -> {
                    // A word in another's place: what somebody pastes into the wrong line.
                    int from = damaged.indexOf(": ", at);
                    int to = from < 0 ? -1 : damaged.indexOf("\n", from);
                    if (from > 0 && to > from) {
                        damaged.replace(from + 2, to, "[]");
                    }
                }
            }
        }
        return damaged.toString();
    }
}
