/** ASTERIX on the wire. */
@NullMarked
package org.airwarden.asterix;

import org.jspecify.annotations.NullMarked;
