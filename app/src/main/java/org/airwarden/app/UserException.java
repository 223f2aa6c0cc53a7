package org.airwarden.app;

/** Something that the user can mend; its message is the one line that is printed. */
final class UserException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** 1 where the work failed, 2 where the command was misused. */
    private final int exitCode;

    private UserException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    static UserException misuse(String message) {
        return new UserException(2, message);
    }

    static UserException failure(String message) {
        return new UserException(1, message);
    }

    int exitCode() {
        return exitCode;
    }
}
