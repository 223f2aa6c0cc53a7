package org.airwarden.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.airwarden.model.PictureChange;
import org.airwarden.model.SensorReport;
import org.airwarden.model.Settings;
import org.airwarden.model.Tick;
import org.airwarden.model.Time;
import org.airwarden.tracking.Tracker;

/**
 * A tracker under the traffic of {@link ScaleTraffic}: processor time a second of traffic, memory,
 * what is allocated, and the latency from report to track.
 *
 * <p>Latency is that of one server that works through its inputs in order: a report arrives when it
 * is received; the work on the reports of 5 ms begins when the last of them arrives and the work
 * before it is done, and takes the processor time that was measured for it; a report has reached
 * its track when the work is done that tells the tracks it waited for. So the machine's other work
 * does not count, and waiting inside the tracker does. Ticks come every 100 ms.
 *
 * <p>Usage: {@code ScaleRun [aircraft [seconds [false plots a turn]]]}
 */
public final class ScaleRun {
    private static final int TICKS = 10;

    /**
     * Blocks of inputs a second whose processor time is taken together: asking for it costs 3 us.
     */
    private static final int BLOCKS = 200;

    private static final long DELAY = Time.ofSeconds(0.2);

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Tracker tracker = new Tracker(1);
    private final List<Double> latencies = new ArrayList<>();
    private final List<Long> waiting = new ArrayList<>();
    private long told;
    private long hash = 1;
    private double free;
    private boolean counting;

    private ScaleRun() {}

    /** Runs it, and prints one line for all seconds but the first thirty. */
    public static void main(String[] arguments) {
        int aircraft = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
        int falsePlots = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 50;
        new ScaleRun().run(aircraft, seconds, falsePlots);
    }

    private void run(int aircraft, int seconds, int falsePlots) {
        ScaleTraffic traffic = new ScaleTraffic(aircraft, falsePlots, 1);
        tracker.accept(traffic.site(), change -> {});
        tracker.accept(Settings.standard(0), change -> {});
        List<SensorReport> reports = new ArrayList<>();
        int settled = Math.min(30, seconds / 2);
        long cpu = 0;
        long allocated = 0;
        long count = 0;
        double worstSecond = 0;
        for (int second = 0; second < seconds; second++) {
            reports.clear();
            traffic.second(second, reports);
            counting = second >= settled;
            long before = threads.getCurrentThreadCpuTime();
            long bytes = threads.getCurrentThreadAllocatedBytes();
            int next = 0;
            for (int block = 1; block <= BLOCKS; block++) {
                long until = second * Time.SECOND + block * (Time.SECOND / BLOCKS);
                int from = next;
                while (next < reports.size() && reports.get(next).measured() < until) {
                    next++;
                }
                work(reports, from, next, until + DELAY, block % (BLOCKS / TICKS) == 0);
            }
            double used = (threads.getCurrentThreadCpuTime() - before) / 1e9;
            if (counting) {
                cpu += threads.getCurrentThreadCpuTime() - before;
                allocated += threads.getCurrentThreadAllocatedBytes() - bytes;
                count += reports.size();
                worstSecond = Math.max(worstSecond, used);
            } else if (second % 5 == 0 && Boolean.getBoolean("verbose")) {
                System.err.printf("second %d: %.3f s, %d reports%n", second, used, reports.size());
            }
        }
        report(aircraft, falsePlots, seconds - settled, cpu, allocated, count, worstSecond);
    }

    /**
     * Gives the reports of a block of time to the tracker, perhaps with a tick at its end, and lets
     * the clock of the one server run: it begins when the last has arrived.
     */
    private void work(List<SensorReport> reports, int from, int to, long end, boolean tick) {
        long before = threads.getCurrentThreadCpuTime();
        int done = 0;
        for (int i = from; i < to; i++) {
            long toldBefore = told;
            tracker.accept(reports.get(i), this::hear);
            if (told != toldBefore) {
                done = waiting.size();
            }
            waiting.add(reports.get(i).received());
        }
        if (tick) {
            tracker.accept(new Tick(end), this::hear);
            done = waiting.size();
        }
        double took = (threads.getCurrentThreadCpuTime() - before) / 1e9;
        free = Math.max(free, end / 1e9) + took;
        if (counting) {
            for (int i = 0; i < done; i++) {
                latencies.add(free - waiting.get(i) / 1e9);
            }
        }
        waiting.subList(0, done).clear();
    }

    private void hear(PictureChange change) {
        told++;
        if (change instanceof PictureChange.TrackChanged changed) {
            hash = 31 * hash + changed.track().number().serial();
            hash = 31 * hash + Double.doubleToLongBits(changed.track().kinematics().x());
        }
    }

    private void report(
            int aircraft,
            int falsePlots,
            int seconds,
            long cpu,
            long allocated,
            long count,
            double worstSecond) {
        double[] sorted = latencies.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        int[] tracks = new int[1];
        tracker.forEachTrack(track -> tracks[0]++);
        System.gc();
        Runtime machine = Runtime.getRuntime();
        long heap = machine.totalMemory() - machine.freeMemory();
        System.out.printf(
                Locale.ROOT,
                "aircraft %d, false %d a turn: %.0f reports/s, %d tracks; processor %.4f s a second"
                        + " (worst %.3f), %.2f us a report; allocated %.0f B a report; latency"
                        + " p50 %.1f p99 %.1f max %.1f ms; heap %d MB; told %d hash %016x%n",
                aircraft,
                falsePlots,
                count / (double) seconds,
                tracks[0],
                cpu / 1e9 / seconds,
                worstSecond,
                cpu / 1e3 / count,
                allocated / (double) count,
                1e3 * at(sorted, 0.5),
                1e3 * at(sorted, 0.99),
                1e3 * at(sorted, 1),
                heap >> 20,
                told,
                hash);
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))];
    }
}
