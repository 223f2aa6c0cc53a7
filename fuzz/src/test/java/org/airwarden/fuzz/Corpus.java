package org.airwarden.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * The inputs that the fuzzer found to matter, one text file a target with an input in Base64 on
 * each line. They come from the targets' own seeds alone, never from anybody's recording.
 */
final class Corpus {
    private Corpus() {}

    /** A target's kept inputs; none where it has no corpus yet. */
    static List<byte[]> of(String target) throws IOException {
        List<byte[]> inputs = new ArrayList<>();
        try (InputStream in = Corpus.class.getResourceAsStream("/corpus/" + target + ".txt")) {
            if (in != null) {
                String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
                text.lines().forEach(line -> inputs.add(Base64.getDecoder().decode(line)));
            }
        }
        return inputs;
    }

    /**
     * For build-support/fuzz: {@code list}; {@code unpack TARGET FOLDER} writes seeds and corpus as
     * files; {@code pack FOLDER FILE} makes a corpus of files; {@code replay TARGET FILE...} runs
     * inputs.
     */
    public static void main(String[] args) throws IOException {
        switch (args[0]) {
            case "list" -> Targets.all().forEach(target -> System.out.println(target.name()));
            case "unpack" -> {
                List<byte[]> inputs = new ArrayList<>(Targets.of(args[1]).seeds());
                inputs.addAll(of(args[1]));
                for (int i = 0; i < inputs.size(); i++) {
                    Files.write(Path.of(args[2]).resolve("seed-" + i), inputs.get(i));
                }
            }
            case "pack" -> pack(Path.of(args[1]), Path.of(args[2]));
            case "replay" -> {
                for (int i = 2; i < args.length; i++) {
                    Limits.hold(Targets.of(args[1]), Files.readAllBytes(Path.of(args[i])));
                }
            }
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static void pack(Path folder, Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> inputs = Files.list(folder)) {
            for (Path input : inputs.toList()) {
                lines.add(Base64.getEncoder().encodeToString(Files.readAllBytes(input)));
            }
        }
        Files.write(file, lines.stream().sorted().toList(), StandardCharsets.US_ASCII);
    }
}
