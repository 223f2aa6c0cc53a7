package org.airwarden.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.airwarden.simulation.Simulator;
import org.jspecify.annotations.Nullable;

/**
 * Runs a scenario many times. Which runs, what they give and in which order they stand depends on
 * the plan and never on the number of threads: a run's numbers hang on its own number alone, and
 * whether to go on is asked after every {@value #BLOCK} runs, when all of them are there.
 */
public final class MonteCarlo {
    /** Runs between two looks at whether it is enough. */
    public static final int BLOCK = 100;

    private final Simulator simulator;
    private final Plan plan;
    private final Progress progress;
    private final RunTable table;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    /**
     * How often, and on how many threads.
     *
     * @param seed of the experiment
     * @param runs how many at most, 1 or more
     * @param threads how many, 1 or more
     * @param stopping when fewer are enough, or null for never
     */
    public record Plan(long seed, int runs, int threads, @Nullable Stopping stopping) {
        /** Checks. */
        public Plan {
            if (runs < 1 || threads < 1) {
                throw new IllegalArgumentException(runs + " runs on " + threads + " threads");
            }
        }
    }

    /**
     * Stops when a figure's interval is narrow enough: on its width, never on whether a difference
     * is significant. Y. S. Chow and H. Robbins, On the asymptotic theory of fixed-width sequential
     * confidence intervals, Annals of Mathematical Statistics 36 (1965).
     *
     * @param what the figure
     * @param halfWidth half the interval's width that is wanted, above 0
     * @param atLeast runs before it is asked for the first time: an interval of few runs may be
     *     narrow by chance
     * @param confidence of the interval
     */
    public record Stopping(Statistic what, double halfWidth, int atLeast, double confidence) {
        /** Checks. */
        public Stopping {
            if (!(halfWidth > 0)) {
                throw new IllegalArgumentException("a half width of " + halfWidth);
            }
        }

        boolean isEnough(RunTable runs) {
            return runs.runs() >= atLeast && what.of(runs, confidence).halfWidth() <= halfWidth;
        }
    }

    /** Is told how far it is. Called on the thread that asked for the runs; may throw to end. */
    @FunctionalInterface
    public interface Progress {
        /** Tells how many runs are done, of how many at most. */
        void at(int done, int most);
    }

    private MonteCarlo(Simulator simulator, Plan plan, Progress progress) {
        this.simulator = simulator;
        this.plan = plan;
        this.progress = progress;
        table = new RunTable(plan.runs());
    }

    /**
     * Runs.
     *
     * @throws IllegalStateException if a run fails, with its number
     */
    public static RunTable run(Simulator simulator, Plan plan, Progress progress) {
        MonteCarlo work = new MonteCarlo(simulator, plan, progress);
        if (plan.threads() == 1) {
            return work.all(null);
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(plan.threads() - 1)) {
            return work.all(pool);
        }
    }

    private RunTable all(@Nullable ExecutorService pool) {
        Stopping stopping = plan.stopping();
        if (stopping == null) {
            upTo(plan.runs(), pool);
            return table;
        }
        int end = 0;
        while (end < plan.runs()) {
            end = Math.min(end + BLOCK, plan.runs());
            upTo(end, pool);
            RunTable soFar = table.first(end);
            if (stopping.isEnough(soFar)) {
                return soFar;
            }
        }
        return table;
    }

    /** Does the runs up to a number on all threads, this one among them, and waits for them. */
    private void upTo(int end, @Nullable ExecutorService pool) {
        List<CompletableFuture<Void>> others = new ArrayList<>();
        if (pool != null) {
            for (int i = 1; i < plan.threads(); i++) {
                others.add(CompletableFuture.runAsync(() -> work(end, false), pool));
            }
        }
        work(end, true);
        try {
            others.forEach(CompletableFuture::join);
        } catch (CompletionException broken) {
            failure.compareAndSet(null, broken.getCause());
        }
        Throwable failed = failure.get();
        if (failed instanceof RuntimeException known) {
            throw known;
        }
        if (failed instanceof Error grave) {
            throw grave;
        }
        next.set(end);
        progress.at(end, plan.runs());
    }

    private void work(int end, boolean tells) {
        int run = next.getAndIncrement();
        while (run < end && failure.get() == null) {
            try {
                table.put(run, simulator.run(plan.seed(), run));
            } catch (RuntimeException wrong) {
                failure.compareAndSet(
                        null,
                        new IllegalStateException(
                                "run " + run + " of seed " + plan.seed() + " failed", wrong));
                return;
            } catch (Error grave) {
                failure.compareAndSet(null, grave);
                return;
            }
            int finished = done.incrementAndGet();
            if (tells && !tell(finished)) {
                return;
            }
            run = next.getAndIncrement();
        }
    }

    private boolean tell(int finished) {
        try {
            progress.at(finished, plan.runs());
            return true;
        } catch (RuntimeException unwanted) {
            failure.compareAndSet(null, unwanted);
            return false;
        }
    }
}
