package org.airwarden.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.airwarden.app.Program.Result;
import org.airwarden.simulation.ScenarioReader;
import org.airwarden.simulation.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioCommandTest {
    @TempDir private Path folder;

    @Test
    void shouldListNamesFirstAndNoHeading() throws Exception {
        Result list = Program.run("scenario", "list");

        assertThat(list.exitCode()).as(list.err()).isZero();
        List<String> names = list.out().lines().map(line -> line.split(" ", 2)[0]).toList();
        assertThat(names).containsExactlyElementsOf(Scenarios.names());
        assertThat(list.out()).contains("quiet-night", "A quiet night, and what goes wrong anyway");
    }

    @Test
    void shouldShowWhatCanBeCheckedAgain() throws Exception {
        Result show = Program.run("scenario", "show", "quiet-night");
        Path mine = Files.writeString(folder.resolve("mine.yaml"), show.out());
        Result check = Program.run("scenario", "check", mine.toString(), "ilyushin-2018");

        assertThat(show.exitCode()).as(show.err()).isZero();
        assertThat(check.exitCode()).as(check.err()).isZero();
        assertThat(check.out().lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith(mine + ": good: quiet-night, 1800 s, flights 5,");
    }

    @Test
    void shouldNameEveryLineAndRemedy() throws Exception {
        String text =
                Scenarios.text("quiet-night")
                        .replace("duration: 30 min", "duration: 30")
                        .replace("superior: air-centre", "superior: air-center");
        Path mine = Files.writeString(folder.resolve("mine.yaml"), text);
        Result check =
                Program.run(
                        "scenario", "check", mine.toString(), folder.resolve("no.yaml").toString());

        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.out().lines())
                .anyMatch(line ->
                        line.matches(
                                Pattern.quote(mine.toString())
                                        + ":\\d+:11: 'duration' is '30', .*; write the"
                                        + " unit, as in '30 s'"))
                .anyMatch(line -> line.endsWith("did you mean 'air-centre'?"))
                .anyMatch(line -> line.contains("no.yaml:1:1: there is no such file"));
        assertThat(check.err()).isEmpty();
    }

    @Test
    void shouldSayWhatIsNearAWrongName() throws Exception {
        Result show = Program.run("scenario", "show", "quiet-nite");

        assertThat(show.exitCode()).isEqualTo(2);
        assertThat(show.err()).contains("did you mean 'quiet-night'?");
    }

    /** The page that leads to the first scenario of one's own. */
    @Test
    void shouldReadTheExampleOfThePage() throws Exception {
        String page = Files.readString(Program.ROOT.resolve("docs/how-to/write-a-scenario.md"));
        Matcher yaml = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL).matcher(page);
        int read = 0;
        while (yaml.find()) {
            Path file = folder.resolve(read == 0 ? "mine.yaml" : "mine-" + read + ".yaml");
            Files.writeString(file, yaml.group(1));
            assertThat(ScenarioReader.read(file).posts()).isNotEmpty();
            read++;
        }
        assertThat(read).isEqualTo(2);
    }
}
