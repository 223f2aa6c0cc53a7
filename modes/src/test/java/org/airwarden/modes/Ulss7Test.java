package org.airwarden.modes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.airwarden.modes.ExtendedSquitter.Content;
import org.junit.jupiter.api.Test;

/**
 * One minute of Beast stream at St Petersburg, and what dump1090 made of it as SBS lines: the same
 * messages, hence comparable line by line. The recording holds most frames twice, in blocks, so its
 * time steps back again and again.
 */
class Ulss7Test {

    private static final String BEAST = "beastblackbox/ulss7-1522782148.136310917.beast";
    private static final String SBS = "beastblackbox/ulss7_decoded_sbs.txt";
    private static final long START = 1_522_782_148_136_310_917L;

    private final List<ModeSReport> reports = new ArrayList<>();
    private final Map<FrameKind, Integer> kinds = new EnumMap<>(FrameKind.class);
    private final List<Fault> faults = new ArrayList<>();
    private final ModeSDecoder decoder =
            new ModeSDecoder(PositionSettings.anywhere(), reports::add);
    private final BeastClock clock = BeastClock.twelveMegahertz(START);
    private final BeastReader reader =
            new BeastReader(
                    new FrameHandler() {
                        @Override
                        public void onFrame(Frame frame) {
                            kinds.merge(frame.kind(), 1, Integer::sum);
                            decoder.take(clock.nanoseconds(frame.counter()), frame);
                        }

                        @Override
                        public void onFault(Fault fault) {
                            faults.add(fault);
                        }
                    });

    private void decode() {
        reader.read(Recordings.bytes(BEAST));
        reader.finish();
    }

    @Test
    void shouldCountFramesAndFormatsWhenRecordingIsRead() {
        decode();
        assertThat(faults).isEmpty();
        assertThat(reader.frames()).isEqualTo(13_954);
        assertThat(kinds)
                .containsEntry(FrameKind.MODE_AC, 5_026)
                .containsEntry(FrameKind.SHORT, 4_942)
                .containsEntry(FrameKind.LONG, 3_986);
        assertThat(decoder.modeAcReplies()).isEqualTo(5_026);
        assertThat(decoder.messages()).isEqualTo(8_928);
        int[] expected = {0, 440, 4, 328, 5, 196, 11, 3_978, 16, 62, 17, 3_436, 20, 262, 21, 226};
        for (int i = 0; i < expected.length; i += 2) {
            assertThat(decoder.messages(expected[i]))
                    .as("DF" + expected[i])
                    .isEqualTo(expected[i + 1]);
        }
        assertThat(decoder.refused(Refusal.BAD_PARITY)).isZero();
        assertThat(decoder.refused(Refusal.WRONG_LENGTH)).isZero();
        assertThat(decoder.squitters(Content.AIRBORNE_POSITION)).isEqualTo(1_498);
        assertThat(decoder.squitters(Content.AIRBORNE_VELOCITY)).isEqualTo(1_492);
        assertThat(decoder.squitters(Content.IDENTIFICATION)).isEqualTo(146);
        var addresses = new TreeSet<String>();
        reports.forEach(report -> addresses.add(report.address().toString()));
        assertThat(addresses).hasSize(11);
        assertThat(decoder.positions(PositionOutcome.GLOBAL)).isEqualTo(1_438);
        assertThat(decoder.positions(PositionOutcome.LOCAL)).isEqualTo(18);
        assertThat(decoder.positions(PositionOutcome.NO_PAIR)).isEqualTo(42);
        assertThat(decoder.refused(Refusal.UNTRUSTED_ADDRESS)).isEqualTo(6);
    }

    @Test
    void shouldSayWhatOracleSaysWhenComparedLineByLine() {
        decode();
        List<SbsMessage> oracle = new ArrayList<>();
        List<Fault> oracleFaults = new ArrayList<>();
        SbsReader sbs =
                new SbsReader(
                        new SbsHandler() {
                            @Override
                            public void onMessage(SbsMessage message) {
                                oracle.add(message);
                            }

                            @Override
                            public void onFault(Fault fault) {
                                oracleFaults.add(fault);
                            }
                        });
        sbs.read(Recordings.bytes(SBS));
        sbs.finish();
        assertThat(oracle).hasSize(8_622);
        assertThat(oracleFaults).hasSize(2);
        assertThat(new String(oracleFaults.getFirst().bytes(), StandardCharsets.US_ASCII))
                .isEqualTo("Total processed 13954 messages");

        // dump1090 writes no line for emergency, operational status and target state squitters.
        List<ModeSReport> comparable =
                reports.stream()
                        .filter(report ->
                                !(report instanceof ModeSReport.Emergency)
                                        && !(report instanceof ModeSReport.Status)
                                        && !(report instanceof ModeSReport.Target)
                                        && !(report instanceof ModeSReport.CommB)
                                        && !(report instanceof ModeSReport.Advisory))
                        .toList();
        assertThat(comparable).hasSameSizeAs(oracle);
        int resolved = 0;
        for (int i = 0; i < oracle.size(); i++) {
            resolved += compare(i, comparable.get(i), oracle.get(i));
        }
        assertThat(resolved).isEqualTo(1_456);
    }

    /** No register is named that disagrees with what the same aircraft squitters. */
    @Test
    void shouldInferRegistersWhenAircraftSquitterToo() {
        decode();
        Map<Register, Integer> registers = new EnumMap<>(Register.class);
        Map<String, String> names = new java.util.HashMap<>();
        for (ModeSReport report : reports) {
            if (report instanceof ModeSReport.Identification named) {
                names.put(named.address().hex(), named.callSign());
            }
            if (report instanceof ModeSReport.CommB reply) {
                registers.merge(reply.register(), 1, Integer::sum);
                if (reply.register() == Register.IDENTIFICATION) {
                    String name = AircraftIdentification.callSign(reply.content());
                    assertThat(names.getOrDefault(reply.address().hex(), name)).isEqualTo(name);
                }
            }
        }
        int all = registers.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(all).as(registers.toString()).isEqualTo(310);
        assertThat(registers.getOrDefault(Register.UNKNOWN, 0))
                .as(registers.toString())
                .isLessThan(all / 7);
    }

    private static int compare(int index, ModeSReport report, SbsMessage line) {
        String what = index + ": " + report + " against " + line;
        assertThat(report.address())
                .as(what)
                .isEqualTo(new AircraftAddress(line.address(), AddressKind.ICAO));
        assertThat(report.time() / 1_000_000)
                .as(what)
                .isCloseTo(line.generated() / 1_000_000, within(1L));
        switch (report) {
            case ModeSReport.AllCall all -> assertThat(line.type()).as(what).isEqualTo(8);
            case ModeSReport.Identification identification -> {
                assertThat(line.type()).as(what).isEqualTo(1);
                assertThat(identification.callSign()).as(what).isEqualTo(line.callSign());
            }
            case ModeSReport.Velocity velocity -> {
                assertThat(line.type()).as(what).isEqualTo(4);
                // The oracle cuts speed to whole knots, and rounds the track by adding a half and
                // cutting, in a range of -180 to 180 degrees, which is off by one in the west.
                assertThat(Math.floor(velocity.groundSpeed() / Units.KNOT + 1e-9))
                        .as(what)
                        .isCloseTo(line.groundSpeed() / Units.KNOT, within(1e-9));
                double degrees = velocity.track() / Units.DEGREE;
                int cut = (int) ((degrees > 180 ? degrees - 360 : degrees) + 0.5 + 1e-12);
                assertThat((double) Math.floorMod(cut, 360))
                        .as(what)
                        .isCloseTo(line.track() / Units.DEGREE, within(1e-9));
                assertThat(velocity.verticalRate())
                        .as(what)
                        .isCloseTo(line.verticalRate(), within(1e-9));
            }
            case ModeSReport.Position position -> {
                assertThat(line.type()).as(what).isEqualTo(3);
                assertThat(position.pressureHeight())
                        .as(what)
                        .isCloseTo(line.pressureHeight(), within(1e-6));
                assertThat(position.outcome().isResolved())
                        .as(what)
                        .isEqualTo(!Double.isNaN(line.latitude()));
                if (position.outcome().isResolved()) {
                    // The oracle rounds to 0.00001 degree.
                    assertThat(position.latitude())
                            .as(what)
                            .isCloseTo(line.latitude(), within(0.6e-5 * Units.DEGREE));
                    assertThat(position.longitude())
                            .as(what)
                            .isCloseTo(line.longitude(), within(0.6e-5 * Units.DEGREE));
                    return 1;
                }
            }
            case ModeSReport.Surveillance reply -> {
                assertThat(line.type())
                        .as(what)
                        .isEqualTo(
                                switch (reply.format()) {
                                    case 4, 20 -> 5;
                                    case 5, 21 -> 6;
                                    default -> 7;
                                });
                if (line.squawk() >= 0) {
                    assertThat(reply.squawk()).as(what).isEqualTo(line.squawk());
                }
                if (!Double.isNaN(line.pressureHeight())) {
                    assertThat(reply.pressureHeight())
                            .as(what)
                            .isCloseTo(line.pressureHeight(), within(1e-6));
                }
            }
            default -> throw new AssertionError(what);
        }
        return 0;
    }
}
