/**
 * Speed and memory: JMH benchmarks of the rooms, beside scripts that time the whole program.
 * Figures with their commands are in this module's README.
 */
@NullMarked
package org.airwarden.benchmarks;

import org.jspecify.annotations.NullMarked;
