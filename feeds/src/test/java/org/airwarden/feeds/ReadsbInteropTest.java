package org.airwarden.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.airwarden.asterix.BlockWalker;
import org.airwarden.asterix.BlockWriter;
import org.airwarden.asterix.Definition;
import org.airwarden.asterix.Definitions;
import org.airwarden.asterix.Editions;
import org.airwarden.asterix.RecordHandler;
import org.airwarden.asterix.RecordView;
import org.airwarden.asterix.RecordWriter;
import org.airwarden.feeds.ReadsbProcess.Port;
import org.airwarden.modes.BeastReader;
import org.airwarden.modes.BeastWriter;
import org.airwarden.modes.FrameHandler;
import org.airwarden.modes.FrameKind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** CAT021 and Beast to and from readsb, over sockets. It shares no line with this project. */
@Tag("slow")
@Timeout(240)
class ReadsbInteropTest {
    private static final String BEAST = "beastblackbox/ulss7-1522782148.136310917.beast";

    /** Half a step of I021/131 and of six decimals (degrees). */
    private static final double RESOLUTION = 1e-6;

    /** A step of I021/130 (degrees), which readsb cuts off, and half of SBS's last digit. */
    private static final double COARSE = 180.0 / (1 << 23) + 1e-6;

    /** It wants a squawk twice, 0.75 s apart. */
    private static final int ROUNDS = 6;

    @TempDir Path directory;

    /** A frame of a Beast stream. */
    private record Heard(FrameKind kind, long counter, int signal, byte[] payload) {
        byte[] bytes() {
            byte[] out = new byte[BeastWriter.MAXIMUM_LENGTH];
            int length = BeastWriter.write(kind, counter, signal, payload, 0, out, 0);
            return java.util.Arrays.copyOf(out, length);
        }

        String hex() {
            return HexFormat.of().formatHex(payload);
        }
    }

    private static List<Heard> frames(byte[] stream) {
        List<Heard> frames = new ArrayList<>();
        BeastReader reader =
                new BeastReader(
                        new FrameHandler() {
                            @Override
                            public void onFrame(org.airwarden.modes.Frame frame) {
                                frames.add(
                                        new Heard(
                                                frame.kind(),
                                                frame.counter(),
                                                frame.signal(),
                                                frame.bytes()));
                            }

                            @Override
                            public void onFault(org.airwarden.modes.Fault fault) {
                                throw new AssertionError(fault);
                            }
                        });
        reader.read(stream);
        return frames;
    }

    /** Sends frames as our writer writes them, at the pace at which they were received. */
    private static void play(List<Heard> frames, OutputStream out) throws Exception {
        long began = System.nanoTime();
        long first = frames.getFirst().counter();
        long latest = first;
        for (Heard frame : frames) {
            latest = Math.max(latest, frame.counter());
            long due = began + (latest - first) * 1000 / 12;
            long wait = (due - System.nanoTime()) / 1_000_000;
            if (wait > 0) {
                out.flush();
                Thread.sleep(wait);
            }
            out.write(frame.bytes());
        }
        out.flush();
    }

    /** A position that somebody told. */
    private record Position(double latitude, double longitude) {}

    @Test
    void shouldReadWhatReadsbWritesAsAsterixAndReadsbReadWhatWeWriteAsBeast() throws Exception {
        List<Heard> sent = frames(Files.readAllBytes(SharedRecordings.file(BEAST)));
        byte[] asterix;
        byte[] sbs;
        byte[] beast;
        JsonNode told;
        try (ReadsbProcess readsb = ReadsbProcess.start(directory);
                ReadsbProcess.Tap asterixTap = readsb.tap(Port.ASTERIX_OUT);
                ReadsbProcess.Tap sbsTap = readsb.tap(Port.SBS_OUT);
                ReadsbProcess.Tap beastTap = readsb.tap(Port.BEAST_OUT);
                Socket input = readsb.connect(Port.BEAST_IN)) {
            Thread.sleep(500);
            play(sent, input.getOutputStream());
            asterix = asterixTap.afterSilence(1000);
            sbs = sbsTap.afterSilence(200);
            beast = beastTap.afterSilence(200);
            told = readsb.aircraft();
        }
        compareBeast(sent, beast, told);
        compareAsterix(asterix, sbs, told);
    }

    /** What readsb passes on of our Beast is what we sent of whole, clean squitters. */
    private static void compareBeast(List<Heard> sent, byte[] beast, JsonNode told) {
        Map<String, Integer> expected = squitters(sent);
        Map<String, Integer> returned = squitters(frames(beast));
        System.out.printf(
                "readsb: %d frames sent, %d messages taken, %d frames back, %d squitters back%n",
                sent.size(),
                told.get("messages").asInt(),
                frames(beast).size(),
                returned.values().stream().mapToInt(Integer::intValue).sum());
        assertThat(returned).isEqualTo(expected);
        assertThat(told.get("messages").asInt()).isGreaterThan(expected.size());
    }

    private static Map<String, Integer> squitters(List<Heard> frames) {
        Map<String, Integer> squitters = new TreeMap<>();
        for (Heard frame : frames) {
            if (frame.kind() == FrameKind.LONG && (frame.payload()[0] & 0xF8) == 17 << 3) {
                squitters.merge(frame.hex(), 1, Integer::sum);
            }
        }
        return squitters;
    }

    private void compareAsterix(byte[] asterix, byte[] sbs, JsonNode told) throws Exception {
        Path file = Files.write(directory.resolve("readsb.ast"), asterix);
        RecordedFile examined = RecordedFile.examine(file, ReadingOptions.BY_BYTES);
        assertThat(examined.format()).isEqualTo(RecordingFormat.of(Framing.RAW_ASTERIX));
        String edition = examined.editions().get(21);
        assertThat(edition).startsWith("2.");

        Definition definition = Definitions.of(21, edition);
        var address = definition.field("080");
        var latitude = definition.field("130/LAT");
        var longitude = definition.field("130/LON");
        var callSign = definition.field("170");
        Map<Integer, List<Position>> positions = new TreeMap<>();
        Map<Integer, String> callSigns = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        int[] records = {0};
        new BlockWalker(Editions.none().with(definition))
                .walk(
                        asterix,
                        new RecordHandler() {
                            @Override
                            public void record(RecordView record) {
                                records[0]++;
                                int whose = (int) record.raw(address);
                                if (record.has(latitude)) {
                                    positions
                                            .computeIfAbsent(whose, any -> new ArrayList<>())
                                            .add(
                                                    new Position(
                                                            record.value(latitude),
                                                            record.value(longitude)));
                                }
                                if (record.has(callSign)) {
                                    callSigns.put(whose, record.text(callSign).strip());
                                }
                            }

                            @Override
                            public void fault(org.airwarden.asterix.Fault fault) {
                                faults.add(fault.toString());
                            }
                        });
        assertThat(faults).isEmpty();

        Map<Integer, List<Position>> expected = positionsOf(sbs);
        int compared = 0;
        double worst = 0;
        assertThat(positions.keySet()).isEqualTo(expected.keySet());
        for (int whose : expected.keySet()) {
            List<Position> own = positions.get(whose);
            List<Position> theirs = expected.get(whose);
            assertThat(own).as("positions of %06x", whose).hasSameSizeAs(theirs);
            for (int i = 0; i < own.size(); i++) {
                double north = Math.abs(own.get(i).latitude() - theirs.get(i).latitude());
                double east = Math.abs(own.get(i).longitude() - theirs.get(i).longitude());
                worst = Math.max(worst, Math.max(north, east));
                compared++;
            }
        }
        System.out.printf(
                "readsb: %d CAT021 records, edition %s, %d positions, worst %.7f degrees%n",
                records[0], edition, compared, worst);
        assertThat(compared).isGreaterThan(500);
        assertThat(worst).isLessThan(COARSE);
        TreeSet<String> named = new TreeSet<>();
        for (JsonNode aircraft : told.get("aircraft")) {
            int whose = Integer.parseInt(aircraft.get("hex").asString().replace("~", ""), 16);
            if (aircraft.has("flight")) {
                named.add(aircraft.get("flight").asString());
                assertThat(callSigns.get(whose))
                        .isEqualTo(aircraft.get("flight").asString().strip());
            }
        }
        assertThat(named).isNotEmpty();
    }

    private static Map<Integer, List<Position>> positionsOf(byte[] sbs) {
        Map<Integer, List<Position>> positions = new TreeMap<>();
        for (String line : new String(sbs, StandardCharsets.US_ASCII).lines().toList()) {
            String[] fields = line.split(",", -1);
            if (fields.length == 22 && !fields[14].isEmpty()) {
                positions
                        .computeIfAbsent(Integer.parseInt(fields[4], 16), any -> new ArrayList<>())
                        .add(
                                new Position(
                                        Double.parseDouble(fields[14]),
                                        Double.parseDouble(fields[15])));
            }
        }
        return positions;
    }

    /** An aircraft that we tell readsb of. */
    private record Flight(
            int address,
            String callSign,
            int squawk,
            double latitude,
            double longitude,
            int feet,
            double knots,
            double degrees) {
        Flight aSecondLater() {
            double bearing = Math.toRadians(degrees);
            double north = knots / 3600 / 60 * Math.cos(bearing);
            double east =
                    knots / 3600 / 60 * Math.sin(bearing) / Math.cos(Math.toRadians(latitude));
            return new Flight(
                    address,
                    callSign,
                    squawk,
                    latitude + north,
                    longitude + east,
                    feet,
                    knots,
                    degrees);
        }
    }

    @Test
    void shouldBeReadByReadsbWhenWritingAsterix() throws Exception {
        SplittableRandom random = new SplittableRandom(21);
        Map<String, Flight> flights = new HashMap<>();
        for (int i = 0; i < 40; i++) {
            int address = 0x3C0000 + i * 997;
            flights.put(
                    HexFormat.of().toHexDigits(address, 6),
                    new Flight(
                            address,
                            "AIR" + (100 + i),
                            random.nextInt(4096),
                            random.nextDouble(-80, 80),
                            random.nextDouble(-179, 179),
                            25 * random.nextInt(40, 1600),
                            random.nextInt(100, 500),
                            random.nextInt(0, 360)));
        }
        Map<String, JsonNode> seen = new TreeMap<>();
        try (ReadsbProcess readsb = ReadsbProcess.start(directory);
                Socket socket = readsb.connect(Port.ASTERIX_IN)) {
            for (int round = 0; round < ROUNDS; round++) {
                for (Map.Entry<String, Flight> flight : flights.entrySet()) {
                    flight.setValue(flight.getValue().aSecondLater());
                    // One record a block and one block a write: it reads no more than that.
                    socket.getOutputStream().write(block(flight.getValue()));
                    Thread.sleep(1000 / flights.size());
                }
            }
            for (JsonNode aircraft : readsb.aircraft().get("aircraft")) {
                seen.put(aircraft.get("hex").asString(), aircraft);
            }
        }
        assertThat(seen.keySet()).isEqualTo(new TreeSet<>(flights.keySet()));
        double worst = 0;
        for (Flight flight : flights.values()) {
            JsonNode aircraft = seen.get(HexFormat.of().toHexDigits(flight.address(), 6));
            assertThat(aircraft.has("lat")).as("a position in %s", aircraft).isTrue();
            double north = Math.abs(aircraft.get("lat").asDouble() - flight.latitude());
            double east = Math.abs(aircraft.get("lon").asDouble() - flight.longitude());
            worst = Math.max(worst, Math.max(north, east));
            assertThat(aircraft.get("flight").asString().strip()).isEqualTo(flight.callSign());
            assertThat(aircraft.get("squawk").asString())
                    .isEqualTo(String.format("%04o", flight.squawk()));
            assertThat(aircraft.get("alt_baro").asInt()).isEqualTo(flight.feet());
            assertThat(aircraft.get("gs").asDouble()).isCloseTo(flight.knots(), within(0.2));
            assertThat(aircraft.get("track").asDouble()).isCloseTo(flight.degrees(), within(0.01));
        }
        System.out.printf("readsb: %d aircraft read, worst %.7f degrees%n", seen.size(), worst);
        assertThat(worst).isLessThan(RESOLUTION);
    }

    private static byte[] block(Flight flight) {
        Definition definition = Definitions.newest(21);
        var now = Instant.now().atOffset(ZoneOffset.UTC).toLocalTime();
        double time = now.toNanoOfDay() / 1e9;
        RecordWriter record = new RecordWriter(definition);
        record.raw(definition.field("010/SAC"), 1).raw(definition.field("010/SIC"), 2);
        record.raw(definition.field("040/ATP"), 0);
        record.value(definition.field("131/LAT"), flight.latitude());
        record.value(definition.field("131/LON"), flight.longitude());
        record.raw(definition.field("080"), flight.address());
        record.value(definition.field("073"), time);
        // Of version 2 this readsb takes the ground speed from where CAT021 puts none.
        record.raw(definition.field("210/VN"), 1).raw(definition.field("210/LTT"), 2);
        record.raw(definition.field("070/MODE3A"), flight.squawk());
        record.value(definition.field("145"), flight.feet() / 100.0);
        record.value(definition.field("160/GS"), flight.knots() / 3600);
        record.value(definition.field("160/TA"), flight.degrees());
        record.value(definition.field("077"), time);
        record.text(definition.field("170"), flight.callSign());
        BlockWriter block = new BlockWriter(definition);
        block.add(record);
        return block.toBytes();
    }
}
