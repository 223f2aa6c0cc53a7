package org.airwarden.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.airwarden.asterix.DefinitionPage;
import org.airwarden.asterix.Definitions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the definitions that ASTERIX is read with. */
@Command(
        name = "asterix",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "The ASTERIX categories and editions known, or one's definition as a page.",
        footer = {
            "",
            "The page is Markdown: the order of items, then each item's bits, scales, units and names",
            "of values. Without a category: a line for each, with its editions, the newest first.",
            "",
            "Examples:",
            "  airwarden asterix",
            "  airwarden asterix 048",
            "  airwarden asterix 021 --edition 0.23 > cat021.md",
            "  airwarden asterix registers",
            "  airwarden asterix 129 --definitions my-definitions",
        })
final class AsterixCommand implements Callable<Integer> {
    private static final String REGISTERS = "registers";

    @Parameters(
            arity = "0..1",
            paramLabel = "CATEGORY",
            description = "a category, as in 048; or 'registers', those of Mode S inside items")
    private @Nullable String category;

    @Option(names = "--edition", paramLabel = "ED", description = "the edition; else the newest")
    private @Nullable String edition;

    @Option(
            names = "--definitions",
            paramLabel = "DIR",
            description = "a folder of definition files (.def) of your own; may be repeated")
    private List<Path> definitions = List.of();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        ReadingMixin.addDefinitions(definitions);
        String text = text();
        PrintWriter out = spec.commandLine().getOut();
        out.print(text);
        out.flush();
        return 0;
    }

    private String text() {
        if (category == null) {
            return list();
        }
        if (category.equals(REGISTERS)) {
            return DefinitionPage.ofRegisters();
        }
        int number = category.matches("[0-9]{1,3}") ? Integer.parseInt(category) : -1;
        List<String> editions = Definitions.editions(number);
        if (editions.isEmpty()) {
            throw UserException.misuse(
                    "there is no definition of category '"
                            + category
                            + "'; known are "
                            + Definitions.categories());
        }
        String chosen = edition == null ? editions.getFirst() : edition;
        if (!editions.contains(chosen)) {
            throw UserException.misuse(
                    String.format(
                            Locale.ROOT,
                            "there is no edition %s of CAT%03d; known are %s",
                            chosen,
                            number,
                            String.join(", ", editions)));
        }
        return DefinitionPage.of(Definitions.of(number, chosen));
    }

    private static String list() {
        StringBuilder lines = new StringBuilder();
        for (int known : Definitions.categories()) {
            lines.append(
                    String.format(
                            Locale.ROOT,
                            "%03d  %-32s %s%n",
                            known,
                            Definitions.newest(known).title(),
                            String.join(" ", Definitions.editions(known))));
        }
        return lines.toString();
    }
}
