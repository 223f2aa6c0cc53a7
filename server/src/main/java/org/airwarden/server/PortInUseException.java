package org.airwarden.server;

import java.net.BindException;
import org.jspecify.annotations.Nullable;

/** Another program listens on the port. */
public final class PortInUseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    PortInUseException(int port, Throwable cause) {
        super(
                "port "
                        + port
                        + " is taken by another program; choose one with --port, or 0 for"
                        + " any free one",
                cause);
    }

    static boolean isCauseOf(Throwable problem) {
        for (@Nullable Throwable at = problem; at != null; at = at.getCause()) {
            if (at instanceof BindException || "Port already in use".equals(at.getMessage())) {
                return true;
            }
        }
        return problem.getClass().getSimpleName().contains("JavalinBind")
                || String.valueOf(problem.getMessage()).contains("already in use");
    }
}
