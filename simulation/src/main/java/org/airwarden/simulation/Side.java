package org.airwarden.simulation;

/** Whose an aircraft is, in truth. No post is ever told. */
public enum Side {
    /** An airliner or another civil aircraft. */
    CIVIL,
    /** The defender's own. */
    DEFENDER,
    /** Of a third party or an ally: must not be hit. */
    THIRD_PARTY,
    /** Of the raid. */
    ATTACKER
}
