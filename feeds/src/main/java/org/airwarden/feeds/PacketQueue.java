package org.airwarden.feeds;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.airwarden.model.Packet;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue between receivers and the one who decodes. Two rules keep a flooding source from
 * starving the others: each source has a bucket of tokens, filled at its rated speed, and a packet
 * that finds none is dropped; and with several sources no one may fill more than half the queue.
 * Drops are counted by source. Any thread.
 */
public final class PacketQueue implements PacketSink {
    /**
     * What became of a source's packets.
     *
     * @param source the source's number
     * @param taken packets put into the queue
     * @param octets octets in those
     * @param overRate packets dropped because the source was faster than its rate
     * @param overShare packets dropped because the queue, or the source's share of it, was full
     */
    public record Counts(int source, long taken, long octets, long overRate, long overShare) {
        /** Returns how many packets were dropped. */
        public long dropped() {
            return overRate + overShare;
        }
    }

    private static final class Account {
        private double tokens;
        private long filled;
        private int queued;
        private long taken;
        private long octets;
        private long overRate;
        private long overShare;
    }

    private final int capacity;
    private final int share;
    private final double rate;
    private final double burst;
    private final LongSupplier ticker;
    private final Account[] accounts;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Queue<Packet> queue = new ArrayDeque<>();

    /**
     * Makes an empty queue.
     *
     * @param capacity how many packets wait at most, 2 or more
     * @param sources how many sources there are; their numbers are 0 to this less one
     * @param rate packets a second that each source may send for long (1/s), above 0
     * @param burst packets that each may send at once, 1 or more
     * @param ticker a clock that never runs back (ns), such as {@code System::nanoTime}
     */
    public PacketQueue(int capacity, int sources, double rate, int burst, LongSupplier ticker) {
        if (capacity < 2 || sources < 1 || !(rate > 0) || burst < 1) {
            throw new IllegalArgumentException(
                    "capacity "
                            + capacity
                            + ", sources "
                            + sources
                            + ", rate "
                            + rate
                            + ", burst "
                            + burst);
        }
        this.capacity = capacity;
        this.share = sources > 1 ? capacity / 2 : capacity;
        this.rate = rate;
        this.burst = burst;
        this.ticker = ticker;
        accounts = new Account[sources];
        long now = ticker.getAsLong();
        for (int i = 0; i < sources; i++) {
            accounts[i] = new Account();
            accounts[i].tokens = burst;
            accounts[i].filled = now;
        }
    }

    /**
     * Puts a packet in, or drops it and counts.
     *
     * @return whether it was put in
     */
    @Override
    public boolean offer(Packet packet) {
        if (packet.source() < 0 || packet.source() >= accounts.length) {
            throw new IllegalArgumentException("no source has the number " + packet.source());
        }
        Account account = accounts[packet.source()];
        lock.lock();
        try {
            if (!takeToken(account)) {
                account.overRate++;
                return false;
            }
            if (queue.size() >= capacity || account.queued >= share) {
                account.overShare++;
                return false;
            }
            account.queued++;
            account.taken++;
            account.octets += packet.bytes().length;
            queue.add(packet);
            filled.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes the oldest packet out, waiting for one.
     *
     * @param nanoseconds how long to wait at most (ns); 0 does not wait
     * @return the packet, or null where none came
     * @throws InterruptedException when the thread is interrupted while it waits
     */
    public @Nullable Packet poll(long nanoseconds) throws InterruptedException {
        lock.lock();
        try {
            long left = nanoseconds;
            while (queue.isEmpty() && left > 0) {
                left = filled.awaitNanos(left);
            }
            Packet packet = queue.poll();
            if (packet != null) {
                accounts[packet.source()].queued--;
            }
            return packet;
        } finally {
            lock.unlock();
        }
    }

    /** Returns how many packets wait. */
    public int size() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }

    /** Returns what became of each source's packets so far, in the order of their numbers. */
    public List<Counts> counts() {
        lock.lock();
        try {
            List<Counts> counts = new ArrayList<>(accounts.length);
            for (int i = 0; i < accounts.length; i++) {
                Account of = accounts[i];
                counts.add(new Counts(i, of.taken, of.octets, of.overRate, of.overShare));
            }
            return List.copyOf(counts);
        } finally {
            lock.unlock();
        }
    }

    private boolean takeToken(Account account) {
        long now = ticker.getAsLong();
        double seconds = (double) (now - account.filled) / TimeUnit.SECONDS.toNanos(1);
        if (seconds > 0) {
            account.tokens = Math.min(burst, account.tokens + seconds * rate);
            account.filled = now;
        }
        if (account.tokens < 1) {
            return false;
        }
        account.tokens -= 1;
        return true;
    }
}
