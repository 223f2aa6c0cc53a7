/** Speed and memory. */
@NullMarked
package org.airwarden.benchmarks;

import org.jspecify.annotations.NullMarked;
