package org.airwarden.asterix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RecordJsonTest {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    @Test
    void shouldWriteItemsByNumberWhenARecordIsGiven() {
        Definition radar = Definitions.newest(48);
        RecordWriter writer = new RecordWriter(radar);
        writer.raw(radar.field("010/SAC"), 20)
                .raw(radar.field("010/SIC"), 129)
                .value(radar.field("140"), 28800.5)
                .value(radar.field("040/RHO"), 42.5)
                .value(radar.field("090/FL"), -1.25)
                .text(radar.field("220"), "3C6444")
                .text(radar.field("240"), "DLH1AB")
                .raw(radar.field("250/BDS1"), 0, 4)
                .raw(radar.field("250/BDS1"), 1, 5)
                .value(radar.field("130/SAM"), -50)
                .bytes(radar.item("SP"), new byte[] {1, (byte) 0xFE}, 0, 2);
        BlockWriter block = new BlockWriter(radar);
        block.add(writer);

        String json = Collector.jsonOf(Editions.newest(), block.toBytes()).json.getFirst();

        assertThat(json)
                .isEqualTo(
                        "{\"category\":48,\"edition\":\"1.32\",\"items\":{"
                                + "\"010\":{\"SAC\":20,\"SIC\":129},"
                                + "\"040\":{\"RHO\":42.5,\"THETA\":0},"
                                + "\"090\":{\"V\":0,\"G\":0,\"FL\":-1.25},"
                                + "\"130\":{\"SAM\":-50},"
                                + "\"140\":28800.5,"
                                + "\"220\":\"3C6444\","
                                + "\"240\":\"DLH1AB\","
                                + "\"250\":[{\"MBDATA\":\"00000000000000\",\"BDS1\":4,\"BDS2\":0,"
                                + "\"register\":{\"MCPS\":0,\"FMSS\":0,\"BPSS\":0,\"MODES\":0,\"SRCS\":0}},"
                                + "{\"MBDATA\":\"00000000000000\",\"BDS1\":5,\"BDS2\":0,"
                                + "\"register\":{\"ROLLS\":0,\"TTAS\":0,\"GSS\":0,\"TARS\":0,\"TASS\":0}}],"
                                + "\"SP\":\"01FE\"}}");
    }

    @Test
    void shouldEscapeWhenTextHoldsAnything() {
        Definition tracks = Definitions.newest(62);
        Field callsign = tracks.field("390/CS");
        RecordWriter writer = new RecordWriter(tracks);
        BlockWriter block = new BlockWriter(tracks);
        block.add(writer.text(callsign, "\"\\\u0000\n\u007f\u00e9"));

        String json = Collector.jsonOf(Editions.newest(), block.toBytes()).json.getFirst();

        assertThat(json).contains("\\\"\\\\\\u0000\\u000A\\u007F\\u00E9");
        assertThat(MAPPER.readTree(json).at("/items/390/CS").asString())
                .isEqualTo("\"\\\u0000\n\u007f\u00e9");
    }

    @Test
    void shouldPrintTheExactValueWhenItIsShort() {
        Definition radar = Definitions.newest(48);
        RecordWriter writer = new RecordWriter(radar);
        Field azimuth = radar.field("040/THETA");
        Field x = radar.field("042/X");
        Field speed = radar.field("200/GSP");
        BlockWriter block = new BlockWriter(radar);
        for (long raw : new long[] {0, 1, 3, 1024, 0x7FFF}) {
            block.add(writer.raw(azimuth, raw).raw(x, -raw).raw(speed, raw));
        }
        for (String json : Collector.jsonOf(Editions.newest(), block.toBytes()).json) {
            JsonNode items = MAPPER.readTree(json).get("items");
            double theta = items.at("/040/THETA").asDouble();
            long raw = Math.round(theta / 360 * 65536);
            assertThat(theta).isEqualTo(raw * 360 / 65536.0);
            assertThat(items.at("/042/X").asDouble()).isEqualTo(-raw / 128.0 + 0.0);
            assertThat(items.at("/200/GSP").asDouble()).isEqualTo(raw / 16384.0);
        }
        assertThat(Collector.jsonOf(Editions.newest(), block.toBytes()).json.get(1))
                .contains("\"X\":-0.0078125", "\"GSP\":0.00006103515625");
    }

    @Test
    void shouldBeJsonWhenRecordsAreRandom() {
        for (int category : Definitions.categories()) {
            Definition definition = Definitions.newest(category);
            RandomRecords random = new RandomRecords(new SplittableRandom(category));
            RecordWriter writer = new RecordWriter(definition);
            BlockWriter block = new BlockWriter(definition);
            for (int i = 0; i < 30; i++) {
                random.fill(writer);
                block.add(writer);
            }
            Collector found = Collector.jsonOf(Editions.newest(), block.toBytes());
            assertThat(found.json).hasSize(30);
            for (String json : found.json) {
                JsonNode node = MAPPER.readTree(json);
                assertThat(node.get("category").asInt()).isEqualTo(category);
                assertThat(node.get("edition").asString()).isEqualTo(definition.edition());
                assertThat(node.get("items").size()).isPositive();
                assertThat(json).doesNotContain("\n");
            }
        }
    }
}
