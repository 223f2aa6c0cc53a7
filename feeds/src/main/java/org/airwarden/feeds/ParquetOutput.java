package org.airwarden.feeds;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Rows as a {@link ParquetFile} with a column for each {@link Column}. One thread. */
final class ParquetOutput implements RowOutput {
    private static final Column[] COLUMNS = Column.values();

    private final List<ParquetColumn> columns = new ArrayList<>();
    private final ParquetFile file;

    ParquetOutput(OutputStream out) throws IOException {
        for (Column column : COLUMNS) {
            columns.add(new ParquetColumn(column.title(), column.type()));
        }
        file = new ParquetFile(out, "record", columns);
    }

    @Override
    public void write(Row row) throws IOException {
        for (Column column : COLUMNS) {
            ParquetColumn into = columns.get(column.index());
            if (!row.has(column)) {
                into.addNothing();
                continue;
            }
            switch (column.type()) {
                case TIME, INTEGER, FLAG -> into.add(row.integer(column));
                case NUMBER -> into.add(row.number(column));
                case TEXT -> into.add(row.text(column));
            }
        }
        file.endRow();
    }

    @Override
    public void finish() throws IOException {
        file.finish();
    }
}
