/**
 * How good a picture was, and scenarios to judge it on.
 *
 * <p>{@link org.airwarden.analysis.Scenarios} makes tracking scenarios with their truth, {@link
 * org.airwarden.analysis.ScenarioFiles} writes them as neutral files. What is made here is
 * simulated, and its {@code scenario.json} says so. The same seed gives the same scenario.
 */
@NullMarked
package org.airwarden.analysis;

import org.jspecify.annotations.NullMarked;
