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

    private Remarks() {}

    static void quieten() {
        ROOT.setLevel(Level.WARNING);
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
