package org.airwarden.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A folder that goes when it is closed. A program that is told to end (Ctrl-C, SIGTERM) waits until
 * then, so that nothing stays behind; who fills the folder asks {@link #requireWanted} now and
 * then.
 */
final class TemporaryFolder implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    private final Path path;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean unwanted;

    TemporaryFolder(String name) throws IOException {
        hook = Thread.ofPlatform().name("temporary-folder").unstarted(this::awaitClosed);
        Runtime.getRuntime().addShutdownHook(hook);
        path = Files.createTempDirectory(name);
    }

    private void awaitClosed() {
        unwanted = true;
        try {
            if (!closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                delete();
            }
        } catch (InterruptedException | IOException ending) {
            // The program ends; there is nobody left to tell.
        }
    }

    /**
     * Goes on only while the program does.
     *
     * @throws UserException when it was told to end
     */
    void requireWanted() {
        if (unwanted) {
            throw UserException.failure("stopped before it was done");
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        try {
            delete();
        } finally {
            closed.countDown();
            if (!unwanted) {
                try {
                    Runtime.getRuntime().removeShutdownHook(hook);
                } catch (IllegalStateException ending) {
                    // The hook runs already and finds the folder closed.
                }
            }
        }
    }

    private void delete() throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(path)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException problem) {
            throw problem.getCause();
        }
        for (Path one : all) {
            Files.deleteIfExists(one);
        }
    }
}
