package org.airwarden.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/**
 * A disk whose operations (creating, writing, forcing) fail from the n-th on, until they are let
 * work again. A write that fails leaves the first half of its bytes.
 */
final class FailingDisk implements Disk {
    private final long failFrom;
    private final String message;
    private long operations;
    private boolean mended;
    private long usable = Long.MAX_VALUE;

    FailingDisk(long failFrom, String message) {
        this.failFrom = failFrom;
        this.message = message;
    }

    /** A disk that never fails, and is quick since it forces nothing. */
    static Disk quick() {
        return new FailingDisk(Long.MAX_VALUE, "never");
    }

    void mend() {
        mended = true;
    }

    void usable(long bytes) {
        usable = bytes;
    }

    long operations() {
        return operations;
    }

    @Override
    public FileChannel create(Path file) throws IOException {
        if (fails()) {
            throw new IOException(message);
        }
        return new FailingChannel(Disk.REAL.create(file));
    }

    @Override
    public FileChannel reopen(Path file) throws IOException {
        return new FailingChannel(Disk.REAL.reopen(file));
    }

    @Override
    public void forceNames(Path directory) {
        // Nothing here has to outlive a power cut.
    }

    @Override
    public long usableBytes(Path directory) {
        return usable;
    }

    private boolean fails() {
        operations++;
        return operations >= failFrom && !mended;
    }

    private final class FailingChannel extends FileChannel {
        private final FileChannel file;

        FailingChannel(FileChannel file) {
            this.file = file;
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            if (fails()) {
                int half = from.remaining() / 2;
                file.write(from.slice(from.position(), half));
                throw new IOException(message);
            }
            return file.write(from);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            if (fails()) {
                throw new IOException(message);
            }
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            file.truncate(size);
            return this;
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            file.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public int read(ByteBuffer into) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long read(ByteBuffer[] into, int offset, int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(ByteBuffer into, long position) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long write(ByteBuffer[] from, int offset, int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int write(ByteBuffer from, long position) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long transferTo(long position, long count, WritableByteChannel target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long transferFrom(ReadableByteChannel source, long position, long count) {
            throw new UnsupportedOperationException();
        }

        @Override
        public MappedByteBuffer map(MapMode mode, long position, long size) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileLock lock(long position, long size, boolean shared) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) {
            throw new UnsupportedOperationException();
        }
    }
}
