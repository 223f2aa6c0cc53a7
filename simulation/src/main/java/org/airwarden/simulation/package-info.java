/**
 * Scenarios of raids, sensors, an air-defence network and the people beneath, run once or thousands
 * of times; and the demo's story.
 *
 * <p>A {@link org.airwarden.simulation.Scenario} says who flies, who attacks, who defends, who
 * lives beneath and what goes wrong. A {@link org.airwarden.simulation.Simulator} runs it: movers
 * are points along paths, sensors see them as real ones do, command posts act on pictures of their
 * own, wrong identities included, and each engagement's outcome is drawn inside an envelope. There
 * is no guidance, no fire control and no interface to equipment here. What comes out is {@link
 * org.airwarden.model.Origin#SIMULATED} and says so.
 *
 * <p>Everything is drawn from streams that belong to one entity and one purpose ({@link
 * org.airwarden.simulation.RandomStream}), and everything happens in one queue of events a run: the
 * same scenario, seed and run give the same result on any number of threads.
 *
 * <p>{@link org.airwarden.simulation.DemoStory} is the demo: flights and sensors as bytes, with the
 * simulation marks set.
 */
@NullMarked
package org.airwarden.simulation;

import org.jspecify.annotations.NullMarked;
