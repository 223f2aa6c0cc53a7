package org.airwarden.asterix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes the classes of typed access; the build runs it from its source, before it compiles. What
 * has not changed is not written again.
 */
final class TypedMain {
    private TypedMain() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]).resolve("org/airwarden/asterix");
        Files.createDirectories(folder);
        Set<Path> written = new HashSet<>();
        for (TypedClass each : TypedClass.all()) {
            Path file = folder.resolve(each.name() + ".java");
            String source = TypedSource.of(each);
            if (!Files.exists(file) || !Files.readString(file).equals(source)) {
                Files.writeString(file, source);
            }
            written.add(file);
        }
        try (var files = Files.list(folder)) {
            for (Path stale : List.copyOf(files.filter(f -> !written.contains(f)).toList())) {
                Files.delete(stale);
            }
        }
    }
}
