/** The air picture as one deterministic state machine. */
@NullMarked
package org.airwarden.picture;

import org.jspecify.annotations.NullMarked;
