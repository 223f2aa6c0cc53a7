/**
 * How good a picture was, and scenarios to judge it on.
 *
 * <ul>
 *   <li>{@link org.airwarden.analysis.StateTable} reads truth and tracks; {@link
 *       org.airwarden.analysis.Score} has all figures of the two: {@link
 *       org.airwarden.analysis.Gospa}, {@link org.airwarden.analysis.Ospa2}, SIAP and CLEAR-MOT.
 *   <li>{@link org.airwarden.analysis.CramerRao} is what no filter beats, where that is known.
 *   <li>{@link org.airwarden.analysis.Pictures} draws tracks and scores as SVG.
 *   <li>{@link org.airwarden.analysis.Scenarios} makes scenarios with their truth as neutral files.
 *       What is made is simulated, and its {@code scenario.json} says so.
 * </ul>
 *
 * <p>The same inputs and the same seed give the same figures and files.
 */
@NullMarked
package org.airwarden.analysis;

import org.jspecify.annotations.NullMarked;
