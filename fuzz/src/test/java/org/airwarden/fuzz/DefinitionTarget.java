package org.airwarden.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.airwarden.asterix.BlockWalker;
import org.airwarden.asterix.Definition;
import org.airwarden.asterix.DefinitionException;
import org.airwarden.asterix.Definitions;
import org.airwarden.asterix.Editions;
import org.airwarden.asterix.RecordJson;

/**
 * The notation of definitions. Text that is none is refused with a {@link DefinitionException};
 * what is accepted must be able to read any octets.
 */
final class DefinitionTarget implements Target {
    private static final String ALL_FORMS =
            """
            category 200 edition 1.0 "all forms"  # and a comment
            010 "source" fixed SAC 8, SIC 8
            020 extended TYP 3 {0 none, 1 PSR, 2 "a b"}, X 4 signed, fx, - 7, fx
            030 fixed 24 of 1/2^7 s [0, 86400)
            040 repeat CAT 8, MAIN 8 octal, SUB 8 hex
            041 repeat 2 octets 8
            050 chain M 7, fx
            060 compound {
              A fixed 16 signed of 25 ft
              -
              B fixed IM 1, (AS 15 of 1/2^14 NM/s if IM = 0 | MACH 15 of 1/1000 Mach if IM = 1)
            }
            070 fixed 48 icao
            071 fixed 16 ascii
            RE explicit
            profile if 020/TYP = 0 { 010 020 030 040 041 050 060 070 071 - RE }
            profile if 020/TYP = 1 { 010 020 070 random }
            """;

    @Override
    public String name() {
        return "definition";
    }

    @Override
    public void run(byte[] data) {
        Definition definition;
        try {
            definition =
                    Definitions.parse("fuzz.def", new String(data, StandardCharsets.ISO_8859_1));
        } catch (DefinitionException refused) {
            Bytes.require(String.valueOf(refused.getMessage()).contains("fuzz.def"), "no place");
            return;
        }
        byte[] block = new byte[60];
        new SplittableRandom(data.length).nextBytes(block);
        block[0] = (byte) definition.category();
        block[1] = 0;
        block[2] = (byte) block.length;
        RecordJson json = new RecordJson();
        StringBuilder out = new StringBuilder();
        new BlockWalker(Editions.none().with(definition))
                .walk(block, record -> json.append(record, out));
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        seeds.add(ALL_FORMS.getBytes(StandardCharsets.ISO_8859_1));
        seeds.add(
                "category 048 edition 9.9 like 1.32\ndrop 260\n"
                        .getBytes(StandardCharsets.ISO_8859_1));
        for (String file : List.of("cat065-1.4.def", "cat063-1.7.def", "cat247-1.2.def")) {
            try (var in = Definitions.class.getResourceAsStream(file)) {
                if (in != null) {
                    seeds.add(in.readAllBytes());
                }
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return seeds;
    }
}
