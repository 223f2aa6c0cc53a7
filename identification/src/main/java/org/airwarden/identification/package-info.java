/**
 * Tracks and evidence to identity, with reasons.
 *
 * <p>{@link org.airwarden.identification.Clue clues} are combined by Bayes' rule with the
 * likelihoods of a {@link org.airwarden.identification.Procedure}, and the procedure's thresholds
 * make an identity of what comes out. Silence is a clue only where an answer could have been heard.
 */
@NullMarked
package org.airwarden.identification;

import org.jspecify.annotations.NullMarked;
