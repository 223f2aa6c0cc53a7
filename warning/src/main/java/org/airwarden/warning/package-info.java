/**
 * Tracks and areas to warnings.
 *
 * <p>{@link org.airwarden.warning.Outline} is an area on the ground, {@link
 * org.airwarden.warning.Forecast} says when what flies will be over it.
 */
@NullMarked
package org.airwarden.warning;

import org.jspecify.annotations.NullMarked;
