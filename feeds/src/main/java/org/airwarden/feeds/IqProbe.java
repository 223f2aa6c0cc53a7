package org.airwarden.feeds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.airwarden.modes.Fault;
import org.airwarden.modes.Frame;
import org.airwarden.modes.FrameHandler;
import org.airwarden.modes.IqDemodulator;
import org.airwarden.modes.IqFormat;
import org.airwarden.modes.ModeSMessage;
import org.jspecify.annotations.Nullable;

/**
 * Whether bytes are radio samples, and how they lie. Samples have no mark; but those of a receiver
 * lie evenly about zero, and read rightly they hold messages whose parity is right, which noise or
 * a wrong reading does not make twice. Stateless; any thread.
 */
final class IqProbe {
    /** Messages of right parity that prove a reading; one may come about by chance. */
    private static final int ENOUGH = 2;

    /** How far the mean of bytes may lie from 127.5, of 128. */
    private static final double BYTE_BIAS = 4;

    /** How far the mean of 16-bit values may lie from 0, in parts of their spread. */
    private static final double SHORT_BIAS = 0.25;

    /** What samples say. */
    record Finding(@Nullable IqFormat format, String words) {}

    private IqProbe() {}

    /**
     * Looks at the beginning of a file.
     *
     * @return null if it does not look like samples
     */
    static @Nullable Finding of(byte[] head, int length) {
        List<IqFormat> like = new ArrayList<>();
        for (IqFormat format : IqFormat.values()) {
            if (looksLike(format.bytesPerSample(), head, length)) {
                like.add(format);
            }
        }
        if (like.isEmpty()) {
            return null;
        }
        record Tried(IqFormat format, int messages) {}
        List<Tried> tried = new ArrayList<>();
        for (IqFormat format : like) {
            tried.add(new Tried(format, messages(format, head, length)));
        }
        tried.sort(Comparator.comparingInt(Tried::messages).reversed());
        Tried best = tried.getFirst();
        boolean clear =
                best.messages() >= ENOUGH
                        && (tried.size() == 1 || best.messages() > tried.get(1).messages());
        StringBuilder words = new StringBuilder("radio samples by their spread about zero, with ");
        String separator = "";
        for (Tried one : tried) {
            words.append(separator)
                    .append(FramingDetector.number(one.messages()))
                    .append(separator.isEmpty() ? " messages of right parity read as " : " as ")
                    .append(one.format().word());
            separator = ", ";
        }
        return new Finding(clear ? best.format() : null, words.toString());
    }

    /** Tells what samples that lie so give. */
    static FramingTrial trial(RecordingFormat framing, byte[] head) {
        IqFormat format = Objects.requireNonNull(framing.framing().iq());
        boolean alike = looksLike(format.bytesPerSample(), head, head.length);
        int messages = alike ? messages(format, head, head.length) : 0;
        return new FramingTrial(
                framing,
                messages,
                messages >= ENOUGH ? 1 : 0,
                0,
                -1,
                alike
                        ? "values lie evenly about zero; parity is right in these messages"
                        : "values do not lie evenly about zero");
    }

    private static boolean looksLike(int bytesPerSample, byte[] head, int length) {
        int size = bytesPerSample / 2;
        int values = length / size;
        if (values < 2_000) {
            return false; // not even two messages long
        }
        double sum = 0;
        double squares = 0;
        for (int n = 0; n < values; n++) {
            int low = head[n * size] & 0xFF;
            double value = size == 1 ? low - 127.5 : (short) (low | head[n * size + 1] << 8);
            sum += value;
            squares += value * value;
        }
        double mean = sum / values;
        double spread = Math.sqrt(squares / values - mean * mean);
        return spread > 0
                && (size == 1
                        ? Math.abs(mean) <= BYTE_BIAS
                        : Math.abs(mean) <= SHORT_BIAS * spread);
    }

    private static int messages(IqFormat format, byte[] head, int length) {
        int[] clean = new int[1];
        IqDemodulator demodulator =
                new IqDemodulator(
                        format,
                        new FrameHandler() {
                            private final ModeSMessage message = new ModeSMessage();

                            @Override
                            public void onFrame(Frame frame) {
                                message.wrap(frame.buffer(), frame.offset(), frame.length());
                                clean[0] += message.isClean() ? 1 : 0;
                            }

                            @Override
                            public void onFault(Fault fault) {}
                        });
        demodulator.read(head, 0, length);
        demodulator.finish();
        return clean[0];
    }

    /** Says how to name the format where the samples do not tell it. */
    static String remedy() {
        StringBuilder words = new StringBuilder("name it with --format");
        for (IqFormat format : IqFormat.values()) {
            words.append(String.format(Locale.ROOT, " %s", format.word()));
        }
        return words.toString();
    }
}
