package org.airwarden.asterix;

/** What can be wrong with a data block. */
public enum FaultKind {
    /** One or two octets are left where a block's three header octets should stand. */
    HEADER_CUT("a block begins with a category octet and two length octets"),
    /** The length of the block is less than its header. */
    LENGTH_TOO_SMALL("the length of a block counts its three header octets"),
    /** The length of the block reaches beyond the data. */
    LENGTH_BEYOND_DATA("a block lies wholly inside its datagram or file"),
    /** Octets passed over until a block stood that reads without fault. */
    SKIPPED("octets between blocks"),
    /** No definition is at hand for the category. */
    UNKNOWN_CATEGORY("every category needs a definition"),
    /** A block without any record. */
    EMPTY_BLOCK("a block holds at least one record"),
    /** A record whose presence bits name no item at all. */
    EMPTY_RECORD("a record holds at least one item"),
    /** The presence bits run past the end of the block. */
    PRESENCE_CUT("the presence bits of a record end inside the block"),
    /** A presence bit is set for which the edition has no item. */
    ITEM_UNDEFINED("unused presence bits are zero"),
    /** A presence bit of a compound item is set for which the edition has no subitem. */
    SUBITEM_UNDEFINED("unused presence bits of a compound item are zero"),
    /** The item runs past the end of the block. */
    ITEM_CUT("every item ends inside its block"),
    /** The length octet of an item counts less than itself. */
    ITEM_LENGTH_ZERO("the length of an item counts its own octet"),
    /**
     * The contents of an explicit item (RE, SP) do not read to its end. The item's own length keeps
     * the record whole; nothing but the contents is lost, and they stay there as octets.
     */
    CONTENT_MISFIT("the contents of an explicit item end where the item ends");

    private final String rule;

    FaultKind(String rule) {
        this.rule = rule;
    }

    /** Whether the record, and with it the rest of its block, could not be read. */
    public boolean losesRecord() {
        return this != CONTENT_MISFIT && this != SKIPPED;
    }

    /** The rule that was broken, in words. */
    public String rule() {
        return rule;
    }
}
