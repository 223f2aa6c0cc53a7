package org.airwarden.modes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The first lines of the README: they stand here as they stand there, and they work. */
class ReadmeTest {

    @Test
    void shouldWorkWhenReadmeIsFollowed() throws IOException {
        // README: begin
        double[] east = new double[1];
        ModeSDecoder decoder =
                new ModeSDecoder(
                        PositionSettings.anywhere(),
                        report -> {
                            if (report instanceof ModeSReport.Velocity velocity) {
                                east[0] = velocity.groundSpeed() * Math.sin(velocity.track());
                            }
                        });
        byte[] message = HexFormat.of().parseHex("8D485020994409940838175B284F");
        decoder.take(0, message, 0, message.length, -1);
        // README: end

        assertThat(east[0]).isCloseTo(-8 * 1852.0 / 3600, within(1e-6));
        Path module = Path.of(System.getProperty("airwarden.root"), "modes");
        String readme = Files.readString(module.resolve("README.md"));
        String code =
                readme.substring(readme.indexOf("```java") + 7, readme.indexOf("```\n\n`Read"));
        String source =
                Files.readString(
                        module.resolve("src/test/java/org/airwarden/modes/ReadmeTest.java"));
        String here =
                source.substring(
                        source.indexOf("// README: begin") + 16, source.indexOf("// README: end"));
        assertThat(here.replaceAll("\\s", "")).isEqualTo(code.replaceAll("\\s", ""));
    }
}
