package org.airwarden.app;

import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What libraries and hosts remark: one line each on standard error, and only what matters. */
final class Remarks {
    /** Kept, so that its level is not lost with it. */
    private static final Logger ROOT = Logger.getLogger("");

    /** What goes wrong in starting it is said by ourselves, with the remedy. */
    private static final Logger WEB_FRAMEWORK = Logger.getLogger("io.javalin");

    private Remarks() {}

    static void quieten() {
        ROOT.setLevel(Level.WARNING);
        WEB_FRAMEWORK.setLevel(Level.OFF);
        for (Handler handler : ROOT.getHandlers()) {
            handler.setLevel(Level.WARNING);
            handler.setFormatter(new OneLine());
        }
    }

    private static final class OneLine extends Formatter {
        @Override
        public String format(LogRecord logged) {
            return "airwarden: " + formatMessage(logged) + System.lineSeparator();
        }
    }
}
