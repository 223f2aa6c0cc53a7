package org.airwarden.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PicturesTest {
    @TempDir private Path folder;

    private static Element parsed(Path file) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement();
    }

    private static int count(Element svg, String tag, String attribute, String value) {
        NodeList all = svg.getElementsByTagName(tag);
        int count = 0;
        for (int k = 0; k < all.getLength(); k++) {
            count += ((Element) all.item(k)).getAttribute(attribute).equals(value) ? 1 : 0;
        }
        return count;
    }

    /** Truth has a line for each target; a line breaks where its track was not there for a time. */
    @Test
    void shouldDrawEachTargetAndEachTrack() throws Exception {
        Scenarios.write("crossing", 3, folder);
        StateTable truth = StateTable.readTruth(folder.resolve("truth.csv.gz"), -1e9, 1e9);
        StateTable tracks =
                Tables.tracks(
                        folder,
                        "0 1<2 0 0 0\n4 1<2 900 0 0\n8 1<2 1800 0 0\n16 1<2 3600 0 0\n12 9 0 0 0");
        Path map = folder.resolve("map.svg");
        Pictures.drawTracks(
                "A & B",
                truth,
                tracks,
                folder.resolve("sensors.csv"),
                folder.resolve("plots.csv.gz"),
                map);
        Element svg = parsed(map);
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("A & B");
        assertThat(count(svg, "path", "stroke-width", "4")).as("truth, legend").isEqualTo(11);
        assertThat(count(svg, "path", "stroke-width", "1.6")).as("tracks, legend").isEqualTo(5);
        NodeList paths = svg.getElementsByTagName("path");
        int broken = 0;
        for (int k = 0; k < paths.getLength(); k++) {
            Element path = (Element) paths.item(k);
            String steps = path.getAttribute("d");
            if (path.getAttribute("stroke-width").equals("1.6") && steps.split("M").length == 3) {
                assertThat(steps.split("L")).hasSize(3);
                broken++;
            }
        }
        assertThat(broken).isEqualTo(1);
        assertThat(Files.readString(map)).contains("1&lt;2", " km<");
    }

    @Test
    void shouldDrawTheScore() throws Exception {
        Scenarios.write("crossing", 3, folder);
        StateTable truth = StateTable.readTruth(folder.resolve("truth.csv.gz"), -1e9, 1e9);
        StateTable tracks = Tables.tracks(folder, "");
        Gospa gospa = new Gospa(truth, tracks, ScoreSettings.USUAL);
        Path file = folder.resolve("score.svg");
        Pictures.drawScore("Score", truth, tracks, gospa, null, file);
        // All ten missed at all times: 10 * c² / 2.
        assertThat(Files.readString(file)).contains("mean 2236.1 m", "localisation", "missed");
        assertThat(parsed(file).getAttribute("width")).isEqualTo("1080");
    }
}
