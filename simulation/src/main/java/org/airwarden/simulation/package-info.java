/**
 * Simulated traffic and sensors, as bytes: the demo's story.
 *
 * <p>{@link org.airwarden.simulation.DemoStory} lets flights move as points, lets turning radars
 * and ADS-B stations see them as real ones do (range, horizon, detection probability, noise), and
 * writes what they see as ASTERIX with the simulation marks set. What comes out goes through the
 * same feeds as a recording of real sensors; its packets say {@link
 * org.airwarden.model.Origin#SIMULATED}. The same seed gives the same bytes.
 */
@NullMarked
package org.airwarden.simulation;

import org.jspecify.annotations.NullMarked;
