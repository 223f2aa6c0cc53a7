/** Mode S and ADS-B on the wire. */
@NullMarked
package org.airwarden.modes;

import org.jspecify.annotations.NullMarked;
