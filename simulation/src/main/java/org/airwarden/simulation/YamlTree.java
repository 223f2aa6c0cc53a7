package org.airwarden.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place in a YAML file that knows where it stands. Exactly one of text, members and fields is
 * there. Its lists and maps may be changed, for one file can build upon another. Aliases are
 * written out: no part stands in two places.
 */
final class YamlTree {
    private final String file;
    private final int line;
    private final int column;
    private final @Nullable String text;
    private final @Nullable List<YamlTree> members;
    private final @Nullable Map<String, Field> fields;

    /** A key and its value. */
    record Field(YamlTree key, YamlTree value) {}

    private YamlTree(
            String file,
            int line,
            int column,
            @Nullable String text,
            @Nullable List<YamlTree> members,
            @Nullable Map<String, Field> fields) {
        this.file = file;
        this.line = line;
        this.column = column;
        this.text = text;
        this.members = members;
        this.fields = fields;
    }

    static YamlTree ofText(String file, int line, int column, String text) {
        return new YamlTree(file, line, column, text, null, null);
    }

    static YamlTree ofList(String file, int line, int column) {
        return new YamlTree(file, line, column, null, new ArrayList<>(), null);
    }

    static YamlTree ofMap(String file, int line, int column) {
        return new YamlTree(file, line, column, null, null, new LinkedHashMap<>());
    }

    String file() {
        return file;
    }

    /** Returns the line, from 1. */
    int line() {
        return line;
    }

    /** Returns the column, from 1. */
    int column() {
        return column;
    }

    /** Returns the scalar's text, or null where this is none; empty where nothing is written. */
    @Nullable String text() {
        return text;
    }

    /** Returns the list's members, or null where this is none. */
    @Nullable List<YamlTree> members() {
        return members;
    }

    /** Returns the keys and values in the order of the file, or null where this is no map. */
    @Nullable Map<String, Field> fields() {
        return fields;
    }

    /** Returns the value of a key, or null. */
    @Nullable YamlTree at(String key) {
        Field field = fields == null ? null : fields.get(key);
        return field == null ? null : field.value();
    }

    /** Says what this is, for messages. */
    String sort() {
        if (members != null) {
            return "a list";
        }
        if (fields != null) {
            return "a map";
        }
        return text == null || text.isBlank() ? "empty" : "'" + text + "'";
    }
}
