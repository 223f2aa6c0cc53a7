package org.airwarden.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.airwarden.feeds.SiteFile;
import org.airwarden.feeds.SiteFileException;
import org.airwarden.feeds.SiteFileReader;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;

/**
 * Site files. What is none is refused with a {@link SiteFileException} that tells the place; what
 * is accepted is the same when written as state and read again.
 */
final class SiteTarget implements Target {
    @Override
    public String name() {
        return "site";
    }

    @Override
    public void run(byte[] data) {
        SiteFile site;
        try {
            site = SiteFileReader.parse("fuzz.yaml", new String(data, StandardCharsets.UTF_8));
        } catch (SiteFileException refused) {
            Bytes.require(refused.line() > 0 && refused.column() > 0, "a fault without a place");
            return;
        }
        StateOutput out = new StateOutput();
        site.write(out);
        Bytes.require(
                SiteFile.read(new StateInput(out.toBytes())).equals(site),
                "a site is not restored");
    }

    @Override
    public List<byte[]> seeds() {
        Path example =
                Path.of(System.getProperty("airwarden.root", "."))
                        .resolve("docs/examples/site-barcelona.yaml");
        try {
            return List.of(
                    Files.readAllBytes(example),
                    Streams.ascii(
                            "name: x\nsensors:\n  - {name: a, kind: radar, sac: 2, sic: 3}\n"
                                    + "sources:\n  - {name: s, file: b}\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
