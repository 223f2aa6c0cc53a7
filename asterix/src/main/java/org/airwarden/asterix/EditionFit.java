package org.airwarden.asterix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds out which editions sample blocks speak, by reading them with every bundled edition of their
 * category. What speaks against an edition: blocks that do not read to their end, unused bits that
 * are set, unknown extents, times of day beyond 24 hours, latitudes beyond the poles, a source that
 * changes inside a block. Real data has a few oddities under its right edition too, so editions are
 * judged against the best one. For one thread.
 */
public final class EditionFit {
    /** Blocks looked at for each category unless told otherwise. */
    public static final int SAMPLE = 4000;

    /** The share of blocks that may fail under an edition that fits. */
    private static final double FAULTS = 0.02;

    /** The badness from which not even the best edition fits. */
    private static final double HOPELESS = 0.25;

    /** How much worse than the best an edition may be: a factor and a share of records. */
    private static final double FACTOR = 1.5;

    private static final double SLACK = 0.002;

    private final int limit;
    private final Map<Integer, List<EditionTrial>> trials = new TreeMap<>();
    private final Map<Integer, Integer> counts = new TreeMap<>();

    /** Looks at up to {@link #SAMPLE} blocks of each category. */
    public EditionFit() {
        this(SAMPLE);
    }

    /** Looks at up to {@code limit} blocks of each category. */
    public EditionFit(int limit) {
        this.limit = limit;
    }

    /** Adds the blocks of an array, up to one whose length is impossible. */
    public EditionFit add(byte[] data) {
        return add(data, 0, data.length);
    }

    /** Adds the blocks from {@code from} to {@code to}, up to one whose length is impossible. */
    public EditionFit add(byte[] data, int from, int to) {
        int at = from;
        while (to - at >= BlockWalker.HEADER) {
            int category = data[at] & 0xFF;
            int length = ((data[at + 1] & 0xFF) << 8) | (data[at + 2] & 0xFF);
            if (length < BlockWalker.HEADER || length > to - at) {
                break;
            }
            if (counts.merge(category, 1, Integer::sum) <= limit) {
                for (EditionTrial trial : trials.computeIfAbsent(category, EditionFit::trialsOf)) {
                    trial.block(data, at, at + length);
                }
            }
            at += length;
        }
        return this;
    }

    private static List<EditionTrial> trialsOf(int category) {
        List<EditionTrial> trials = new ArrayList<>();
        for (String edition : Definitions.editions(category)) {
            Definition definition = Definitions.of(category, edition);
            if (trials.stream().noneMatch(trial -> trial.takes(definition))) {
                trials.add(new EditionTrial(definition));
            }
        }
        return trials;
    }

    /** The categories met so far, ascending, those without bundled definition included. */
    public List<Integer> categories() {
        return List.copyOf(counts.keySet());
    }

    /** What the blocks so far say of a category. */
    public EditionVerdict verdict(int category) {
        List<EditionTrial> tried = trials.getOrDefault(category, List.of());
        List<EditionEvidence> evidence = new ArrayList<>();
        if (!tried.isEmpty()) {
            for (String edition : Definitions.editions(category)) {
                Definition definition = Definitions.of(category, edition);
                evidence.add(trialOf(tried, definition).evidence(definition));
            }
        }
        // A stable sort: of equally good editions the newest stays first.
        evidence.sort(Comparator.comparingDouble(EditionEvidence::badness));
        if (evidence.isEmpty() || evidence.getFirst().badness() > HOPELESS) {
            return new EditionVerdict.Unfit(evidence);
        }
        double bar = evidence.getFirst().badness() * FACTOR + SLACK;
        List<Definition> fitting =
                evidence.stream()
                        .filter(one -> fits(one, bar))
                        .map(EditionEvidence::definition)
                        .toList();
        if (fitting.isEmpty()) {
            return new EditionVerdict.Unfit(evidence);
        }
        if (fitting.size() == 1) {
            return new EditionVerdict.Sole(fitting.getFirst(), evidence);
        }
        List<EditionTrial> ways =
                fitting.stream().map(edition -> trialOf(tried, edition)).distinct().toList();
        EditionTrial best = ways.getFirst();
        Set<String> meant = best.meanings();
        for (EditionTrial other : ways.subList(1, ways.size())) {
            Set<String> meanings = other.meanings();
            boolean within = meant.containsAll(meanings) || meanings.containsAll(meant);
            if (!within || best.namesDiffer(other)) {
                return new EditionVerdict.Ambiguous(fitting, evidence);
            }
        }
        return new EditionVerdict.Alike(fitting.getFirst(), fitting, evidence);
    }

    private static EditionTrial trialOf(List<EditionTrial> trials, Definition edition) {
        for (EditionTrial trial : trials) {
            if (trial.isOf(edition)) {
                return trial;
            }
        }
        throw new IllegalStateException(edition + " was not tried");
    }

    /**
     * These editions, with those that fit in the place of the others; categories without a clear
     * verdict stay as they are.
     */
    public Editions applyTo(Editions editions) {
        Editions chosen = editions;
        for (int category : categories()) {
            chosen =
                    switch (verdict(category)) {
                        case EditionVerdict.Sole sole -> chosen.with(sole.definition());
                        case EditionVerdict.Alike alike -> chosen.with(alike.definition());
                        case EditionVerdict.Ambiguous _, EditionVerdict.Unfit _ -> chosen;
                    };
        }
        return chosen;
    }

    private static boolean fits(EditionEvidence evidence, double bar) {
        return evidence.faults() <= FAULTS * evidence.blocks() && evidence.badness() <= bar;
    }
}
