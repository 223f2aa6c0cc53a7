package org.airwarden.asterix;

import org.jspecify.annotations.Nullable;

/**
 * A definition whose pieces do not fit together; who read the file knows where the piece stands.
 */
final class LayoutException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Object piece;

    LayoutException(@Nullable Object piece, String message) {
        super(message);
        this.piece = piece;
    }

    /** The part, item or entry that is to blame, the very object that the parser made; or null. */
    @Nullable Object piece() {
        return piece;
    }
}
