/** The durable log. */
@NullMarked
package org.airwarden.journal;

import org.jspecify.annotations.NullMarked;
