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
            return Wgs84.heightAndNormal(x, y, z, new double[3]);
        }

        @Override
        public double heightAndUp(double x, double y, double z, double[] up) {
            return Wgs84.heightAndNormal(x, y, z, up);
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

        @Override
        public double heightAndUp(double x, double y, double z, double[] up) {
            up[0] = 0;
            up[1] = 0;
            up[2] = 1;
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

    /**
     * Returns the point's geometric height (m), and writes the direction that is up there.
     *
     * @param up receives a unit vector in the world's axes at indices 0 to 2
     */
    public abstract double heightAndUp(double x, double y, double z, double[] up);
}
