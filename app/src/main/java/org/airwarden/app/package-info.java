/** The command line. */
@NullMarked
package org.airwarden.app;

import org.jspecify.annotations.NullMarked;
