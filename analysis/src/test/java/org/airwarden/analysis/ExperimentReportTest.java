package org.airwarden.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.airwarden.geodesy.Terrain;
import org.airwarden.simulation.Scenario;
import org.airwarden.simulation.ScenarioReader;
import org.airwarden.simulation.Scenarios;
import org.airwarden.simulation.Simulator;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** The page: whole in one file, marked, with every figure, assumption and source. */
class ExperimentReportTest {
    private static final String CHANGED =
            """
            extends: erlang-b-6-6
            name: marked
            title: "Less than <b> & more"
            lesson: a lesson
            add:
              assumptions: ["Nobody <script>alert(1)</script> is awake."]
              sources: ["A & B, 1999"]
            """;

    private static String page() {
        Scenario scenario = ScenarioReader.parse("test.yaml", CHANGED);
        Simulator simulator =
                new Simulator(scenario, Terrain.SMOOTH, Simulator.Sensing.PROBABILITY);
        RunTable runs =
                MonteCarlo.run(simulator, new MonteCarlo.Plan(1, 30, 1, null), (done, most) -> {});
        return ExperimentReport.html(
                new Experiment(scenario, Simulator.Sensing.PROBABILITY, 1, runs, 0.95),
                simulator.runWithChronicle(1, 0));
    }

    @Test
    void shouldTellEverythingInOneFile() {
        String page = page();

        assertThat(page.substring(0, page.indexOf("</head>")))
                .contains("<title>EXERCISE - SIMULATED");
        assertThat(page)
                .contains("Less than &lt;b&gt; &amp; more", "A &amp; B, 1999")
                .contains("Nobody &lt;script&gt;", "theory has no figures of this kind")
                .contains("interceptor-speed", "What happened when", "One run, as it went")
                .doesNotContain("<script", "src=", "href=", "url(http", "@import");
        for (Statistic one : Statistics.all()) {
            assertThat(page).contains(HtmlPage.escaped(one.words()), one.key());
        }
        assertThat(page()).isEqualTo(page);
    }

    /** What is drawn is XML, so that any browser draws it. */
    @Test
    void shouldDrawWellFormedPictures() throws Exception {
        String page = page();
        int drawings = 0;
        for (int at = page.indexOf("<svg"); at >= 0; at = page.indexOf("<svg", at + 1)) {
            String svg = page.substring(at, page.indexOf("</svg>", at) + 6);
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)));
            assertThat(svg).doesNotContain("NaN", "Infinity");
            drawings++;
        }
        assertThat(drawings).isGreaterThan(3);
    }

    /** Comments and the file's name do not count; what the scenario says does. */
    @Test
    void shouldKnowAScenarioByWhatItSays() {
        String hash = ScenarioHash.of(ScenarioReader.parse("a.yaml", CHANGED));

        assertThat(hash).matches("[0-9a-f]{64}");
        assertThat(ScenarioHash.of(ScenarioReader.parse("b.yaml", "# so\n" + CHANGED)))
                .isEqualTo(hash);
        assertThat(ScenarioHash.of(Scenarios.shipped("erlang-b-6-6"))).isNotEqualTo(hash);
    }
}
