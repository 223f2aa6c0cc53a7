package org.airwarden.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SensorChoiceTest {
    @TempDir private Path folder;

    /** A host may know the sources before the sensors that they name. */
    @Test
    void shouldKnowNoPlaceWhenTheSensorThatASourceNamesIsNotThereYet() throws Exception {
        String yaml =
                """
                name: Home
                sensors:
                  - {name: Roof, kind: adsb, position: {latitude: 41.4, longitude: 2.2, height: 60}}
                sources:
                  - {name: antenna, tcp: "127.0.0.1:30005", format: beast, sensor: Roof}
                """;
        SiteFile site = SiteFileReader.read(Files.writeString(folder.resolve("site.yaml"), yaml));
        SensorChoice known = new SensorChoice(site.sources().getFirst(), site.sensors());
        SensorChoice unknown = new SensorChoice(site.sources().getFirst(), List.of());

        assertThat(known.placement(known.ofReceiver())).isNotNull();
        assertThat(unknown.placement(unknown.ofReceiver())).isNull();
        assertThat(new PacketDecoder(site.sources(), List.of(), fault -> {}).faults()).isEmpty();
    }
}
