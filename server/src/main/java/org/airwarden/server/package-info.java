/** The hosts of the picture, and its HTTP and WebSocket face. */
@NullMarked
package org.airwarden.server;

import org.jspecify.annotations.NullMarked;
