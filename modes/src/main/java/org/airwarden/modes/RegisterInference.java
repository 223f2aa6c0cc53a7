package org.airwarden.modes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which register an unlabelled Comm-B reply holds. Only the radar that asked knows; what others
 * hear are 56 bits without a name.
 *
 * <p>Each register is a hypothesis, with a share of all replies as its prior. {@link RegisterModel}
 * gives the logarithm of the probability that an aircraft in the known state fills that register
 * with just these bits: minus infinity where a rule of the format is broken (a value behind a
 * cleared status bit, a reserved bit set). A further hypothesis, {@link Register#UNKNOWN}, is that
 * the bits are none of these. Bayes' rule gives likelihoods, which sum to one. A register is named
 * only when it has {@link #CERTAIN} of them: no name is preferred to a wrong one, and {@link
 * #candidates()} tells all that it may be.
 *
 * <p>Nothing is allocated but by {@link #candidates()}. Not safe between threads.
 */
public final class RegisterInference {

    /** The likelihood from which on a register is named. */
    public static final double CERTAIN = 0.995;

    private static final double LEAST = 0.001;

    /** Logarithm of a ratio beyond which one likelihood is nothing beside another. */
    private static final double NEGLIGIBLE = 30;

    private static final Register[] REGISTERS = Register.values();
    private static final double[] PRIORS = new double[REGISTERS.length];

    static {
        for (int i = 0; i < REGISTERS.length; i++) {
            PRIORS[i] = StrictMath.log(REGISTERS[i].prior());
        }
    }

    private final RegisterModel model = new RegisterModel();
    private final double[] likelihoods = new double[REGISTERS.length];

    /** An inference that has judged nothing. */
    public RegisterInference() {}

    /**
     * Judges a reply.
     *
     * @param content the 56 bits MB of DF 20 or 21
     * @param known what else is known of the aircraft
     * @return the register, {@link Register#UNKNOWN} if none is {@link #CERTAIN}
     */
    public Register infer(long content, KnownState known) {
        if (content == 0) {
            for (int i = 0; i < likelihoods.length; i++) {
                likelihoods[i] = REGISTERS[i] == Register.EMPTY ? 1 : 0;
            }
            return Register.EMPTY;
        }
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < likelihoods.length; i++) {
            likelihoods[i] = PRIORS[i] + model.logProbability(REGISTERS[i], content, known);
            most = Math.max(most, likelihoods[i]);
        }
        double sum = 0;
        for (int i = 0; i < likelihoods.length; i++) {
            double behind = likelihoods[i] - most;
            likelihoods[i] = behind < -NEGLIGIBLE ? 0 : StrictMath.exp(behind);
            sum += likelihoods[i];
        }
        Register best = Register.UNKNOWN;
        for (int i = 0; i < likelihoods.length; i++) {
            likelihoods[i] /= sum;
            if (likelihoods[i] >= CERTAIN) {
                best = REGISTERS[i];
            }
        }
        return best;
    }

    /** Likelihood, 0 to 1, that the reply just judged holds a register. */
    public double likelihood(Register register) {
        for (int i = 0; i < REGISTERS.length; i++) {
            if (REGISTERS[i] == register) {
                return likelihoods[i];
            }
        }
        return 0;
    }

    /** All that the reply just judged may hold, the likeliest first; the least likely left out. */
    public List<RegisterCandidate> candidates() {
        List<RegisterCandidate> candidates = new ArrayList<>(4);
        for (int i = 0; i < REGISTERS.length; i++) {
            if (likelihoods[i] >= LEAST) {
                candidates.add(new RegisterCandidate(REGISTERS[i], likelihoods[i]));
            }
        }
        if (candidates.size() == 1) {
            return List.of(candidates.getFirst());
        }
        candidates.sort(Comparator.comparingDouble(RegisterCandidate::likelihood).reversed());
        return List.copyOf(candidates);
    }
}
