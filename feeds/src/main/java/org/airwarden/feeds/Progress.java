package org.airwarden.feeds;

/** Is told how far reading has come. */
@FunctionalInterface
public interface Progress {
    /** Tells nobody. */
    Progress NONE = (done, total) -> {};

    /**
     * Tells how far.
     *
     * @param done bytes that are behind
     * @param total bytes there are; less than {@code done} where files are compressed
     */
    void at(long done, long total);
}
