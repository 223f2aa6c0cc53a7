/** Sources to reports. */
@NullMarked
package org.airwarden.feeds;

import org.jspecify.annotations.NullMarked;
