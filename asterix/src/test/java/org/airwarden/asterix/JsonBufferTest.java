package org.airwarden.asterix;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class JsonBufferTest {
    private final JsonBuffer json = new JsonBuffer();
    private final StringBuilder out = new StringBuilder();

    /** Numbers are written to their last digit: exactly raw times scale, as BigDecimal has it. */
    @Test
    void shouldWriteEveryNumberToItsLastDigit() {
        SplittableRandom random = new SplittableRandom(2026);
        int exact = 0;
        for (int category : Definitions.categories()) {
            for (Field field : Definitions.newest(category).fields().values()) {
                if (field.content().kind() != Shape.Kind.NUMBER || field.json().decimals < 0) {
                    continue;
                }
                FieldJson known = field.json();
                BigDecimal step = new BigDecimal(known.step).movePointLeft(known.decimals);
                BigDecimal offset = new BigDecimal(known.offset).movePointLeft(known.decimals);
                for (int i = 0; i < 40; i++) {
                    long raw = raw(field, random, i);
                    String written = written(field, raw);
                    BigDecimal value = new BigDecimal(raw).multiply(step).add(offset);
                    assertThat(new BigDecimal(written))
                            .as("%s %d", field, raw)
                            .isEqualByComparingTo(value);
                    assertThat(written)
                            .as("%s %d", field, raw)
                            .matches("-?(0|[1-9][0-9]*)(\\.[0-9]*[1-9])?");
                    exact++;
                }
            }
        }
        assertThat(exact).isGreaterThan(40_000);
    }

    private static long raw(Field field, SplittableRandom random, int i) {
        if (i < 4) {
            return new long[] {field.lowest(), field.highest(), 0, 1}[i];
        }
        int bits = field.bits();
        long raw = random.nextLong() >>> (64 - bits + random.nextInt(bits));
        return field.lowest() < 0 && random.nextBoolean()
                ? -raw / 2
                : Math.min(raw, field.highest());
    }

    private String written(Field field, long raw) {
        json.clear();
        out.setLength(0);
        json.value(field.json(), raw);
        json.appendTo(out);
        return out.toString();
    }
}
