package org.airwarden.asterix;

import java.util.List;

/** Which edition of a category sample blocks speak. */
public sealed interface EditionVerdict {

    /** The editions that fit, the best first; none where none does. */
    List<Definition> fitting();

    /** The evidence for every bundled edition, the best first. */
    List<EditionEvidence> evidence();

    /** One edition fits better than all others. */
    record Sole(Definition definition, List<EditionEvidence> evidence) implements EditionVerdict {
        public Sole {
            evidence = List.copyOf(evidence);
        }

        @Override
        public List<Definition> fitting() {
            return List.of(definition);
        }
    }

    /**
     * Several editions fit, and every bit that is set means the same in all of them.
     *
     * @param definition the newest of them
     * @param fitting all of them, the newest first
     */
    record Alike(Definition definition, List<Definition> fitting, List<EditionEvidence> evidence)
            implements EditionVerdict {
        public Alike {
            fitting = List.copyOf(fitting);
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * Several editions fit and read the same bits differently: somebody must say which it is.
     *
     * @param fitting all that fit, the best first
     */
    record Ambiguous(List<Definition> fitting, List<EditionEvidence> evidence)
            implements EditionVerdict {
        public Ambiguous {
            fitting = List.copyOf(fitting);
            evidence = List.copyOf(evidence);
        }
    }

    /** No bundled edition fits, or the sample has no block of the category. */
    record Unfit(List<EditionEvidence> evidence) implements EditionVerdict {
        public Unfit {
            evidence = List.copyOf(evidence);
        }

        @Override
        public List<Definition> fitting() {
            return List.of();
        }
    }
}
