package org.airwarden.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DuckDB reads what we write: a reader that we did not write. */
class ParquetOutputTest {
    @TempDir private Path folder;

    private static final Column[] COLUMNS = Column.values();

    private static void fill(Row row, SplittableRandom random, int index) {
        row.clear();
        for (Column column : COLUMNS) {
            if (random.nextInt(3) == 0) {
                continue;
            }
            switch (column.type()) {
                case TIME -> row.put(column, random.nextLong(0, 4_000_000_000L) * 1_000_000_123L);
                case INTEGER -> row.put(column, random.nextLong());
                case NUMBER -> row.put(column, random.nextDouble(-1e6, 1e6));
                case FLAG -> row.put(column, random.nextBoolean());
                case TEXT -> row.put(column, "é" + index + "x".repeat(random.nextInt(40)));
            }
        }
    }

    /** More rows than a group holds, and values of every kind, each there or not. */
    @Test
    void shouldGiveBackEveryValue() throws Exception {
        Path file = folder.resolve("rows.parquet");
        int rows = 70_000;
        long seed = 0xDB;
        SplittableRandom random = new SplittableRandom(seed);
        Row row = new Row();
        try (OutputStream out = Files.newOutputStream(file)) {
            ParquetOutput parquet = new ParquetOutput(out);
            for (int i = 0; i < rows; i++) {
                fill(row, random, i);
                parquet.write(row);
            }
            parquet.finish();
        }
        SplittableRandom again = new SplittableRandom(seed);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query(file))) {
            int count = 0;
            while (found.next()) {
                fill(row, again, count);
                for (Column column : COLUMNS) {
                    check(found, row, column, count);
                }
                count++;
            }
            assertThat(count).isEqualTo(rows);
        }
    }

    private static String query(Path file) {
        StringBuilder query = new StringBuilder("set timezone='UTC'; select ");
        for (Column column : COLUMNS) {
            query.append(column.index() > 0 ? ", " : "");
            query.append(
                    column.type() == Column.Type.TIME
                            ? "epoch_us(\"" + column.title() + "\")"
                            : "\"" + column.title() + "\"");
        }
        return query.append(" from '").append(file).append("'").toString();
    }

    private static void check(ResultSet found, Row row, Column column, int at) throws Exception {
        int index = column.index() + 1;
        switch (column.type()) {
            case TIME -> {
                long value = found.getLong(index);
                if (!found.wasNull() || row.has(column)) {
                    assertThat(value)
                            .as("row %d %s", at, column)
                            .isEqualTo(Math.floorDiv(row.integer(column), 1000));
                }
            }
            case INTEGER -> {
                long value = found.getLong(index);
                if (!found.wasNull() || row.has(column)) {
                    assertThat(value).as("row %d %s", at, column).isEqualTo(row.integer(column));
                }
            }
            case NUMBER -> {
                double value = found.getDouble(index);
                if (!found.wasNull() || row.has(column)) {
                    assertThat(value).as("row %d %s", at, column).isEqualTo(row.number(column));
                }
            }
            case FLAG -> {
                boolean value = found.getBoolean(index);
                if (!found.wasNull() || row.has(column)) {
                    assertThat(value).isEqualTo(row.integer(column) != 0);
                }
            }
            case TEXT ->
                    assertThat(found.getString(index))
                            .as("row %d %s", at, column)
                            .isEqualTo(row.has(column) ? row.text(column) : null);
        }
        found.getObject(index);
        assertThat(found.wasNull()).as("row %d %s", at, column).isEqualTo(!row.has(column));
    }

    @Test
    void shouldWriteAFileWithoutRows() throws Exception {
        Path file = folder.resolve("none.parquet");
        try (OutputStream out = Files.newOutputStream(file)) {
            new ParquetOutput(out).finish();
        }
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select count(*) from '" + file + "'")) {
            assertThat(found.next()).isTrue();
            assertThat(found.getLong(1)).isZero();
        }
    }
}
