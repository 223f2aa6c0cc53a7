package org.airwarden.simulation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.airwarden.feeds.Format;
import org.airwarden.feeds.RecordingFormat;
import org.airwarden.feeds.SimulatedMark;
import org.airwarden.feeds.Source;
import org.airwarden.feeds.Transport;
import org.airwarden.model.Origin;
import org.airwarden.model.Packet;
import org.airwarden.model.PositionReport;
import org.airwarden.model.PressureHeight;
import org.airwarden.model.Sensor;
import org.airwarden.model.Time;
import org.airwarden.modes.AirbornePosition;
import org.airwarden.modes.AirborneVelocity;
import org.airwarden.modes.AircraftIdentification;
import org.airwarden.modes.AltitudeCode;
import org.airwarden.modes.BeastWriter;
import org.airwarden.modes.ErrorCorrection;
import org.airwarden.modes.FrameKind;
import org.airwarden.modes.ModeSEncoder;
import org.jspecify.annotations.Nullable;

/**
 * Reports of a simulated receiver of ADS-B as a Beast stream: position, velocity and now and then
 * the name, as extended squitters, stamped with the time of day.
 *
 * <p>Beast has no mark for what is simulated. The bytes therefore leave as packets that say so, or
 * into a file with the word in its name and a file beside it; there is no other way out. One
 * thread.
 */
final class SpeakingBeast {
    private static final int AIRBORNE = 5;
    private static final int POSITION_TYPE = 11; // NIC 8
    private static final int SIGNAL = 128;
    private static final int NAMED_EVERY = 5;

    private final Sensor sensor;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final byte[] message = new byte[14];
    private final byte[] frame = new byte[BeastWriter.MAXIMUM_LENGTH];
    private final Map<Integer, Integer> said = new LinkedHashMap<>();

    /** Makes a receiver's voice. */
    SpeakingBeast(Sensor sensor) {
        this.sensor = sensor;
    }

    /** Returns the source through which a receiver speaks, with the sensor's own number. */
    static Source source(Sensor sensor) {
        return new Source(
                sensor.id(),
                sensor.name(),
                new Transport.Recorded(sensor.name() + "-simulated.beast"),
                Format.BEAST,
                RecordingFormat.ofWord("beast-gps"),
                new TreeMap<>(),
                sensor.id(),
                new TreeMap<>(),
                null,
                ErrorCorrection.NONE);
    }

    /** Says a report; what has no address cannot be said. */
    void say(PositionReport report) {
        int address = report.said().address();
        if (address < 0) {
            return;
        }
        int number = said.merge(address, 1, Integer::sum);
        PressureHeight height = report.said().height();
        int feet = height == null ? AltitudeCode.NONE : (int) StrictMath.round(height.feet());
        squitter(
                report,
                AirbornePosition.build(
                        POSITION_TYPE,
                        0,
                        false,
                        height == null ? 0 : AltitudeCode.code12Of(feet),
                        report.latitude(),
                        report.longitude(),
                        number % 2 == 0));
        squitter(
                report,
                AirborneVelocity.build(
                        2,
                        report.velocityEast(),
                        report.velocityNorth(),
                        report.verticalRate(),
                        true,
                        Double.NaN));
        String callSign = report.said().callSign();
        if (callSign != null && number % NAMED_EVERY == 1) {
            squitter(report, AircraftIdentification.build(0, callSign));
        }
    }

    private void squitter(PositionReport report, long content) {
        ModeSEncoder.extendedSquitter(AIRBORNE, report.said().address(), content, message, 0);
        long ofDay = Math.floorMod(report.measured(), Time.DAY);
        long counter = ((ofDay / Time.SECOND) << 30) | (ofDay % Time.SECOND);
        int length = BeastWriter.write(FrameKind.LONG, counter, SIGNAL, message, 0, frame, 0);
        out.write(frame, 0, length);
    }

    /**
     * Returns all that was said since the last time as one packet, or null for nothing.
     *
     * @param received when it arrives (ns since 1970)
     */
    @Nullable Packet take(long received) {
        if (out.size() == 0) {
            return null;
        }
        Packet packet = new Packet(received, sensor.id(), Origin.SIMULATED, out.toByteArray());
        out.reset();
        return packet;
    }

    /**
     * Appends a packet to a file, and writes beside it that it is simulated.
     *
     * @throws IllegalArgumentException if the file's name does not say "simulated"
     * @throws IOException if it cannot be written
     */
    static void save(Packet packet, Path file) throws IOException {
        if (!SimulatedMark.isInName(file)) {
            throw new IllegalArgumentException(
                    "simulated Beast goes into files whose name says 'simulated', not " + file);
        }
        SimulatedMark.writeSidecar(file);
        Files.write(file, packet.bytes(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
