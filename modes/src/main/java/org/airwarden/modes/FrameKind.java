package org.airwarden.modes;

/** The kinds of frame that a Mode S receiver puts out, with the bytes each carries. */
public enum FrameKind {
    /** A Mode A or Mode C reply: 2 bytes. */
    MODE_AC('1', 2),
    /** A short Mode S message: 7 bytes. */
    SHORT('2', 7),
    /** A long Mode S message: 14 bytes. */
    LONG('3', 14),
    /** Status and settings of the receiver itself: 14 bytes. */
    STATUS('4', 14);

    private final char beastType;
    private final int length;

    FrameKind(char beastType, int length) {
        this.beastType = beastType;
        this.length = length;
    }

    /** The character that names this kind on a Beast stream. */
    public char beastType() {
        return beastType;
    }

    /** How many bytes the frame carries. */
    public int length() {
        return length;
    }

    /** Whether the frame carries a Mode S message. */
    public boolean isModeS() {
        return this == SHORT || this == LONG;
    }
}
