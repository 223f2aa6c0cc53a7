package org.airwarden.app;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * A bar on standard error for work that takes longer than a moment; nothing at all where standard
 * error is not a terminal, which only the launcher can see and says in a property. One thread.
 */
final class Progress implements AutoCloseable {
    private static final long MOMENT_NANOSECONDS = 1_000_000_000L;

    private final String task;
    private final long total;
    private final String unit;
    private final long unitSize;
    private final long began = System.nanoTime();
    private final boolean terminal = Boolean.getBoolean("airwarden.terminal");
    private @Nullable ProgressBar bar;

    /**
     * Begins.
     *
     * @param task what is done, for people
     * @param total the work in all, in bytes
     */
    Progress(String task, long total) {
        this(task, total, " MB", 1 << 20);
    }

    private Progress(String task, long total, String unit, long unitSize) {
        this.task = task;
        this.total = total;
        this.unit = unit;
        this.unitSize = unitSize;
    }

    /**
     * Begins work that is counted in runs.
     *
     * @param task what is done, for people
     * @param runs how many in all
     */
    static Progress ofRuns(String task, long runs) {
        return new Progress(task, runs, " runs", 1);
    }

    /** Tells how much is done, of how much. */
    void at(long done, long ofTotal) {
        at(Math.min(done, ofTotal));
    }

    /** Tells how much is done. */
    void at(long done) {
        if (bar == null) {
            if (!terminal || System.nanoTime() - began < MOMENT_NANOSECONDS) {
                return;
            }
            Remarks.quieten();
            bar =
                    new ProgressBarBuilder()
                            .setTaskName(task)
                            .setInitialMax(total)
                            .setUnit(unit, unitSize)
                            .setStyle(ProgressBarStyle.ASCII)
                            .setUpdateIntervalMillis(200)
                            .build();
        }
        bar.stepTo(done);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
