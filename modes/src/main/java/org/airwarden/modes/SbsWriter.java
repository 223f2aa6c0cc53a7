package org.airwarden.modes;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Writes SBS-1 BaseStation lines, see {@link SbsReader}. SBS has no mark for simulated data: who
 * writes such lines must keep them from live receivers. Stateless; safe from any thread.
 */
public final class SbsWriter {

    private static final DateTimeFormatter DATE_AND_TIME =
            DateTimeFormatter.ofPattern("yyyy/MM/dd,HH:mm:ss.SSS", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private SbsWriter() {}

    /**
     * A MSG line without line end: altitude to the foot, speed to the tenth of a knot, track to the
     * tenth of a degree, position to 0.00001 degree, vertical rate to the foot a minute, times to
     * the millisecond below.
     */
    public static String line(SbsMessage message) {
        StringBuilder line = new StringBuilder(128);
        line.append("MSG,").append(message.type()).append(",1,1,");
        if (!message.icao()) {
            line.append('~');
        }
        line.append(HEX.toHexDigits(message.address(), 6)).append(",1,");
        time(line, message.generated());
        time(line, message.logged());
        line.append(plain(message.callSign())).append(',');
        number(line, message.pressureHeight() / Units.FOOT, 0);
        number(line, message.groundSpeed() / Units.KNOT, 1);
        number(line, message.track() / Units.DEGREE, 1);
        number(line, message.latitude() / Units.DEGREE, 5);
        number(line, message.longitude() / Units.DEGREE, 5);
        number(line, message.verticalRate() / Units.FOOT_PER_MINUTE, 0);
        line.append(message.squawk() < 0 ? "" : IdentityCode.text(message.squawk())).append(',');
        flag(line, message.alert()).append(',');
        flag(line, message.emergency()).append(',');
        flag(line, message.specialPosition()).append(',');
        return flag(line, message.onGround()).toString();
    }

    private static void time(StringBuilder line, long nanoseconds) {
        if (nanoseconds == SbsMessage.NO_TIME) {
            line.append(",,");
        } else {
            Instant instant =
                    Instant.ofEpochSecond(
                            Math.floorDiv(nanoseconds, Units.SECOND),
                            Math.floorMod(nanoseconds, Units.SECOND));
            line.append(DATE_AND_TIME.format(instant)).append(',');
        }
    }

    private static void number(StringBuilder line, double value, int decimals) {
        if (!Double.isNaN(value)) {
            long scale = 1;
            for (int i = 0; i < decimals; i++) {
                scale *= 10;
            }
            long scaled = (long) Math.floor(Math.abs(value) * scale + 0.5);
            if (value < 0 && scaled != 0) {
                line.append('-');
            }
            line.append(scaled / scale);
            if (decimals > 0) {
                String fraction = Long.toString(scale + scaled % scale);
                line.append('.').append(fraction, 1, fraction.length());
            }
        }
        line.append(',');
    }

    private static StringBuilder flag(StringBuilder line, int flag) {
        return switch (flag) {
            case 0 -> line.append('0');
            case 1 -> line.append("-1");
            default -> line;
        };
    }

    /** A call sign from elsewhere must not break the line. */
    private static String plain(String callSign) {
        return callSign.replace(',', ' ').replace('\n', ' ').replace('\r', ' ');
    }
}
