/**
 * What every decoder must bear. A {@link org.airwarden.fuzz.Target} hands bytes to one decoder and
 * holds it to its promises: no exception, no more than a set processor time and memory, good data
 * behind bad is read. The build replays each target's corpus; {@code build-support/fuzz} lets the
 * guided fuzzer look for inputs that break a promise. Decoders are listed in {@link
 * org.airwarden.fuzz.Targets}.
 */
@NullMarked
package org.airwarden.fuzz;

import org.jspecify.annotations.NullMarked;
