/** WGS-84, local frames and areas: the geometry of everything else. Metres and radians. */
@NullMarked
package org.airwarden.geodesy;

import org.jspecify.annotations.NullMarked;
