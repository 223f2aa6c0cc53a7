package org.airwarden.feeds;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An Apache Parquet file (apache/parquet-format 2.x: one data page of version 1 a column and row
 * group, PLAIN, GZIP). Times are INT64 microseconds of UTC, texts UTF-8, every column may be empty.
 * Memory is bounded by one row group. One thread.
 *
 * <p>Why a writer of our own: rows are flat and written once, front to back, which takes a tenth of
 * the format. The libraries bring the other nine: parquet-java needs Hadoop's classes, DuckDB's
 * driver is 78 MB of native code, four times the program. What readers make of the file is tested
 * with DuckDB.
 */
final class ParquetFile {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int ROWS_A_GROUP = 1 << 16;

    // Numbers of parquet.thrift
    private static final int OPTIONAL = 1;
    private static final int UTF8 = 0;
    private static final int TIMESTAMP_MICROS = 10;
    private static final int PLAIN = 0;
    private static final int RLE = 3;
    private static final int GZIP = 2;
    private static final int DATA_PAGE = 0;

    private record Chunk(long offset, int rows, long plain, long compressed) {}

    private final OutputStream out;
    private final List<ParquetColumn> columns;
    private final String name;
    private final List<List<Chunk>> groups = new ArrayList<>();
    private long position;
    private int rows;
    private long total;

    /**
     * Begins a file.
     *
     * @param name what a row is
     * @param columns where rows are put before {@link #endRow}
     */
    ParquetFile(OutputStream out, String name, List<ParquetColumn> columns) throws IOException {
        this.out = out;
        this.name = name;
        this.columns = List.copyOf(columns);
        put(MAGIC);
    }

    /** Ends a row that every column was given. */
    void endRow() throws IOException {
        rows++;
        if (rows == ROWS_A_GROUP) {
            group();
        }
    }

    /** Writes what is left; the stream below stays open. */
    void finish() throws IOException {
        if (rows > 0) {
            group();
        }
        byte[] footer = footer();
        put(footer);
        for (int i = 0; i < 4; i++) {
            out.write(footer.length >>> (8 * i));
        }
        put(MAGIC);
    }

    private void put(byte[] bytes) throws IOException {
        out.write(bytes);
        position += bytes.length;
    }

    private void group() throws IOException {
        List<Chunk> chunks = new ArrayList<>();
        for (ParquetColumn column : columns) {
            long offset = position;
            byte[] page = column.page();
            byte[] compressed = ParquetColumn.gzip(page);
            byte[] header =
                    new ThriftWriter()
                            .i32(1, DATA_PAGE)
                            .i32(2, page.length)
                            .i32(3, compressed.length)
                            .begin(5)
                            .i32(1, rows)
                            .i32(2, PLAIN)
                            .i32(3, RLE)
                            .i32(4, RLE)
                            .end()
                            .endAll()
                            .toBytes();
            put(header);
            put(compressed);
            chunks.add(
                    new Chunk(
                            offset,
                            rows,
                            header.length + page.length,
                            header.length + compressed.length));
            column.clear();
        }
        groups.add(chunks);
        total += rows;
        rows = 0;
    }

    private byte[] footer() {
        ThriftWriter meta = new ThriftWriter();
        meta.i32(1, 1).structs(2, columns.size() + 1);
        meta.beginElement().text(4, name).i32(5, columns.size()).end();
        for (ParquetColumn column : columns) {
            schema(column, meta);
        }
        meta.i64(3, total).structs(4, groups.size());
        for (List<Chunk> chunks : groups) {
            group(chunks, meta);
        }
        return meta.text(6, "airwarden").endAll().toBytes();
    }

    private static void schema(ParquetColumn column, ThriftWriter meta) {
        meta.beginElement().i32(1, column.physicalType()).i32(3, OPTIONAL).text(4, column.title());
        switch (column.type()) {
            case TEXT -> meta.i32(6, UTF8).begin(10).begin(1).end().end();
            case TIME ->
                    meta.i32(6, TIMESTAMP_MICROS)
                            .begin(10)
                            .begin(8)
                            .flag(1, true)
                            .begin(2)
                            .begin(2)
                            .end()
                            .end()
                            .end()
                            .end();
            default -> {}
        }
        meta.end();
    }

    private void group(List<Chunk> chunks, ThriftWriter meta) {
        meta.beginElement().structs(1, chunks.size());
        long plain = 0;
        for (int i = 0; i < chunks.size(); i++) {
            Chunk chunk = chunks.get(i);
            ParquetColumn column = columns.get(i);
            plain += chunk.plain();
            meta.beginElement()
                    .i64(2, chunk.offset())
                    .begin(3)
                    .i32(1, column.physicalType())
                    .i32s(2, PLAIN, RLE)
                    .texts(3, column.title())
                    .i32(4, GZIP)
                    .i64(5, chunk.rows())
                    .i64(6, chunk.plain())
                    .i64(7, chunk.compressed())
                    .i64(9, chunk.offset())
                    .end()
                    .end();
        }
        meta.i64(2, plain).i64(3, chunks.getFirst().rows()).end();
    }
}
