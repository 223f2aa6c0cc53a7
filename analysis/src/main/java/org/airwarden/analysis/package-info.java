/**
 * How good a picture was, scenarios to judge it on, and what simulated raids come to.
 *
 * <ul>
 *   <li>{@link org.airwarden.analysis.StateTable} reads truth and tracks; {@link
 *       org.airwarden.analysis.Score} has all figures of the two: {@link
 *       org.airwarden.analysis.Gospa}, {@link org.airwarden.analysis.Ospa2}, SIAP and CLEAR-MOT.
 *   <li>{@link org.airwarden.analysis.CramerRao} is what no filter beats, where that is known.
 *   <li>{@link org.airwarden.analysis.Pictures} draws tracks and scores as SVG.
 *   <li>{@link org.airwarden.analysis.Scenarios} makes scenarios with their truth as neutral files.
 *       What is made is simulated, and its {@code scenario.json} says so.
 *   <li>{@link org.airwarden.analysis.MonteCarlo} runs a simulator's scenario many times into a
 *       {@link org.airwarden.analysis.RunTable}; {@link org.airwarden.analysis.Statistics} are the
 *       figures told of it, {@link org.airwarden.analysis.Intervals} how sure they are, and a
 *       {@link org.airwarden.analysis.Comparison} sets two scenarios against each other, run by
 *       run. An {@link org.airwarden.analysis.Experiment} becomes JSON, sheets and a page.
 * </ul>
 *
 * <p>The same inputs and the same seed give the same figures and files.
 */
@NullMarked
package org.airwarden.analysis;

import org.jspecify.annotations.NullMarked;
