package org.airwarden.simulation;

import java.util.List;

/** What a run asks of those who move things and look at them. One object serves many runs. */
interface Looking {
    /** Returns what flies in a run. */
    List<Mover> movers(Draws draws);

    /** Returns a sensor's looks in a run, where the scenario has places. */
    Looks looks(int sensor, Draws draws, Airborne sky);

    /** Returns what makes reports of looks. */
    Reporter reporter();

    /** The looks of one sensor in one run. One thread. */
    interface Looks {
        /** Returns when the next looks are complete (ns since the start). */
        long next();

        /** Tells what they gave, in the order of time. */
        void look(Detection.Sink sink);

        /** The sensor is turned (rad). */
        void turn(double north);

        /** The sensor stops or works. */
        void work(boolean works);
    }
}
