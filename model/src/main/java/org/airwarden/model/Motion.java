package org.airwarden.model;

/**
 * How a track moves, as far as its models of motion tell: what ASTERIX calls mode of movement
 * (CAT062, I062/200).
 *
 * @param course whether it turns
 * @param accelerating whether it manoeuvres otherwise than by a level turn: it changes its speed or
 *     its vertical speed
 * @param vertical whether it climbs
 * @param ballistic whether it only falls, at a speed that no aircraft falls at: a missile without
 *     thrust
 */
public record Motion(Course course, boolean accelerating, Vertical vertical, boolean ballistic) {
    /** Nothing is known. */
    public static final Motion UNDETERMINED =
            new Motion(Course.UNDETERMINED, false, Vertical.UNDETERMINED);

    /** Makes that of what is no missile. */
    public Motion(Course course, boolean accelerating, Vertical vertical) {
        this(course, accelerating, vertical, false);
    }

    /** Whether a track turns. */
    public enum Course {
        /** Not to be told. */
        UNDETERMINED,
        /** Straight on. */
        CONSTANT,
        /** Clockwise seen from above. */
        RIGHT_TURN,
        /** Counterclockwise. */
        LEFT_TURN
    }

    /** Whether a track changes its height. */
    public enum Vertical {
        /** Not to be told. */
        UNDETERMINED,
        /** It keeps its height. */
        LEVEL,
        /** It climbs. */
        CLIMB,
        /** It descends. */
        DESCENT
    }
}
