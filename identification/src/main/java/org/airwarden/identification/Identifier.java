package org.airwarden.identification;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.airwarden.model.Identification;
import org.airwarden.model.Identification.Reason;
import org.airwarden.model.Identity;

/**
 * Clues to identity, by a procedure. Bayes' rule over three kinds, the clues taken as independent
 * given the kind: the method of STANAG 4162 as it is described in public (M. Krueger and N.
 * Kratzke, Monitoring of reliability in Bayesian identification, FUSION 2009).
 *
 * <p>Immutable; any thread. The same clues give the same identity, in any order.
 */
public final class Identifier {
    private static final Clue[] CLUES = Clue.values();

    private static final Identity[] IDENTITIES = Identity.values();

    private final Procedure procedure;

    /**
     * What each set of clues declares: 1 more than the identity's place, 0 where it has not been
     * asked. Threads may both work an entry out; both write the same.
     */
    private final byte[] declared = new byte[1 << CLUES.length];

    private final double[] civil = new double[CLUES.length];
    private final double[] friend = new double[CLUES.length];
    private final double[] hostile = new double[CLUES.length];

    /** Makes one that follows a procedure. */
    public Identifier(Procedure procedure) {
        this.procedure = procedure;
        for (int i = 0; i < CLUES.length; i++) {
            Likelihood says = procedure.says().get(CLUES[i]);
            civil[i] = says == null ? 1 : says.civil();
            friend[i] = says == null ? 1 : says.friend();
            hostile[i] = says == null ? 1 : says.hostile();
        }
    }

    /** Returns the set of clues that a number of {@link Clue#bit bits} stands for. */
    public static Set<Clue> cluesOf(int bits) {
        Set<Clue> clues = EnumSet.noneOf(Clue.class);
        for (Clue clue : CLUES) {
            if ((bits & clue.bit()) != 0) {
                clues.add(clue);
            }
        }
        return clues;
    }

    /**
     * Returns the probability of a hostile one.
     *
     * @param clues their bits
     */
    public double hostile(int clues) {
        double c = procedure.prior().civil();
        double f = procedure.prior().friend();
        double h = procedure.prior().hostile();
        for (int left = clues; left != 0; left &= left - 1) {
            int clue = Integer.numberOfTrailingZeros(left);
            c *= civil[clue];
            f *= friend[clue];
            h *= hostile[clue];
        }
        return h / (c + f + h);
    }

    /**
     * Returns the identity alone, for where reasons are not asked for.
     *
     * @param clues their bits
     */
    public Identity declare(int clues) {
        int known = declared[clues];
        return known > 0 ? IDENTITIES[known - 1] : workOut(clues);
    }

    private Identity workOut(int clues) {
        Identity identity = judge(clues).identity();
        for (int i = 0; i < IDENTITIES.length; i++) {
            if (IDENTITIES[i] == identity) {
                declared[clues] = (byte) (i + 1);
            }
        }
        return identity;
    }

    /**
     * Returns the identity with its probabilities and reasons.
     *
     * @param clues their bits
     */
    public Identification judge(int clues) {
        double c = procedure.prior().civil();
        double f = procedure.prior().friend();
        double h = procedure.prior().hostile();
        List<Reason> reasons = new ArrayList<>();
        for (int left = clues; left != 0; left &= left - 1) {
            int clue = Integer.numberOfTrailingZeros(left);
            c *= civil[clue];
            f *= friend[clue];
            h *= hostile[clue];
            reasons.add(new Reason(CLUES[clue].words(), civil[clue], friend[clue], hostile[clue]));
        }
        double sum = c + f + h;
        return new Identification(
                declare(clues, c / sum, f / sum, h / sum), c / sum, f / sum, h / sum, reasons);
    }

    private Identity declare(int clues, double c, double f, double h) {
        if (clues == 0) {
            return Identity.PENDING;
        }
        if (h >= procedure.hostile() && (!procedure.floor() || isAboveFloor(clues))) {
            return Identity.HOSTILE;
        }
        if (h >= procedure.suspect()) {
            return Identity.SUSPECT;
        }
        if ((clues & Clue.FRIEND_ANSWER.bit()) != 0 && f >= procedure.spared()) {
            return Identity.FRIEND;
        }
        if (c >= procedure.spared()) {
            return Identity.NEUTRAL;
        }
        if (c + f >= procedure.spared() && f > c) {
            return Identity.ASSUMED_FRIEND;
        }
        return Identity.UNKNOWN;
    }

    /** Tells whether the clues may make a track hostile in spite of the airliner's floor. */
    private boolean isAboveFloor(int clues) {
        if ((clues & Clue.NO_AIRCRAFT.bit()) != 0) {
            return true;
        }
        Clue.Kind first = null;
        for (int left = clues; left != 0; left &= left - 1) {
            int clue = Integer.numberOfTrailingZeros(left);
            if (!CLUES[clue].isSilence() && hostile[clue] > civil[clue]) {
                Clue.Kind kind = CLUES[clue].kind();
                if (first != null && kind != first) {
                    return true;
                }
                first = kind;
            }
        }
        return false;
    }
}
