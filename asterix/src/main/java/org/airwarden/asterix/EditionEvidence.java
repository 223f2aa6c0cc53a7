package org.airwarden.asterix;

/**
 * What sample blocks say of one edition.
 *
 * @param definition the edition
 * @param blocks blocks of the category in the sample
 * @param faults blocks that did not read to their end
 * @param records records that were read
 * @param oddities records with a value outside its sensible range, an unused bit set, an unknown
 *     extent, contents of an explicit item that do not fit, or another source than their block
 *     began with
 */
public record EditionEvidence(
        Definition definition, long blocks, long faults, long records, long oddities) {

    /** Faults and oddities for each thing looked at, 0 to 1. */
    public double badness() {
        long seen = faults + records;
        return seen == 0 ? 1 : (double) (faults + oddities) / seen;
    }

    @Override
    public String toString() {
        return definition
                + ": "
                + blocks
                + " blocks, "
                + faults
                + " faults, "
                + records
                + " records, "
                + oddities
                + " odd";
    }
}
