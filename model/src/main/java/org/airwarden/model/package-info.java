/** The vocabulary of Airwarden as immutable records. */
@NullMarked
package org.airwarden.model;

import org.jspecify.annotations.NullMarked;
