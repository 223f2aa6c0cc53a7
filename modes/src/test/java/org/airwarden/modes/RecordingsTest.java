package org.airwarden.modes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.airwarden.modes.ExtendedSquitter.Content;
import org.junit.jupiter.api.Test;

/** Smaller recordings, against counts that independent decoders made of them. */
class RecordingsTest {

    private static final long SECOND = 1_000_000_000L;

    private final List<ModeSReport> reports = new ArrayList<>();
    private final ModeSDecoder decoder =
            new ModeSDecoder(PositionSettings.anywhere(), reports::add);

    @Test
    void shouldCountContentsWhenSquittersAreOfOneAircraft() {
        List<String> lines = Recordings.lines("pymodes/sample_data_adsb.csv");
        assertThat(lines).hasSize(2_000);
        for (String line : lines) {
            String[] fields = line.replace("\"", "").split(",");
            byte[] bytes = HexFormat.of().parseHex(fields[1]);
            decoder.take(Long.parseLong(fields[0]) * SECOND, bytes, 0, bytes.length, -1);
        }
        assertThat(decoder.messages(17)).isEqualTo(2_000);
        assertThat(decoder.refused(Refusal.BAD_PARITY)).isZero();
        assertThat(decoder.squitters(Content.AIRBORNE_POSITION)).isEqualTo(937);
        assertThat(decoder.squitters(Content.AIRBORNE_VELOCITY)).isEqualTo(965);
        assertThat(decoder.squitters(Content.IDENTIFICATION)).isEqualTo(98);
        assertThat(reports).hasSize(2_000);
        assertThat(reports).allMatch(report -> report.address().hex().equals("406B90"));
        assertThat(decoder.positions(PositionOutcome.TOO_FAST)).isZero();
        assertThat(decoder.positions(PositionOutcome.NO_PAIR)).isLessThan(10);
    }

    @Test
    void shouldFindAddressInParityWhenMessagesAreCommB() {
        List<String> lines = Recordings.lines("pymodes/sample_data_commb_df20.csv");
        assertThat(lines).hasSize(5_000);
        ModeSMessage message = new ModeSMessage();
        var addresses = new TreeSet<String>();
        int right = 0;
        for (String line : lines) {
            String[] fields = line.split(",");
            byte[] bytes = HexFormat.of().parseHex(fields[2]);
            message.wrap(bytes, 0, bytes.length);
            assertThat(message.format()).isEqualTo(20);
            addresses.add(fields[1]);
            if (message.address() == Integer.parseInt(fields[1], 16)) {
                right++;
            }
        }
        assertThat(right).isEqualTo(4_997);
        assertThat(addresses).hasSize(189);
    }

    @Test
    void shouldCountFramesWhenRecordingIsShort() {
        long[] kinds = new long[2];
        BeastClock clock = BeastClock.twelveMegahertz(0);
        List<Fault> faults = new ArrayList<>();
        BeastReader reader =
                new BeastReader(
                        new FrameHandler() {
                            @Override
                            public void onFrame(Frame frame) {
                                kinds[frame.kind() == FrameKind.SHORT ? 0 : 1]++;
                                decoder.take(clock.nanoseconds(frame.counter()), frame);
                            }

                            @Override
                            public void onFault(Fault fault) {
                                faults.add(fault);
                            }
                        });
        reader.read(Recordings.bytes("traffic/sample_dump1090.beast"));
        reader.finish();
        assertThat(faults).isEmpty();
        assertThat(reader.frames()).isEqualTo(239);
        assertThat(kinds).containsExactly(185, 54);
        assertThat(decoder.messages(17)).isEqualTo(23);
        assertThat(decoder.messages(11)).isEqualTo(90);
        assertThat(decoder.refused(Refusal.BAD_PARITY)).isZero();
        var addresses = new TreeSet<String>();
        reports.forEach(report -> addresses.add(report.address().hex()));
        assertThat(addresses).hasSize(4);
    }
}
