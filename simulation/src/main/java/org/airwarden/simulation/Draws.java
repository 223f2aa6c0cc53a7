package org.airwarden.simulation;

/**
 * The quantities of one run. Each is drawn from a stream that its own name alone picks, so that it
 * is the same in two scenarios that differ elsewhere, and whenever it is asked for. Immutable.
 *
 * @param seed of the experiment
 * @param run the run's number
 */
record Draws(long seed, long run) {
    /**
     * Returns what a quantity is in this run.
     *
     * @param entity whose it is
     * @param what its name within the entity
     */
    double of(String entity, String what, Quantity quantity) {
        if (quantity.isFixed()) {
            return quantity.lo();
        }
        return stream(entity + "/" + what, Purpose.SCENARIO).draw(quantity);
    }

    /** Returns an entity's stream for a purpose. */
    RandomStream stream(String entity, Purpose purpose) {
        return RandomStream.of(seed, run, entity, purpose);
    }
}
