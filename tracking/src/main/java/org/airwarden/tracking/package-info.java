/** Reports to tracks. */
@NullMarked
package org.airwarden.tracking;

import org.jspecify.annotations.NullMarked;
