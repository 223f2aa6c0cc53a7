package org.airwarden.feeds;

import org.airwarden.asterix.Definition;
import org.airwarden.asterix.RecordView;
import org.airwarden.model.ServiceMessage.Kind;
import org.airwarden.model.Strobe;
import org.jspecify.annotations.Nullable;

/**
 * CAT019, 034, 063 and 065 (EUROCONTROL-SPEC-0149-18, -2b, -10, -15) to service messages: north
 * marks, sectors, update cycles, and that the sender lives. What CAT063 says of a centre's own
 * sensors is the centre's word, not theirs.
 *
 * <p>A jamming strobe of CAT034 becomes a strobe: the middle of its polar window (I034/100), with
 * the standard deviation of an azimuth that may be anywhere within it. How far the window reaches
 * tells where the radar is blind, not where the jammer is.
 */
final class ServiceMapper extends CategoryMapper {
    private final Kind[] kinds;
    private static final int JAMMING = 4;
    private static final int JAMMING_SECONDARY = 6;
    private static final int JAMMING_MODE_S = 7;

    /** A window of no width is still no better than this (rad). */
    private static final double LEAST_SIGMA = Math.toRadians(0.3);

    private final boolean radar;
    private final Handle kind;
    private final Handle from;
    private final Handle to;
    private final Handle azimuth;
    private final Handle period;

    ServiceMapper(Definition definition) {
        super(definition);
        radar = definition.category() == 34;
        kinds =
                switch (definition.category()) {
                    case 19 -> new Kind[] {Kind.UPDATE_CYCLE};
                    case 34 -> new Kind[] {Kind.NORTH_MARK, Kind.SECTOR};
                    default -> new Kind[] {};
                };
        kind = Handle.of(definition, "000");
        azimuth = radar ? Handle.of(definition, "020") : Handle.of(definition);
        period = radar ? Handle.of(definition, "041") : Handle.of(definition);
        from = radar ? Handle.of(definition, "100/THETAST") : Handle.of(definition);
        to = radar ? Handle.of(definition, "100/THETAEND") : Handle.of(definition);
    }

    @Override
    void map(RecordView record, Mapping mapping, int sensor) {
        int code = kind.code(record);
        Strobe.Kind jamming = radar ? jamming(code) : null;
        if (jamming != null) {
            strobe(record, mapping, sensor, jamming);
            return;
        }
        Kind known = code >= 1 && code <= kinds.length ? kinds[code - 1] : Kind.STATUS;
        double turn = period.value(record);
        mapping.service(
                sensor,
                measured(record, mapping),
                known,
                known == Kind.NORTH_MARK ? 0 : azimuth.value(record),
                turn > 0 ? turn : Double.NaN);
    }

    private static Strobe.@Nullable Kind jamming(int code) {
        return switch (code) {
            case JAMMING -> Strobe.Kind.JAMMING;
            case JAMMING_SECONDARY -> Strobe.Kind.JAMMING_SECONDARY;
            case JAMMING_MODE_S -> Strobe.Kind.JAMMING_MODE_S;
            default -> null;
        };
    }

    private void strobe(RecordView record, Mapping mapping, int sensor, Strobe.Kind jamming) {
        double start = from.value(record);
        if (!from.isIn(record) || Double.isNaN(start)) {
            mapping.setAside("no-direction");
            return;
        }
        // Clockwise from the one to the other, through north where need be.
        double width = to.value(record) - start;
        width = width < 0 ? width + 2 * Math.PI : width;
        double middle = start + width / 2;
        mapping.report(
                new Strobe(
                        sensor,
                        measured(record, mapping),
                        mapping.received(),
                        mapping.origin(),
                        jamming,
                        middle >= 2 * Math.PI ? middle - 2 * Math.PI : middle,
                        Math.max(LEAST_SIGMA, width / Math.sqrt(12)),
                        Double.NaN,
                        Double.NaN));
    }
}
