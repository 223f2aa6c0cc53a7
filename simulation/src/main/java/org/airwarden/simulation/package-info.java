/** Traffic and sensors as bytes. */
@NullMarked
package org.airwarden.simulation;

import org.jspecify.annotations.NullMarked;
