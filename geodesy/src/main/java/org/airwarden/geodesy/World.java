package org.airwarden.geodesy;

/** What positions are Cartesian in. */
public enum World {
    /** Earth-centred, earth-fixed axes on WGS-84. */
    EARTH {
        @Override
        public Frame frameAt(double x, double y, double z) {
            GeodeticPosition at = Wgs84.toGeodetic(x, y, z);
            return Frame.tangent(new GeodeticPosition(at.latitude(), at.longitude(), 0));
        }

        @Override
        public double heightOf(double x, double y, double z) {
            return Wgs84.toGeodetic(x, y, z).height();
        }
    },

    /** One flat frame, x east, y north, z up, without curvature: the frame of neutral files. */
    FLAT {
        @Override
        public Frame frameAt(double x, double y, double z) {
            return Frame.FLAT;
        }

        @Override
        public double heightOf(double x, double y, double z) {
            return z;
        }
    };

    /**
     * Returns local axes (east, north, up) whose origin is at height 0 below or above the point.
     *
     * @param x world coordinate (m)
     * @param y world coordinate (m)
     * @param z world coordinate (m)
     */
    public abstract Frame frameAt(double x, double y, double z);

    /** Returns the point's geometric height (m). */
    public abstract double heightOf(double x, double y, double z);
}
