package org.airwarden.feeds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A place in a YAML file that knows where it stands, so that every error can say so. */
final class YamlNode {
    private final String file;
    private final Node node;

    private YamlNode(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    /** Reads a text whole. */
    static YamlNode parse(String file, String text) {
        LoadSettings settings = LoadSettings.builder().setLabel(file).setUseMarks(true).build();
        try {
            Optional<Node> root = new Compose(settings).composeString(text);
            return new YamlNode(
                    file,
                    root.orElseThrow(() ->
                            new SiteFileException(
                                    file,
                                    1,
                                    1,
                                    "the file is empty",
                                    "write at least 'name:' and 'sensors:'")));
        } catch (MarkedYamlEngineException wrong) {
            Optional<Mark> mark = wrong.getProblemMark();
            throw new SiteFileException(
                    file,
                    mark.map(Mark::getLine).orElse(0) + 1,
                    mark.map(Mark::getColumn).orElse(0) + 1,
                    "this is not YAML: " + wrong.getProblem(),
                    "check indentation (spaces, no tabs), colons and quotes here");
        } catch (YamlEngineException wrong) {
            throw new SiteFileException(
                    file, 1, 1, "this is not YAML: " + wrong.getMessage(), "check the whole file");
        }
    }

    /** Makes the error that something is wrong at this place. */
    SiteFileException wrong(String problem, String remedy) {
        Optional<Mark> mark = node.getStartMark();
        return new SiteFileException(
                file,
                mark.map(Mark::getLine).orElse(0) + 1,
                mark.map(Mark::getColumn).orElse(0) + 1,
                problem,
                remedy);
    }

    /** Returns the scalar's text. */
    String text(String what) {
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw wrong(what + " is missing its value", "write one value after the colon");
        }
        return scalar.getValue();
    }

    /** Returns a finite number within bounds. */
    double number(String what, double least, double most, String unit) {
        double value;
        try {
            value = Double.parseDouble(text(what));
        } catch (NumberFormatException notANumber) {
            value = Double.NaN;
        }
        if (!(value >= least && value <= most)) {
            throw wrong(
                    what + " is '" + text(what) + "'",
                    "write a number from " + plain(least) + " to " + plain(most) + unit);
        }
        return value;
    }

    /** Returns a whole number within bounds. */
    int whole(String what, int least, int most) {
        int value;
        try {
            value = Integer.parseInt(text(what));
        } catch (NumberFormatException notANumber) {
            value = least - 1;
        }
        if (value < least || value > most) {
            throw wrong(
                    what + " is '" + text(what) + "'",
                    "write a whole number from " + least + " to " + most);
        }
        return value;
    }

    /** Returns the members of a list. */
    List<YamlNode> list(String what) {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong(what + " is not a list", "begin each member with '- ' on its own line");
        }
        List<YamlNode> members = new ArrayList<>();
        for (Node member : sequence.getValue()) {
            members.add(new YamlNode(file, member));
        }
        return members;
    }

    /** Returns the keys and values in the order of the file. */
    Fields fields(String what) {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong(what + " has no keys", "write 'key: value' lines under it");
        }
        Map<String, YamlNode> keys = new LinkedHashMap<>();
        Map<String, YamlNode> values = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            YamlNode key = new YamlNode(file, tuple.getKeyNode());
            String name = key.text("a key");
            if (keys.put(name, key) != null) {
                throw key.wrong("'" + name + "' stands here twice", "keep one of them");
            }
            values.put(name, new YamlNode(file, tuple.getValueNode()));
        }
        return new Fields(this, what, keys, values);
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** The keys and values of one mapping. */
    static final class Fields {
        private final YamlNode place;
        private final String what;
        private final Map<String, YamlNode> keys;
        private final Map<String, YamlNode> values;

        private Fields(
                YamlNode place,
                String what,
                Map<String, YamlNode> keys,
                Map<String, YamlNode> values) {
            this.place = place;
            this.what = what;
            this.keys = keys;
            this.values = values;
        }

        /** Refuses every key but these. */
        Fields only(String... known) {
            for (Map.Entry<String, YamlNode> entry : keys.entrySet()) {
                if (!List.of(known).contains(entry.getKey())) {
                    throw entry.getValue()
                            .wrong(
                                    "'" + entry.getKey() + "' is not a key of " + what,
                                    "known keys are " + String.join(", ", known));
                }
            }
            return this;
        }

        /** Returns all keys and values. */
        Map<String, YamlNode> all() {
            return values;
        }

        /** Returns the place of a key that is present. */
        YamlNode keyPlace(String key) {
            return keys.getOrDefault(key, place);
        }

        /** Tells whether a key is present. */
        boolean has(String key) {
            return values.containsKey(key);
        }

        /** Returns a value, or null. */
        @Nullable YamlNode at(String key) {
            return values.get(key);
        }

        /** Returns a value that has to be there. */
        YamlNode need(String key, String example) {
            YamlNode value = values.get(key);
            if (value == null) {
                throw place.wrong(what + " has no '" + key + "'", "add '" + example + "'");
            }
            return value;
        }

        /** Returns a number, or NaN where the key is absent. */
        double number(String key, double least, double most, String unit) {
            YamlNode value = values.get(key);
            return value == null ? Double.NaN : value.number("'" + key + "'", least, most, unit);
        }

        /** Returns a whole number, or -1 where the key is absent. */
        int whole(String key, int least, int most) {
            YamlNode value = values.get(key);
            return value == null ? -1 : value.whole("'" + key + "'", least, most);
        }
    }
}
