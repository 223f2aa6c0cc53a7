package org.airwarden.feeds;

import java.util.List;
import java.util.Locale;
import org.airwarden.asterix.Definition;
import org.airwarden.asterix.EditionEvidence;
import org.airwarden.asterix.EditionVerdict;
import org.jspecify.annotations.Nullable;

/**
 * Which edition a category of a file is read with, and what the bytes say of it.
 *
 * @param category the category, 0 to 255
 * @param edition the edition, or null where nobody can tell: {@link Basis#AMBIGUOUS} and {@link
 *     Basis#UNKNOWN}
 * @param basis why this edition
 * @param fitting the editions that fit the sample, the best first; empty where none does
 * @param evidence what a sample of blocks says of every bundled edition, the best first
 */
public record EditionChoice(
        int category,
        @Nullable String edition,
        Basis basis,
        List<String> fitting,
        List<EditionEvidence> evidence) {
    /** The share of blocks that break off, or of things that are odd, under a wrong edition. */
    private static final double WRONG_FAULTS = 0.02;

    private static final double WRONG_BADNESS = 0.25;

    /** Why an edition is read. */
    public enum Basis {
        /** Somebody chose it: the command line, or a site file. */
        CHOSEN,
        /** It is the only one that fits the bytes. */
        SOLE,
        /** Several fit and read the bytes alike; it is the newest of them. */
        ALIKE,
        /** No other edition is bundled; the bytes fit it. */
        ONLY_ONE_KNOWN,
        /** Several fit and read the bytes differently: somebody must choose. */
        AMBIGUOUS,
        /** None fits; the newest is read, and what does not fit is counted. */
        UNFIT,
        /** No definition of the category is bundled; its blocks are counted as faults. */
        UNKNOWN;

        /** Returns the word for it in JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Copies the lists. */
    public EditionChoice {
        fitting = List.copyOf(fitting);
        evidence = List.copyOf(evidence);
    }

    /** Judges a category. */
    static EditionChoice of(
            int category, List<String> known, EditionVerdict verdict, @Nullable String chosen) {
        if (known.isEmpty()) {
            return new EditionChoice(category, null, Basis.UNKNOWN, List.of(), List.of());
        }
        List<String> fitting = editions(verdict.fitting());
        if (chosen != null) {
            return new EditionChoice(category, chosen, Basis.CHOSEN, fitting, verdict.evidence());
        }
        Basis basis = basis(known, verdict);
        String edition =
                switch (basis) {
                    case AMBIGUOUS -> null;
                    case UNFIT -> known.getFirst();
                    default -> fitting.getFirst();
                };
        return new EditionChoice(category, edition, basis, fitting, verdict.evidence());
    }

    /** Not a switch over patterns: its first call costs a short run milliseconds. */
    private static Basis basis(List<String> known, EditionVerdict verdict) {
        if (verdict instanceof EditionVerdict.Sole) {
            return known.size() == 1 ? Basis.ONLY_ONE_KNOWN : Basis.SOLE;
        }
        if (verdict instanceof EditionVerdict.Alike) {
            return Basis.ALIKE;
        }
        return verdict instanceof EditionVerdict.Ambiguous ? Basis.AMBIGUOUS : Basis.UNFIT;
    }

    private static List<String> editions(List<Definition> definitions) {
        return definitions.stream().map(Definition::edition).toList();
    }

    /** Returns the category as three digits. */
    public String number() {
        return String.format(Locale.ROOT, "%03d", category);
    }

    /** Returns what the sample says of the edition that is read, or null. */
    public @Nullable EditionEvidence ofChosen() {
        for (EditionEvidence one : evidence) {
            if (one.definition().edition().equals(edition)) {
                return one;
            }
        }
        return null;
    }

    /**
     * Tells whether somebody chose an edition that the bytes speak against: blocks break off, or
     * much of what is read cannot be, and another edition does clearly better. What it would read
     * is mostly not in the file.
     */
    public boolean isMisread() {
        EditionEvidence own = ofChosen();
        if (basis != Basis.CHOSEN || own == null || fitting.contains(String.valueOf(edition))) {
            return false;
        }
        boolean bad = own.faults() > WRONG_FAULTS * own.blocks() || own.badness() > WRONG_BADNESS;
        return bad && own.badness() > 1.5 * evidence.getFirst().badness() + WRONG_FAULTS;
    }

    /** Returns the choice and its reason in one line, without the file's name. */
    String words() {
        String name = "CAT" + number();
        return switch (basis) {
            case SOLE ->
                    name + " read as edition " + edition + ", the only one that fits the bytes";
            case ALIKE ->
                    name
                            + " read as edition "
                            + edition
                            + ", the newest of those that fit the bytes and read them alike";
            case ONLY_ONE_KNOWN ->
                    name + " read as edition " + edition + ", the only one known; it fits";
            case UNFIT ->
                    name
                            + " fits no known edition; read as edition "
                            + edition
                            + ", and what does not fit is counted";
            case UNKNOWN -> name + " has no definition here; its blocks are counted as faults";
            case AMBIGUOUS ->
                    name
                            + " reads without fault in editions "
                            + String.join(", ", fitting)
                            + ", with different meaning; choose one, as in "
                            + option(fitting.getFirst());
            case CHOSEN -> chosenWords(name);
        };
    }

    private String chosenWords(String name) {
        EditionEvidence own = ofChosen();
        if (fitting.contains(String.valueOf(edition)) || own == null) {
            return name + " read as edition " + edition + ", as chosen; it fits the bytes";
        }
        String figures =
                String.format(
                        Locale.ROOT,
                        "of %,d blocks %,d break off, of %,d records %,d are odd",
                        own.blocks(),
                        own.faults(),
                        own.records(),
                        own.oddities());
        String better =
                fitting.isEmpty()
                        ? "no edition fits all of it"
                        : "the bytes fit edition "
                                + String.join(", ", fitting)
                                + ": "
                                + option(fitting.getFirst());
        return (isMisread() ? "WARNING: " : "")
                + name
                + " read as edition "
                + edition
                + ", as chosen, but "
                + (isMisread()
                        ? "the bytes speak against it"
                        : fitting.isEmpty() ? "not all of it fits" : "another fits better")
                + " ("
                + figures
                + "); "
                + better;
    }

    private String option(String other) {
        return "--edition " + number() + "=" + other;
    }
}
