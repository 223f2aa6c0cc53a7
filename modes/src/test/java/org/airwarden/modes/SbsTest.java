package org.airwarden.modes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SbsTest {

    private static final String LINE =
            "MSG,3,1,1,4CA2D6,1,2026/02/28,23:59:59.125,2026/03/01,00:00:00.000,,37000,,,51.45735,-1.02826,,,0,0,-1,0";

    private static Collected read(String text) {
        Collected collected = new Collected();
        SbsReader reader = new SbsReader(collected);
        reader.read(text.getBytes(StandardCharsets.ISO_8859_1));
        reader.finish();
        assertThat(reader.messages()).isEqualTo(collected.messages.size());
        assertThat(reader.faults()).isEqualTo(collected.faults.size());
        return collected;
    }

    @Test
    void shouldReadFieldsWhenLineIsGood() {
        SbsMessage message = read(LINE + "\r\n").messages.getFirst();
        assertThat(message.type()).isEqualTo(3);
        assertThat(message.address()).isEqualTo(0x4CA2D6);
        assertThat(message.icao()).isTrue();
        assertThat(message.generated())
                .isEqualTo(Instant.parse("2026-02-28T23:59:59.125Z").toEpochMilli() * 1_000_000);
        assertThat(message.logged())
                .isEqualTo(Instant.parse("2026-03-01T00:00:00Z").toEpochMilli() * 1_000_000);
        assertThat(message.callSign()).isEmpty();
        assertThat(message.pressureHeight()).isCloseTo(37_000 * 0.3048, within(1e-9));
        assertThat(message.groundSpeed()).isNaN();
        assertThat(Math.toDegrees(message.latitude())).isCloseTo(51.45735, within(1e-12));
        assertThat(Math.toDegrees(message.longitude())).isCloseTo(-1.02826, within(1e-12));
        assertThat(message.squawk()).isEqualTo(-1);
        assertThat(message.alert()).isZero();
        assertThat(message.specialPosition()).isEqualTo(1);
        assertThat(message.onGround()).isZero();
    }

    @Test
    void shouldReadOtherFieldsWhenTheyAreGiven() {
        SbsMessage message =
                read("MSG,4,,,~2B0001,,,,,,AB12 ,,418.5,170.2,,,-64,7001,,,,").messages.getFirst();
        assertThat(message.icao()).isFalse();
        assertThat(message.address()).isEqualTo(0x2B0001);
        assertThat(message.generated()).isEqualTo(SbsMessage.NO_TIME);
        assertThat(message.callSign()).isEqualTo("AB12");
        assertThat(message.groundSpeed()).isCloseTo(418.5 * 1852 / 3600, within(1e-9));
        assertThat(Math.toDegrees(message.track())).isCloseTo(170.2, within(1e-9));
        assertThat(message.verticalRate()).isCloseTo(-64 * 0.3048 / 60, within(1e-9));
        assertThat(message.squawk()).isEqualTo(07001);
        assertThat(message.alert()).isEqualTo(-1);
        assertThat(message.onGround()).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MSG,9,1,1,4CA2D6,1,,,,,,,,,,,,,,,,",
                "MSG,,1,1,4CA2D6,1,,,,,,,,,,,,,,,,",
                "MSG,3,1,1,4CA2G6,1,,,,,,,,,,,,,,,,",
                "MSG,3,1,1,,1,,,,,,,,,,,,,,,,",
                "MSG,3,1,1,4CA2D6F,1,,,,,,,,,,,,,,,,",
                "MSG,3,1,1,4CA2D6,1,2026/13/01,00:00:00.000,,,,,,,,,,,,,,",
                "MSG,3,1,1,4CA2D6,1,2026/02/30,00:00:00.000,,,,,,,,,,,,,,",
                "MSG,3,1,1,4CA2D6,1,2026/02/01,24:00:00.000,,,,,,,,,,,,,,",
                "MSG,3,1,1,4CA2D6,1,2026/02/01,00:00,,,,,,,,,,,,,,",
                "MSG,3,1,1,4CA2D6,1,,,,,,3x000,,,,,,,,,,",
                "MSG,3,1,1,4CA2D6,1,,,,,,-,,,,,,,,,,",
                "MSG,3,1,1,4CA2D6,1,,,,,,,,,91.0,,,,,,,",
                "MSG,3,1,1,4CA2D6,1,,,,,,,,,,-180.1,,,,,,",
                "MSG,3,1,1,4CA2D6,1,,,,,,,,,,1.2.3,,,,,,",
                "MSG,3,1,1,4CA2D6,1,,,,,,,,,,,,7800,,,,",
                "MSG,3,1,1,4CA2D6,1,,,,,,,,,,,,77001,,,,",
                "MSG,3,1,1,4CA2D6,1,,,,,,,,,,,,,,,",
                "MSG,3,1,1,4CA2D6,1,,,,,,,,,,,,,,,,,",
                "MSG",
                "hello",
            })
    void shouldCostOneLineWhenItIsBad(String bad) {
        Collected collected = read(LINE + "\n" + bad + "\n" + LINE + "\n");
        assertThat(collected.messages).hasSize(2);
        assertThat(collected.faults).hasSize(1);
        Fault fault = collected.faults.getFirst();
        assertThat(fault.offset()).isEqualTo(LINE.length() + 1);
        assertThat(fault.length()).isEqualTo(bad.length());
        assertThat(new String(fault.bytes(), StandardCharsets.ISO_8859_1))
                .isEqualTo(bad.substring(0, Math.min(64, bad.length())));
    }

    @Test
    void shouldPassOverOtherLinesAndCutLongOnesWhenMixed() {
        Collected collected = new Collected();
        SbsReader reader = new SbsReader(collected);
        String text =
                "SEL,,496,2286,4CA4E5,27215,2010/02/19,18:06:07.710,2010/02/19,18:06:07.710,RYR1427\n"
                        + "x".repeat(2_000)
                        + "\n"
                        + LINE;
        reader.read(text.getBytes(StandardCharsets.US_ASCII));
        reader.finish();
        assertThat(reader.others()).isEqualTo(1);
        assertThat(collected.messages).hasSize(1);
        assertThat(collected.faults).hasSize(1);
        assertThat(collected.faults.getFirst().kind()).isEqualTo(FaultKind.TOO_LONG);
        assertThat(collected.faults.getFirst().length()).isEqualTo(2_000);
    }

    @Test
    void shouldComeBackWhenWritten() {
        SplittableRandom random = new SplittableRandom(51);
        for (int i = 0; i < 500; i++) {
            boolean empty = random.nextInt(4) == 0;
            SbsMessage message =
                    new SbsMessage(
                            1 + random.nextInt(8),
                            random.nextInt(1 << 24),
                            random.nextBoolean(),
                            empty
                                    ? SbsMessage.NO_TIME
                                    : random.nextLong(4_000_000_000_000L) * 1_000_000,
                            random.nextLong(4_000_000_000_000L) * 1_000_000,
                            empty ? "" : "AB" + i,
                            empty ? Double.NaN : random.nextInt(-1_000, 50_000) * 0.3048,
                            empty ? Double.NaN : random.nextInt(10_000) * 0.1 * 1852 / 3600,
                            empty ? Double.NaN : Math.toRadians(random.nextInt(3_600) * 0.1),
                            empty
                                    ? Double.NaN
                                    : Math.toRadians(random.nextInt(-9_000_000, 9_000_000) * 1e-5),
                            empty
                                    ? Double.NaN
                                    : Math.toRadians(
                                            random.nextInt(-18_000_000, 18_000_000) * 1e-5),
                            empty ? Double.NaN : random.nextInt(-6_000, 6_000) * 0.3048 / 60,
                            empty ? -1 : random.nextInt(1 << 12),
                            random.nextInt(-1, 2),
                            random.nextInt(-1, 2),
                            random.nextInt(-1, 2),
                            random.nextInt(-1, 2));
            String line = SbsWriter.line(message);
            Collected collected = read(line);
            assertThat(collected.faults).as(line).isEmpty();
            SbsMessage back = collected.messages.getFirst();
            assertThat(back)
                    .as(line)
                    .usingRecursiveComparison()
                    .withComparatorForType(SbsTest::nearly, Double.class)
                    .isEqualTo(message);
            assertThat(SbsWriter.line(back)).isEqualTo(line);
        }
    }

    private static int nearly(double one, double other) {
        return Double.isNaN(one) && Double.isNaN(other) || Math.abs(one - other) < 1e-7 ? 0 : 1;
    }

    @Test
    void shouldReadTheSameWhenMutatedAndCutAnywhere() {
        for (int seed = 0; seed < 2_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] bytes = (LINE + "\n" + LINE + "\n" + LINE).getBytes(StandardCharsets.US_ASCII);
            BeastTest.mutate(bytes, random);
            Collected whole = new Collected();
            SbsReader reader = new SbsReader(whole);
            reader.read(bytes);
            reader.finish();
            Collected single = new Collected();
            SbsReader other = new SbsReader(single);
            for (byte one : bytes) {
                other.read(new byte[] {one});
            }
            other.finish();
            assertThat(single.text()).as("seed " + seed).isEqualTo(whole.text());
        }
    }

    @Test
    void shouldReadEventsAndGoOnAlikeWhenStateIsMoved() {
        byte[] lines =
                ("SEL,,496,2286,4CA4E5,27215,2010/02/19,18:06:07.710,2010/02/19,18:06:07.711,RYR1427\n"
                                + "ID,,496,7162,405637,27928,2010/02/19,18:06:07.115,2010/02/19,"
                                + "18:06:07.115,EZY691A\n"
                                + "AIR,,496,5906,400F01,27931,2010/02/19,18:06:07.128,2010/02/19,"
                                + "18:06:07.128\n"
                                + "STA,,5,179,400AE7,10103,2008/11/28,14:58:51.153,2008/11/28,"
                                + "14:58:51.153,RM\n"
                                + "CLK,,496,-1,,-1,2010/02/19,18:18:19.036,2010/02/19,18:18:19.036\n"
                                + "AIR,,496,5906,XYZ,27931,,,,\n")
                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        for (int cut = 0; cut <= lines.length; cut += 7) {
            java.util.List<SbsEvent> events = new java.util.ArrayList<>();
            java.util.List<Fault> faults = new java.util.ArrayList<>();
            SbsHandler handler =
                    new SbsHandler() {
                        @Override
                        public void onMessage(SbsMessage message) {
                            throw new AssertionError(message);
                        }

                        @Override
                        public void onEvent(SbsEvent event) {
                            events.add(event);
                        }

                        @Override
                        public void onFault(Fault fault) {
                            faults.add(fault);
                        }
                    };
            SbsReader first = new SbsReader(handler);
            first.read(lines, 0, cut);
            SbsReader second = new SbsReader(handler);
            second.restore(first.snapshot());
            second.read(lines, cut, lines.length - cut);
            second.finish();
            assertThat(second.others()).isEqualTo(5);
            assertThat(faults).hasSize(1);
            assertThat(events)
                    .extracting(event -> event.kind() + " " + event.address() + " " + event.text())
                    .containsExactly(
                            "SEL 5022949 RYR1427",
                            "ID 4216375 EZY691A",
                            "AIR 4198145 ",
                            "STA 4197095 RM",
                            "CLK -1 ");
            assertThat(events.getFirst().logged() - events.getFirst().generated())
                    .isEqualTo(1_000_000);
            assertThat(events.get(2).logged()).isNotEqualTo(SbsMessage.NO_TIME);
        }
    }
}
