package org.airwarden.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.airwarden.feeds.Sheet.Heading;
import org.airwarden.feeds.Sheet.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DuckDB reads the sheets in both formats and finds the same in them. */
class SheetTest {
    private static final List<Heading> HEADINGS =
            List.of(
                    new Heading("run", Kind.WHOLE),
                    new Heading("value", Kind.NUMBER),
                    new Heading("simulated", Kind.FLAG),
                    new Heading("level, as written", Kind.TEXT));

    @TempDir private Path folder;

    private static void fill(Sheet sheet, int rows) throws Exception {
        for (int i = 0; i < rows; i++) {
            sheet.put(0, (long) i);
            sheet.put(1, i % 3 == 0 ? Double.NaN : i / 7.0);
            sheet.put(2, i % 2 == 0);
            if (i % 5 != 0) {
                sheet.put(3, "level " + i + (i % 4 == 0 ? ", with \"quotes\"" : ""));
            }
            sheet.endRow();
        }
    }

    @Test
    void shouldGiveBackEveryValueInBothFormats() throws Exception {
        int rows = 1000;
        for (String name : List.of("rows.csv", "rows.parquet")) {
            Path file = folder.resolve(name);
            try (OutputStream out = Files.newOutputStream(file);
                    Sheet sheet =
                            name.endsWith("csv")
                                    ? Sheet.csv(out, HEADINGS)
                                    : Sheet.parquet(out, HEADINGS)) {
                fill(sheet, rows);
            }
            try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                    Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery("select * from '" + file + "'")) {
                assertThat(found.getMetaData().getColumnName(4)).isEqualTo("level, as written");
                for (int i = 0; i < rows; i++) {
                    assertThat(found.next()).isTrue();
                    assertThat(found.getLong(1)).isEqualTo(i);
                    double value = found.getDouble(2);
                    assertThat(found.wasNull()).isEqualTo(i % 3 == 0);
                    if (i % 3 != 0) {
                        assertThat(value).isEqualTo(i / 7.0);
                    }
                    assertThat(found.getBoolean(3)).isEqualTo(i % 2 == 0);
                    String text = "level " + i + (i % 4 == 0 ? ", with \"quotes\"" : "");
                    assertThat(found.getString(4)).isEqualTo(i % 5 == 0 ? null : text);
                }
                assertThat(found.next()).isFalse();
            }
        }
    }

    @Test
    void shouldWriteWholeNumbersWithoutAPoint() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Sheet sheet = Sheet.csv(out, HEADINGS.subList(0, 3))) {
            sheet.put(0, 7L);
            sheet.put(1, 20.0);
            sheet.put(2, true);
            sheet.endRow();
            sheet.put(1, 0.25);
            sheet.endRow();
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("run,value,simulated\n7,20,true\n,0.25,\n");
    }

    @Test
    void shouldRefuseWhatAColumnDoesNotHold() throws Exception {
        Sheet sheet = Sheet.csv(new ByteArrayOutputStream(), HEADINGS);
        assertThatThrownBy(() -> sheet.put(3, 1.5)).hasMessageContaining("level, as written");
        assertThatThrownBy(() ->
                        Sheet.csv(
                                new ByteArrayOutputStream(),
                                List.of(HEADINGS.get(0), HEADINGS.get(0))))
                .hasMessageContaining("same title");
    }
}
